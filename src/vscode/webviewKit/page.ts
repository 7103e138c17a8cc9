import * as vscode from 'vscode';
import { escapeHtml } from '../../base/html';

/** What a page consists of. Its script is bundled from `src/webview/<name>/`, its style stands in `media/<name>.css`. */
export interface Page {
  readonly name: string;
  /** The title in the user's language, as plain text. */
  readonly title: string;
  /** The content of the body as HTML, with everything in it escaped. */
  readonly body: string;
}

/** The folders that a page may load from. */
export function pageRoots(extension: vscode.Uri): vscode.Uri[] {
  return [vscode.Uri.joinPath(extension, 'dist', 'webview'), vscode.Uri.joinPath(extension, 'media')];
}

/**
 * The HTML of a page: the codicons, its style and its script, under a policy that lets nothing else be loaded or run
 * (https://code.visualstudio.com/api/extension-guides/webview#content-security-policy). VS Code gives it the theme's colours.
 */
export function pageHtml({ name, title, body }: Page, webview: vscode.Webview, extension: vscode.Uri): string {
  const [dist, media] = pageRoots(extension);
  const address = (folder: vscode.Uri, file: string) =>
    escapeHtml(webview.asWebviewUri(vscode.Uri.joinPath(folder, file)).toString());
  const nonce = crypto.randomUUID();
  const { cspSource } = webview;
  const policy = `default-src 'none'; style-src ${cspSource}; font-src ${cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${escapeHtml(vscode.env.language)}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${address(dist, 'codicon.css')}">
<link rel="stylesheet" href="${address(media, `${name}.css`)}">
<title>${escapeHtml(title)}</title>
</head>
<body>
${body}
<script nonce="${nonce}" src="${address(dist, `${name}.js`)}"></script>
</body>
</html>`;
}

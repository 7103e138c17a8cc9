import * as vscode from 'vscode';
import type { StyleChoice } from '../../citations/csl/contract';
import { type StatedFormatting, statedFormatting, styleName, stylePath } from '../../citations/csl/statedStyle';
import { citationLocale, citationStyle } from '../host/settings';
import { syntaxOf } from '../citing/syntaxOf';

/** How a text is formatted, but for the format. */
export interface ChosenStyle {
  readonly style: StyleChoice;
  readonly locale?: string;
}

/** A text that may state its style. */
export interface StyledText {
  readonly text: string;
  /** The name of its syntax. */
  readonly syntax: string;
  /** Its file, from whose folder paths of styles are read. */
  readonly uri: vscode.Uri | undefined;
}

/** The style and language of a document, or of what belongs to no document: its own statement, else the settings. */
export async function chosenStyle(document: vscode.TextDocument | undefined): Promise<ChosenStyle> {
  if (!document) return styleOfText(undefined);
  return styleOfText({ text: document.getText(), syntax: syntaxOf(document).id, uri: document.uri }, document);
}

/** The same of a text. */
export async function styleOfText(
  text: StyledText | undefined,
  scope: vscode.ConfigurationScope | undefined = text?.uri,
): Promise<ChosenStyle> {
  const stated: StatedFormatting = text ? statedFormatting(text.text, text.syntax) : {};
  const locale = stated.locale ?? citationLocale(scope);
  const own = stated.style === undefined ? undefined : await statedStyle(stated.style, text?.uri);
  return { style: own ?? (await styleOfSetting(citationStyle(scope), text?.uri)), locale };
}

/** The style that a setting or a command names: of a path its file, which may lie anywhere that the user says. */
export async function styleOfSetting(stated: string, scope: vscode.Uri | undefined): Promise<StyleChoice> {
  const path = stylePath(stated);
  if (path === undefined) return { name: styleName(stated) };
  const folder = scope && vscode.workspace.getWorkspaceFolder(scope);
  const base = (folder ?? vscode.workspace.workspaceFolders?.[0])?.uri;
  const isAbsolute = /^(\/|[a-z]:\/)/i.test(path);
  const uri = isAbsolute ? absolute(path, base) : base && vscode.Uri.joinPath(base, path);
  const csl = uri && (await read(uri));
  if (csl === undefined) throw new Error(vscode.l10n.t('The citation style “{0}” cannot be read.', stated));
  return { name: styleName(path), csl };
}

/** A document names only files of its own workspace folder; a style of the same name that is shipped stands in for others. */
async function statedStyle(stated: string, document: vscode.Uri | undefined): Promise<StyleChoice | undefined> {
  const path = stylePath(stated);
  const folder = document && vscode.workspace.getWorkspaceFolder(document)?.uri;
  if (path === undefined || !document || !folder || path.startsWith('/') || /^[a-z]:/i.test(path)) {
    return { name: styleName(stated) };
  }
  for (const base of [vscode.Uri.joinPath(document, '..'), folder]) {
    const uri = vscode.Uri.joinPath(base, path);
    const csl = uri.path.startsWith(`${folder.path.replace(/\/$/, '')}/`) ? await read(uri) : undefined;
    if (csl !== undefined) return { name: styleName(path), csl };
  }
  return { name: styleName(stated) };
}

function absolute(path: string, base: vscode.Uri | undefined): vscode.Uri {
  return !base || base.scheme === 'file' ? vscode.Uri.file(path) : base.with({ path });
}

async function read(uri: vscode.Uri): Promise<string | undefined> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return open.getText();
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

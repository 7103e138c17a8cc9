import * as vscode from 'vscode';

/** A number as people write it in the language of VS Code: `10,000`. */
export function localNumber(value: number): string {
  return value.toLocaleString(vscode.env.language);
}

/** So many papers, as words. */
export function paperCount(papers: number): string {
  return papers === 1 ? vscode.l10n.t('1 paper') : vscode.l10n.t('{0} papers', localNumber(papers));
}

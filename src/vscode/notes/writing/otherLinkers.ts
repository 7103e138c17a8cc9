import * as vscode from 'vscode';

/** Extensions that complete and follow `[[links]]` between Markdown files themselves. */
const LINKERS = [
  'foam.foam-vscode',
  'svsool.markdown-memo',
  'kortina.vscode-markdown-notes',
  'dendron.dendron',
] as const;

/** Whether another extension that is switched on in this window looks after links between notes. */
export function otherLinks(): boolean {
  // VS Code knows of no extension that is switched off; it is asked each time, as that can change while the window is open.
  return LINKERS.some((id) => vscode.extensions.getExtension(id) !== undefined);
}

import * as vscode from 'vscode';
import { isCompletedByOther } from '../../../citations/completers';

/** Whether another extension that is installed and switched on in this window completes citations in a language. */
export function otherCompletes(languageId: string): boolean {
  // VS Code knows of no extension that is switched off; it is asked each time, as that can change while the window is open.
  return isCompletedByOther(languageId, (id) => vscode.extensions.getExtension(id) !== undefined);
}

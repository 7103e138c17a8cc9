import * as vscode from 'vscode';
import { shownLine } from '../../base/shownLine';

/** A quick fix of problems; citekeys and names in its title are shown in one line, as in other places. */
export class QuickFix extends vscode.CodeAction {
  constructor(title: string, diagnostics: vscode.Diagnostic[]) {
    super(shownLine(title), vscode.CodeActionKind.QuickFix);
    this.diagnostics = diagnostics;
  }
}

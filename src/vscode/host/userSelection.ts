import * as vscode from 'vscode';

/** Listens to users who move the cursor of an editor; what extensions and VS Code itself select is left out. */
export function onDidSelectByHand(listener: (editor: vscode.TextEditor) => void): vscode.Disposable {
  const { Keyboard, Mouse } = vscode.TextEditorSelectionChangeKind;
  return vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
    if (kind === Keyboard || kind === Mouse) listener(textEditor);
  });
}

// Belongs to `npm start` alone: opens the sidebar with the papers, and the draft of the sample workspace beside it.
const vscode = require('vscode');

exports.activate = async () => {
  await vscode.commands.executeCommand('workbench.view.extension.literatureNotes');
  const [draft] = await vscode.workspace.findFiles('draft.md', undefined, 1);
  if (draft && vscode.window.visibleTextEditors.length === 0) await vscode.window.showTextDocument(draft);
};

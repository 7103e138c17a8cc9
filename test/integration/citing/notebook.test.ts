import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, literature, until } from '../support';

const KNUTH = 'knuth1984texbook';

describe('In a Markdown cell of a notebook', () => {
  let cell: vscode.TextDocument;
  let notebook: vscode.NotebookDocument;
  before(async () => {
    await literature();
    const data = new vscode.NotebookCellData(
      vscode.NotebookCellKind.Markup,
      `Thanks @somebody, see [@${KNUTH}; @nobody2020].`,
      'markdown',
    );
    const code = new vscode.NotebookCellData(vscode.NotebookCellKind.Code, '"[@nobody2021]"', 'python');
    notebook = await vscode.workspace.openNotebookDocument('jupyter-notebook', new vscode.NotebookData([data, code]));
    await vscode.window.showNotebookDocument(notebook);
    cell = notebook.cellAt(0).document;
  });
  after(closeEditors);

  const positionOf = (word: string) => cell.positionAt(cell.getText().indexOf(word) + 3);

  it('a hover tells of the paper', async () => {
    let hovers: vscode.Hover[] = [];
    await until('the hover', async () => {
      hovers = await vscode.commands.executeCommand('vscode.executeHoverProvider', cell.uri, positionOf(KNUTH));
      return hovers.length > 0;
    });
    assert.match((hovers[0].contents[0] as vscode.MarkdownString).value, /The TeXbook/);
    assert.equal(cell.getText(hovers[0].range), KNUTH);
  });

  it('a key leads to its entry', async () => {
    const places = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      cell.uri,
      positionOf(KNUTH),
    );
    const paths = places.map((place) => ('targetUri' in place ? place.targetUri : place.uri).path);
    assert.deepEqual(
      paths.map((path) => path.split('/').pop()),
      ['refs.bib'],
    );
  });

  it('an unknown key is reported, and nothing in code', async () => {
    const problems = () => notebook.getCells().flatMap(({ document }) => vscode.languages.getDiagnostics(document.uri));
    await until('the problem', () => problems().length > 0);
    assert.deepEqual(
      problems().map(({ code, range }) => `${code as string} ${cell.getText(range)}`),
      ['unknown-key nobody2020'],
    );
  });
});

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { LiteratureNotesApi } from '../../../src/api';
import { closeEditors, literature, remove, until, workspaceFile, write } from '../support';

const PAPER = '@misc{fresh2020,\n  title = {A Fresh Paper},\n}\n';

describe('The list that a paper is offered for', () => {
  let api: LiteratureNotesApi;
  before(async () => {
    api = await literature();
    await write('targetsc/_quarto.yml', 'project:\n  type: default\nbibliography: refs.bib\n');
    for (const folder of ['targetsa', 'targetsb', 'targetsc']) {
      await write(`${folder}/refs.bib`, `@misc{${folder}, title = {In ${folder}}}\n`);
      await until(folder, () => api.entry(folder));
    }
  });
  afterEach(() => closeEditors());
  after(async () => {
    for (const folder of ['targetsa', 'targetsb', 'targetsc']) await remove(folder);
    await until('the end', () => !api.entry('targetsa') && !api.entry('targetsb') && !api.entry('targetsc'));
  });

  /** The list to which a paper is added that is stated in full, with Enter alone, while a document is at hand. */
  const target = async (path: string, text: string) => {
    await vscode.window.showTextDocument(await write(path, text));
    let isDone = false;
    const adding = vscode.commands
      .executeCommand<readonly string[]>('literatureNotes.addPaper', PAPER)
      .then((keys) => ((isDone = true), keys));
    await until('the preview', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return isDone;
    });
    assert.deepEqual(await adding, ['fresh2020']);
    const document = vscode.workspace.textDocuments.find((each) => each.getText().includes('fresh2020'));
    await vscode.window.showTextDocument(document!);
    await vscode.commands.executeCommand('undo');
    await until('the list as it was', () => !document?.getText().includes('fresh2020') && !api.entry('fresh2020'));
    return vscode.workspace.asRelativePath(document!.uri);
  };

  it('is the one that the document names, and no other of the same name', async () => {
    const named = (path: string) => `---\nbibliography: ${path}\n---\n\nText.\n`;
    assert.equal(await target('targetsb/text.md', named('refs.bib')), 'targetsb/refs.bib');
    assert.equal(await target('targetsa/text.md', named('../targetsc/refs.bib')), 'targetsc/refs.bib');
  });

  it('is the one that its project names', async () => {
    assert.equal(await target('targetsc/text.qmd', 'Text.\n'), 'targetsc/refs.bib');
  });

  it('is the one that the document’s main file names', async () => {
    await write('targetsb/main.tex', '\\documentclass{article}\n\\addbibresource{refs.bib}\n\\input{part}\n');
    assert.equal(await target('targetsb/part.tex', '% !TEX root = main.tex\nText.\n'), 'targetsb/refs.bib');
  });

  it('is the open one', async () => {
    const list = workspaceFile('targetsb/refs.bib');
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(list));
    assert.equal(await target('targetsb/refs.bib', text), 'targetsb/refs.bib');
  });
});

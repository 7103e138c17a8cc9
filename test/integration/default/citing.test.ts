import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, literature, openMarked, remove, until } from '../support';

const TIDAL = 'tidalmemoryrecurrent';
const MAPS = 'sparsemapspatient';

describe('Insert Citation', () => {
  before(literature);
  afterEach(closeEditors);

  const cites = (
    what: string,
    options: { language?: string; path?: string },
    before: string,
    keys: unknown,
    after: string,
  ) =>
    it(what, async () => {
      const { document } = await openMarked(before, options);
      await vscode.commands.executeCommand('literatureNotes.insertCitation', keys);
      assert.equal(document.getText(), after);
      if (options.path) await remove(options.path);
    });

  const markdown = { language: 'markdown' };
  cites('writes Pandoc in Markdown', markdown, 'As |.', TIDAL, `As [@${TIDAL}].`);
  cites('makes one citation of several papers', markdown, 'As |.', [TIDAL, MAPS], `As [@${TIDAL}; @${MAPS}].`);
  cites('adds to the citation at the cursor', markdown, `As [@${TIDAL}|].`, MAPS, `As [@${TIDAL}; @${MAPS}].`);
  cites('adds no key twice', markdown, `As [@${TIDAL}|].`, TIDAL, `As [@${TIDAL}].`);
  cites('writes at every cursor', markdown, 'A | and |.', TIDAL, `A [@${TIDAL}] and [@${TIDAL}].`);
  cites('writes LaTeX', { language: 'latex' }, 'As |.', [TIDAL, MAPS], `As \\cite{${TIDAL},${MAPS}}.`);
  cites('adds to a LaTeX citation', { language: 'latex' }, `\\cite{${TIDAL}|}`, MAPS, `\\cite{${TIDAL},${MAPS}}`);
  cites('goes by the file name where the language is unknown', { path: 'a.typ' }, 'As |.', TIDAL, `As @${TIDAL}.`);
  cites('writes Pandoc in Quarto', { path: 'a.qmd' }, 'As |.', TIDAL, `As [@${TIDAL}].`);
  cites('writes Pandoc in R Markdown', { path: 'a.Rmd' }, 'As |.', TIDAL, `As [@${TIDAL}].`);

  it('can be undone in one step', async () => {
    const { document } = await openMarked('A | and |.', markdown);
    await vscode.commands.executeCommand('literatureNotes.insertCitation', TIDAL);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), 'A  and .');
  });

  it('leaves a document alone that is open no more, and offers the citation to be copied', async () => {
    const { document } = await openMarked('As |.', { path: 'closed.md' });
    await closeEditors();
    await vscode.env.clipboard.writeText('');
    await vscode.commands.executeCommand('notifications.clearAll');
    void vscode.commands.executeCommand('literatureNotes.insertCitation', TIDAL);
    await until('the citation to be copied', async () => {
      await vscode.commands.executeCommand('notification.acceptPrimaryAction');
      return (await vscode.env.clipboard.readText()) === `[@${TIDAL}]`;
    });
    assert.equal((await vscode.workspace.openTextDocument(document.uri)).getText(), 'As .');
    assert.equal(vscode.window.activeTextEditor, undefined);
    await remove('closed.md');
  });

  it('changes nothing for a key that no paper has', async () => {
    const { document } = await openMarked('As |.', markdown);
    await vscode.commands.executeCommand('literatureNotes.insertCitation', 'unknown2020');
    assert.equal(document.getText(), 'As .');
  });

  it('is formatted by the API for a language', async () => {
    const api = await literature();
    assert.equal(api.formatCitation([TIDAL, MAPS], 'latex'), `\\cite{${TIDAL},${MAPS}}`);
    assert.equal(api.formatCitation([TIDAL], 'typst'), `@${TIDAL}`);
    assert.equal(api.formatCitation([TIDAL, MAPS], 'markdown'), `[@${TIDAL}; @${MAPS}]`);
  });
});

describe('Copy Citekey', () => {
  before(literature);

  it('copies the keys of several papers', async () => {
    await vscode.commands.executeCommand('literatureNotes.copyCitekey', [TIDAL, MAPS]);
    assert.equal(await vscode.env.clipboard.readText(), `${TIDAL}, ${MAPS}`);
  });
});

describe('Reveal in Source', () => {
  before(literature);
  afterEach(closeEditors);

  it('puts the cursor at the paper', async () => {
    await vscode.commands.executeCommand('literatureNotes.revealInSource', MAPS);
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.fileName.split('/').pop(), 'papers.txt');
    assert.equal(editor?.selection.active.line, 2);
  });
});

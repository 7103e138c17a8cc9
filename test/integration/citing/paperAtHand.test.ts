import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { LiteratureNotesApi } from '../../../src/api';
import { closeEditors, literature, openMarked, read, remove, until, workspaceFile, write } from '../support';
import { inDocument, LATEX, MARKDOWN, TYPST } from './marked';

const KNUTH = 'knuth1984texbook';
const NOTED = 'noted2020';
const NOTE = 'hand/note.md';
const BIB = `@book{${NOTED}, title = {With a Note}, ids = {notedtoo}}\n`;
const TEXT = `---\ncitekey: ${NOTED}\n---\n\n## Questions\n\n`;

const run = (command: string, ...args: unknown[]) =>
  vscode.commands.executeCommand(`literatureNotes.${command}`, ...args);

/** Waits for a command whose questions are not answered. */
async function unanswered(running: Thenable<unknown>): Promise<void> {
  let isOver = false;
  void running.then(() => (isOver = true));
  await until('the end', async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    return isOver;
  });
}

/** The paper that a command is about that names none; undefined where the user is asked. */
async function meant(): Promise<string | undefined> {
  await vscode.env.clipboard.writeText('asked');
  await unanswered(run('copyCitekey'));
  const copied = await vscode.env.clipboard.readText();
  return copied === 'asked' ? undefined : copied;
}

/** Opens a file of the workspace with the cursor at a text of it. */
async function openAt(path: string, text: string): Promise<void> {
  const editor = await vscode.window.showTextDocument(workspaceFile(path));
  const at = editor.document.positionAt(editor.document.getText().indexOf(text));
  editor.selection = new vscode.Selection(at, at);
}

describe('A command that names no paper', () => {
  let api: LiteratureNotesApi;
  before(async () => {
    api = await literature();
    await write('hand/hand.bib', BIB);
    await write(NOTE, TEXT);
    await until('the note', () => api.entry(NOTED) && api.noteUri(NOTED));
  });
  after(async () => {
    await remove('hand');
    await until('the end', () => !api.entry(NOTED));
  });
  afterEach(async () => {
    await closeEditors();
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('is about the paper that is cited at the cursor', async () => {
    await inDocument(MARKDOWN, `As [@knuth|1984texbook].`, async () => assert.equal(await meant(), KNUTH));
    await inDocument(MARKDOWN, `As [@${KNUTH}, p. 3|; @${NOTED}].`, async () => assert.equal(await meant(), KNUTH));
    await inDocument(LATEX, `\\cite{${KNUTH},noted|too}`, async () => assert.equal(await meant(), NOTED));
  });

  it('is about the paper that was just cited', () =>
    inDocument(TYPST, 'As |.', async () => {
      await run('insertCitation', KNUTH);
      assert.equal(await meant(), KNUTH);
    }));

  it('is about the paper whose note is in front', async () => {
    await openAt(NOTE, '## Questions');
    assert.equal(await meant(), NOTED);
  });

  it('is about the paper that the note names at the cursor', async () => {
    await write('hand/both.md', `---\ncitekeys: [${NOTED}, ${KNUTH}]\n---\n`);
    await openAt('hand/both.md', KNUTH);
    await until('the key', async () => (await meant()) === KNUTH);
    await openAt('hand/both.md', NOTED);
    assert.equal(await meant(), NOTED);
    await closeEditors();
    await remove('hand/both.md');
    await until('the one note', () => api.noteUri(NOTED)?.path === workspaceFile(NOTE).path);
  });

  it('is about what a note cites at the cursor, before that whose note it is', async () => {
    const note = await vscode.window.showTextDocument(workspaceFile(NOTE));
    await note.edit((edit) => edit.insert(note.document.positionAt(note.document.getText().length), `[@${KNUTH}]`));
    await openAt(NOTE, KNUTH);
    assert.equal(await meant(), KNUTH);
  });

  it('is about the paper whose entry the cursor is in', async () => {
    await openAt('refs.bib', 'Knuth, Donald');
    assert.equal(await meant(), KNUTH);
  });

  it('asks in a citation of no paper, also in the note of one, and where none is at hand', async () => {
    await openMarked('Nothing is| cited.', { language: 'markdown' });
    assert.equal(await meant(), undefined);
    await openMarked('See [@nobody|2020].', { language: 'markdown' });
    assert.equal(await meant(), undefined);
    const note = await vscode.window.showTextDocument(workspaceFile(NOTE));
    await note.edit((edit) => edit.insert(note.document.positionAt(note.document.getText().length), '[@nobody2020]'));
    await openAt(NOTE, 'nobody2020');
    assert.equal(await meant(), undefined);
  });

  it('is about the row that was selected last, until the user goes on in an editor', async () => {
    const draft = await openMarked(`See [@knuth|1984texbook] and more.`, { language: 'markdown' });
    await run('_revealPaper', NOTED);
    await until('the row', async () => (await meant()) === NOTED);
    await vscode.window.showTextDocument(draft.document, { preserveFocus: true });
    assert.equal(await meant(), NOTED);
    await vscode.window.showTextDocument(draft.document);
    await vscode.commands.executeCommand('cursorRight');
    await until('the citation', async () => (await meant()) === KNUTH);
    await run('_revealPaper', KNUTH);
    await until('the row again', async () => (await meant()) === KNUTH);
    await openAt(NOTE, '## Questions');
    await until('the note', async () => (await meant()) === NOTED);
  });

  it('sets the status of the paper that is cited at the cursor', async () => {
    await inDocument(MARKDOWN, `As [@noted|2020].`, async () => run('setStatus', undefined, 'reading'));
    assert.match(await read(workspaceFile(NOTE)), /^status: reading$/m);
  });

  it('opens the note of the paper that is cited at the cursor', () =>
    inDocument(MARKDOWN, `As [@noted|2020].`, async () => {
      await run('openNote');
      assert.equal(vscode.window.activeTextEditor?.document.uri.path, workspaceFile(NOTE).path);
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    }));

  it('asks for another paper to cite where one is cited', () =>
    inDocument(MARKDOWN, `As [@knuth|1984texbook].`, async ({ document }) => {
      await unanswered(run('insertCitation'));
      assert.equal(document.getText(), `As [@${KNUTH}].`);
    }));
});

import assert from 'node:assert/strict';
import Mocha from 'mocha';
import * as vscode from 'vscode';
import type { LiteratureNotesApi } from '../../../src/api';
import { Limits } from '../limits';
import { INDEX_MS, SAVE_TO_TREE_MS, STALL_MS, STATUSES_MS } from '../notes/limits';
import { Turns } from '../turns';

const CHANGED = 1000;
const SAVES = 5;
const ASKED_MS = 1000;

/** What thousands of notes cost inside VS Code, and whether that is within what it must be. */
describe('Notes in the extension host', function () {
  this.timeout(120_000);
  let turns: Turns;
  const limits = new Limits(tell);
  let api: LiteratureNotesApi;
  let keys: string[];

  // Not sooner: it keeps the thread busy, which would be measured where other tests of the bundle run.
  before(() => {
    turns = new Turns();
  });

  after(() => turns.stop());

  it('are read', async () => {
    const extension = vscode.extensions.getExtension<LiteratureNotesApi>('literature-notes.literature-notes');
    assert.ok(extension);
    api = await extension.activate();
    await timed('ready', () => api.ready());
    // Views do work of their own with each change.
    for (const view of ['papers', 'notes']) await vscode.commands.executeCommand(`literatureNotes.${view}.focus`);
    keys = api.entries().map(({ citekey }) => citekey);
    assert.equal(keys.filter((key) => api.noteUri(key)).length, 5000);
    // What is read before the tests begin is not in that time.
    const again = () => vscode.commands.executeCommand('literatureNotes.refresh');
    await timed('the paper list and 5,000 notes read again', again, INDEX_MS);
  });

  it('are heard of when they are saved', async () => {
    const uri = api.noteUri(keys[7]);
    assert.ok(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    // It starts with the first document of Markdown, and takes its time.
    await vscode.extensions.getExtension('vscode.markdown-language-features')?.activate();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    turns.reset();
    for (let i = 0; i < SAVES; i++) {
      const edit = new vscode.WorkspaceEdit();
      const line = document
        .getText()
        .split('\n')
        .findIndex((text) => text.startsWith('status:'));
      edit.replace(uri, document.lineAt(line).range, `status: s${i}`);
      await vscode.workspace.applyEdit(edit);
      const told = new Promise<void>((resolve) => {
        const listening = api.onDidChangeLibrary(() => {
          if (api.note(keys[7])?.status !== `s${i}`) return;
          listening.dispose();
          resolve();
        });
      });
      const saved = new Promise<number>((resolve) => {
        const listening = vscode.workspace.onDidSaveTextDocument(() => {
          listening.dispose();
          resolve(performance.now());
        });
      });
      await document.save();
      await told;
      limits.below('from the save to those who listen', performance.now() - (await saved), SAVE_TO_TREE_MS);
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
    limits.below('longest turn of that', turns.longest, STALL_MS);
  });

  it('are changed together', async () => {
    const some = keys.slice(0, CHANGED);
    const withStatus = (status: string) => some.filter((key) => api.note(key)?.status === status).length;
    const set = () => vscode.commands.executeCommand('literatureNotes.setStatus', some, 'reading');
    await timed(`status of ${CHANGED} set`, set, STATUSES_MS);
    assert.equal(withStatus('reading'), CHANGED);
    const undo = () => vscode.commands.executeCommand('literatureNotes.undoLastChange');
    await timed('that undone', undo, STATUSES_MS);
    assert.equal(withStatus('reading'), 0);
  });

  it('are made together', async () => {
    const noteless = keys.filter((key) => api.noteUri(key) === undefined).slice(0, CHANGED);
    assert.equal(noteless.length, CHANGED);
    await vscode.commands.executeCommand('notifications.clearAll');
    const making = vscode.commands.executeCommand('literatureNotes.setStatus', noteless, 'reading');
    // The question is there by then; a second press would stop the making.
    await new Promise((resolve) => setTimeout(resolve, ASKED_MS));
    await vscode.commands.executeCommand('notification.acceptPrimaryAction');
    await timed(`status of ${CHANGED} papers without a note set`, () => making, STATUSES_MS);
    assert.equal(noteless.filter((key) => api.note(key)?.status === 'reading').length, CHANGED);
    await timed('those undone', () => vscode.commands.executeCommand('literatureNotes.undoLastChange'));
    const folder = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0].uri, 'notes');
    assert.equal((await vscode.workspace.fs.readDirectory(folder)).length, 5000);
  });

  it('are within their limits', () => assert.deepEqual(limits.missed, []));

  /** Tells how long something takes, which may have a limit, and the longest turn of it, which has one. */
  async function timed(what: string, work: () => PromiseLike<unknown>, limit?: number): Promise<void> {
    turns.reset();
    const start = performance.now();
    await work();
    const time = performance.now() - start;
    if (limit === undefined) tell(`${what}: ${time.toFixed(0)} ms`);
    else limits.below(what, time, limit);
    limits.below('longest turn of that', turns.longest, STALL_MS);
  }
});

/** Shows a line among the tests. */
function tell(line: string): void {
  Mocha.reporters.Base.consoleLog(`      ${line}`);
}

import assert from 'node:assert/strict';
import Mocha from 'mocha';
import * as vscode from 'vscode';
import type { LiteratureNotesApi } from '../../../src/api';
import { Turns } from '../turns';

const CHANGED = 1000;
const SAVES = 5;
const ASKED_MS = 1000;

/** What thousands of notes cost inside VS Code. It asserts nothing about times: they are for people to read. */
describe('Notes in the extension host', function () {
  this.timeout(120_000);
  const turns = new Turns();
  let api: LiteratureNotesApi;
  let keys: string[];

  after(() => turns.stop());

  it('are read', async () => {
    const extension = vscode.extensions.getExtension<LiteratureNotesApi>('literature-notes.literature-notes');
    assert.ok(extension);
    api = await extension.activate();
    await timed('ready', () => api.ready());
    keys = api.entries().map(({ citekey }) => citekey);
    tell(`${keys.filter((key) => api.noteUri(key)).length} notes`);
  });

  it('are heard of when they are saved', async () => {
    const uri = api.noteUri(keys[7]);
    assert.ok(uri);
    const document = await vscode.workspace.openTextDocument(uri);
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
      tell(`from the save to the views ${(performance.now() - (await saved)).toFixed(0)} ms`);
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  });

  it('are changed together', async () => {
    const some = keys.slice(0, CHANGED);
    const withStatus = (status: string) => some.filter((key) => api.note(key)?.status === status).length;
    await timed(`status of ${CHANGED} set`, () =>
      vscode.commands.executeCommand('literatureNotes.setStatus', some, 'reading'),
    );
    assert.equal(withStatus('reading'), CHANGED);
    await timed('that undone', () => vscode.commands.executeCommand('literatureNotes.undoLastChange'));
  });

  it('are made together', async () => {
    const noteless = keys.filter((key) => api.noteUri(key) === undefined).slice(0, CHANGED);
    assert.equal(noteless.length, CHANGED);
    await vscode.commands.executeCommand('notifications.clearAll');
    const making = vscode.commands.executeCommand('literatureNotes.setStatus', noteless, 'reading');
    // The question is there by then; a second press would stop the making.
    await new Promise((resolve) => setTimeout(resolve, ASKED_MS));
    await vscode.commands.executeCommand('notification.acceptPrimaryAction');
    await timed(`${CHANGED} new notes`, () => making);
    assert.equal(noteless.filter((key) => api.note(key)?.status === 'reading').length, CHANGED);
    await timed('those undone', () => vscode.commands.executeCommand('literatureNotes.undoLastChange'));
    const folder = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0].uri, 'notes');
    assert.equal((await vscode.workspace.fs.readDirectory(folder)).length, 5000);
  });

  async function timed(what: string, work: () => PromiseLike<unknown>): Promise<void> {
    turns.reset();
    const start = performance.now();
    await work();
    tell(`${what} ${(performance.now() - start).toFixed(0)} ms, longest turn ${turns.longest.toFixed(0)} ms`);
  }
});

/** Shows a line among the tests. */
function tell(line: string): void {
  Mocha.reporters.Base.consoleLog(`      ${line}`);
}

import assert from 'node:assert/strict';
import { chmod } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { LiteratureNotesApi } from '../../../src/api';
import { SERVICE_IDS } from '../../../src/online/services';
import { LocalServer } from '../../online/localServer';
import { closeEditors, literature, read, remove, until, write } from '../support';

const OLD = '@book{old2000,\n  title = {Old},\n}\n';
const PAPER = '@misc{kept2020,\n  title = {A Paper to Be Kept},\n}\n';

describe('What Add Paper does not add', () => {
  let api: LiteratureNotesApi;
  let server: LocalServer;
  let list: vscode.Uri;
  let path: string;
  let lists = 0;
  const settings = () => vscode.workspace.getConfiguration('literatureNotes');
  const set = (name: string, value: unknown) => settings().update(name, value, vscode.ConfigurationTarget.Global);
  const run = (command: string) => vscode.commands.executeCommand(command);

  before(async () => {
    api = await literature();
    server = await LocalServer.listen();
    await set('online.endpoints', Object.fromEntries(SERVICE_IDS.map((id) => [id, `${server.url}/${id}`])));
    await vscode.env.clipboard.writeText('');
    // What others have left in the box is gone where it is seen and left again.
    await leaving(add());
  });
  beforeEach(async () => {
    // A name of its own: what was an open document before is as VS Code remembers it.
    path = `kept${++lists}.bib`;
    list = await write(path, OLD);
    await until('the list', () => api.entry('old2000'));
  });
  afterEach(async () => {
    await run('notifications.clearAll');
    await run('workbench.action.closeQuickOpen');
    await set('sources', undefined);
    // What is seen again and left again is gone.
    await leaving(add());
    await closeEditors();
    await chmod(list.fsPath, 0o644);
    await remove(path);
    await until('the end', () => !api.entry('old2000') && !api.entry('kept2020'));
    server.reset();
  });
  after(async () => {
    await set('online.endpoints', undefined);
    await server.close();
  });

  /** Begins to add; without a text in the box. */
  const add = (...args: readonly unknown[]) => {
    const adding = { isDone: false, keys: undefined as readonly string[] | undefined };
    void vscode.commands.executeCommand<readonly string[]>('literatureNotes.addPaper', ...args).then((keys) => {
      adding.isDone = true;
      adding.keys = keys;
    });
    return adding;
  };
  /** Does something again and again until something holds: what is asked next may take its time. */
  const doing = (command: string, what: string, holds: () => unknown) =>
    until(what, async () => holds() || (await run(command), holds()));
  const accepting = (what: string, holds: () => unknown) =>
    doing('workbench.action.acceptSelectedQuickOpenItem', what, holds);
  const leaving = (adding: { readonly isDone: boolean }) =>
    doing('workbench.action.closeQuickOpen', 'the end of the command', () => adding.isDone);

  /** What was not added stands in the box when it opens next, and is added from there. */
  const isAddedFromBox = async () => {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(list));
    const again = add();
    await accepting('the paper', () => again.isDone);
    assert.deepEqual(again.keys, ['kept2020']);
    const now = (await vscode.workspace.openTextDocument(list)).getText();
    assert.ok(now.startsWith(OLD) && now.includes('kept2020'), now);
  };

  it('as the user would rather not ask the services is not sent, and can be looked up from the box next time', async () => {
    const adding = add('10.1234/declined');
    await leaving(adding);
    assert.deepEqual(adding.keys, []);
    assert.deepEqual(server.received, []);
    const again = add();
    await accepting('a request', () => server.received.some(({ path }) => path.endsWith('declined')));
    await leaving(again);
  });

  it('as there is no list is added from the box once there is one', async () => {
    await set('sources', ['nowhere/*.bib']);
    await until('no list', () => !api.entry('old2000'));
    const adding = add(PAPER);
    await doing('notifications.clearAll', 'the end', () => adding.isDone);
    assert.deepEqual(adding.keys, []);
    await set('sources', undefined);
    await until('the list', () => api.entry('old2000'));
    await isAddedFromBox();
  });

  it('as the list must not be written leaves it as it is', async () => {
    await chmod(list.fsPath, 0o444);
    const at = vscode.commands.executeCommand('literatureNotes.addPaper', PAPER, { source: list, confirm: false });
    assert.equal(await at, undefined);
    assert.equal(await read(list), OLD);
    assert.equal((await vscode.workspace.openTextDocument(list)).getText(), OLD);
  });

  it('is nothing where another program changes the list meanwhile: its words stay beside the paper', async () => {
    const adding = add(PAPER, { source: list });
    await write(path, `% theirs\n${OLD}`);
    await accepting('the paper', () => adding.isDone);
    assert.deepEqual(adding.keys, ['kept2020']);
    const now = (await vscode.workspace.openTextDocument(list)).getText();
    assert.ok(now.startsWith(`% theirs\n${OLD}`) && now.includes('kept2020'), now);
  });
});

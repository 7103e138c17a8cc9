import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { LiteratureNotesApi } from '../../../src/api';
import { SERVICE_IDS } from '../../../src/online/services';
import { json, LocalServer } from '../../online/localServer';
import { closeEditors, literature, read, remove, until, write } from '../support';

const BIB = `@misc{asked2017,
  title = {Attention Is All You Need},
  author = {Vaswani, Ashish},
  eprint = {1706.03762},
  archiveprefix = {arXiv},
}
`;

describe('Where the user would rather not have services asked', () => {
  let api: LiteratureNotesApi;
  let server: LocalServer;
  let list: vscode.Uri;
  const set = (name: string, value: unknown) =>
    vscode.workspace.getConfiguration('literatureNotes').update(name, value, vscode.ConfigurationTarget.Global);

  before(async () => {
    api = await literature();
    // Nobody was told of this server before.
    server = await LocalServer.listen();
    server.on(/./, json({}));
    await set('online.endpoints', Object.fromEntries(SERVICE_IDS.map((id) => [id, `${server.url}/${id}`])));
    await vscode.env.clipboard.writeText('');
    list = await write('asked.bib', BIB);
    await until('the list', () => api.entry('asked2017'));
  });
  afterEach(closeEditors);
  after(async () => {
    await set('online.endpoints', undefined);
    await remove('asked.bib');
    await until('the end', () => !api.entry('asked2017'));
    await server.close();
  });

  const commands: readonly (readonly [command: string, args: () => readonly unknown[]])[] = [
    ['addPaper', () => ['10.1234/a']],
    ['addPaper', () => ['Attention Is All You Need', { source: list }]],
    ['_searchOnlineHere', () => ['attention']],
    ['verifyReferences', () => ['asked2017']],
    ['verifyReferences', () => [list]],
    ['completeMetadata', () => ['asked2017']],
    ['findPublishedVersion', () => ['asked2017']],
    ['findPublishedVersion', () => [list]],
    ['checkRetractions', () => []],
    ['checkRetractions', () => [list]],
    ['_lookForKey', () => [String(list), 'unknown2020paper', 0]],
  ];
  for (const [command, args] of commands) {
    it(`nothing is sent, and nothing changed: ${command} (${args().length} arguments)`, async () => {
      let isDone = false;
      void vscode.commands.executeCommand(`literatureNotes.${command}`, ...args()).then(() => (isDone = true));
      await until('the end of the command', async () => {
        await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
        return isDone;
      });
      assert.deepEqual(server.received, []);
      assert.equal((await vscode.workspace.openTextDocument(list)).getText(), BIB);
      assert.equal(await read(list), BIB);
    });
  }
});

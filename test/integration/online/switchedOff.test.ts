import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { LiteratureNotesApi } from '../../../src/api';
import { SERVICE_IDS } from '../../../src/online/services';
import { json, LocalServer } from '../../online/localServer';
import { closeEditors, literature, read, remove, until, write } from '../support';

const BIB = `@misc{off2017,
  title = {Attention Is All You Need},
  author = {Vaswani, Ashish},
  eprint = {1706.03762},
  archiveprefix = {arXiv},
}
`;

describe('While literatureNotes.online.enabled is off', () => {
  let api: LiteratureNotesApi;
  let server: LocalServer;
  let list: vscode.Uri;
  let text: vscode.Uri;
  const settings = () => vscode.workspace.getConfiguration('literatureNotes');
  const set = (name: string, value: unknown) => settings().update(name, value, vscode.ConfigurationTarget.Global);

  before(async () => {
    api = await literature();
    server = await LocalServer.listen();
    server.on(/./, json({}));
    await set('online.endpoints', Object.fromEntries(SERVICE_IDS.map((id) => [id, `${server.url}/${id}`])));
    list = await write('off.bib', BIB);
    text = await write('off.md', 'See [@off2017] and [@unknown2020paper].\n');
    await until('the list', () => api.entry('off2017'));
    await set('online.enabled', false);
  });
  afterEach(closeEditors);
  after(async () => {
    await set('online.enabled', undefined);
    await set('online.endpoints', undefined);
    await set('newPapers.feeds', undefined);
    await Promise.all(['off.bib', 'off.md'].map(remove));
    await until('the end', () => !api.entry('off2017'));
    await server.close();
  });

  /** Nothing was sent, and nothing was changed. */
  const nothingHappened = async () => {
    assert.deepEqual(
      server.received.map(({ path }) => path),
      [],
    );
    assert.equal((await vscode.workspace.openTextDocument(list)).getText(), BIB);
    assert.equal(await read(list), BIB);
  };

  const atOnce = { confirm: false };
  const commands: readonly (readonly [command: string, args: () => readonly unknown[]])[] = [
    ['addPaper', () => ['10.1234/a', { source: list, ...atOnce }]],
    ['addPaper', () => ['Attention Is All You Need', { source: list, ...atOnce }]],
    ['searchOnline', () => ['attention']],
    ['_searchOnlineHere', () => ['attention']],
    ['verifyReferences', () => ['off2017']],
    ['verifyReferences', () => ['off2017', atOnce]],
    ['verifyReferences', () => [list, atOnce]],
    ['verifyReferences', () => [text]],
    ['completeMetadata', () => ['off2017']],
    ['completeMetadata', () => ['off2017', atOnce]],
    ['findPublishedVersion', () => ['off2017']],
    ['findPublishedVersion', () => [list]],
    ['showCitedWorks', () => ['off2017']],
    ['showCitingWorks', () => ['off2017']],
    ['findMissingWorks', () => [text, 1]],
  ];
  for (const [command, args] of commands) {
    it(`${command} refuses at once and asks nobody (${args().length} arguments)`, async () => {
      assert.equal(await vscode.commands.executeCommand(`literatureNotes.${command}`, ...args()), undefined);
      await nothingHappened();
    });
  }

  const methods: readonly (readonly [name: string, call: () => Promise<unknown>])[] = [
    ['lookUp', () => api.lookUp('10.1234/a')],
    ['lookUp of nothing', () => api.lookUp('')],
    ['searchOnline', () => api.searchOnline('attention', 3)],
    ['searchOnline for nothing', () => api.searchOnline('')],
    ['verify', () => api.verify(['off2017'])],
    ['verify of nothing', () => api.verify([])],
    ['verify of nobody', () => api.verify(['nobody1900'])],
  ];
  for (const [name, call] of methods) {
    it(`${name} of the API rejects with one clear sentence`, async () => {
      await assert.rejects(call(), { message: 'Asking online services is switched off (literatureNotes.online).' });
      await nothingHappened();
    });
  }

  it('no workspace can switch it on', async () => {
    const { Workspace } = vscode.ConfigurationTarget;
    await settings().update('online.enabled', true, Workspace);
    try {
      await assert.rejects(api.lookUp('10.1234/a'), { message: /switched off/ });
      await nothingHappened();
    } finally {
      await settings().update('online.enabled', undefined, Workspace);
    }
  });

  it('feeds that are followed are not fetched, by command either', async () => {
    await set('newPapers.feeds', [{ kind: 'arxiv', categories: ['cs.CL'] }, { kind: 'huggingface-daily' }]);
    await vscode.commands.executeCommand('literatureNotes.fetchNewPapers');
    await nothingHappened();
  });

  it('what is stated in full can still be added', async () => {
    const add = vscode.commands.executeCommand<string[]>(
      'literatureNotes.addPaper',
      '@misc{stated1, title = {Stated}}',
      { source: list, ...atOnce },
    );
    assert.deepEqual(await add, ['stated1']);
    assert.equal(server.received.length, 0);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(list));
    await vscode.commands.executeCommand('undo');
    await nothingHappened();
  });
});

describe('While a service is left out of literatureNotes.online.services', () => {
  let api: LiteratureNotesApi;
  let server: LocalServer;
  const settings = () => vscode.workspace.getConfiguration('literatureNotes.online');
  const { Global, Workspace } = vscode.ConfigurationTarget;

  before(async () => {
    api = await literature();
    server = await LocalServer.listen();
    await settings().update(
      'endpoints',
      Object.fromEntries(SERVICE_IDS.map((id) => [id, `${server.url}/${id}`])),
      Global,
    );
  });
  afterEach(async () => {
    await settings().update('services', undefined, Workspace);
    await settings().update('services', undefined, Global);
    server.reset();
  });
  after(async () => {
    await settings().update('endpoints', undefined, Global);
    await server.close();
  });

  const asked = async () => {
    await api.lookUp('10.1234/a');
    return server.received.map(({ path }) => path.split('/')[1]);
  };

  it('by the user, no workspace can let it in', async () => {
    await settings().update('services', ['datacite'], Global);
    await settings().update('services', ['crossref', 'datacite'], Workspace);
    assert.deepEqual(await asked(), ['datacite']);
  });

  it('by the workspace, it is not asked there', async () => {
    await settings().update('services', ['crossref'], Workspace);
    assert.deepEqual(await asked(), ['crossref']);
  });
});

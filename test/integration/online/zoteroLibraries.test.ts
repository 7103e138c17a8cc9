import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ApiEntry, LiteratureNotesApi } from '../../../src/api';
import { LocalConnection } from '../../../src/online/zotero/connection';
import { LiveZotero } from '../../../src/online/zotero/liveZotero';
import { LOOPBACK } from '../../../src/platform/node/loopback';
import { keptCopy } from '../../../src/vscode/zotero/keptCopy';
import { json, LocalServer, text } from '../../online/localServer';
import { fill, ZoteroServer } from '../../online/zoteroServer';
import { closeEditors, literature, remove, until, write } from '../support';

const MINE = { server: 'zotero', library: 'user' };

describe('The libraries of Zotero that are followed', () => {
  let api: LiteratureNotesApi;
  let server: ZoteroServer;
  const settings = () => vscode.workspace.getConfiguration('literatureNotes');
  const { Global } = vscode.ConfigurationTarget;
  const run = (command: string, ...args: unknown[]) =>
    vscode.commands.executeCommand(`literatureNotes.${command}`, ...args);
  const followed = () => settings().inspect('zotero.libraries')?.globalValue;
  /** Runs a command and answers all that it asks with a key, until it is through. */
  const answered = async (
    answer: 'acceptSelectedQuickOpenItem' | 'closeQuickOpen',
    command: string,
    ...args: unknown[]
  ) => {
    let done: { readonly result: unknown } | undefined;
    void run(command, ...args).then((result) => (done = { result }));
    await until('the end of the command', async () => {
      if (!done) await vscode.commands.executeCommand(`workbench.action.${answer}`);
      return done;
    });
    return done?.result;
  };
  const isOfList = ({ source }: ApiEntry) => source.uri.path.endsWith('/zotero.bib');
  /** How often pages of the whole library were asked for since the last time. */
  const pages = () => server.http.received.splice(0).filter(({ query }) => query.get('sort') === 'dateAdded').length;

  before(async () => void (api = await literature()));
  beforeEach(async () => {
    server = await ZoteroServer.listen({ version: '10.0.1' });
    await settings().update('online.endpoints', { zotero: server.http.url }, Global);
  });
  afterEach(async () => {
    await settings().update('zotero.libraries', undefined, Global);
    await until('the end of the library', () =>
      api.entries().every(({ source }) => !source.uri.path.includes('/libraries/')),
    );
    await settings().update('online.endpoints', undefined, Global);
    await closeEditors();
    await server.close();
  });

  describe('are chosen', () => {
    it('from what Zotero has, which is asked for by nobody before', async () => {
      server.groups.push({ id: 42, name: 'Our Group' });
      server.library.collections = [{ key: 'COLL0001', name: 'Robots' }];
      server.library.searches.set('SEARCH01', { name: 'New ones', keys: [] });
      fill(server, 2);
      assert.deepEqual(server.http.received, []);
      await answered('acceptSelectedQuickOpenItem', 'zotero.addLibrary');
      const asked = server.http.received.slice(0, 3).map(({ path }) => path);
      assert.deepEqual(asked.sort(), ['/api/users/0/collections', '/api/users/0/groups', '/api/users/0/searches']);
      assert.deepEqual(followed(), [MINE]);
      // The papers that were seen last are there before.
      let whole = 0;
      await until('the library', () => (whole += pages()) > 0);
      await until('the papers', () => api.entry('writer2'));
      assert.equal(whole + pages(), 1);
    });

    it('or not, where the user leaves', async () => {
      await answered('closeQuickOpen', 'zotero.addLibrary');
      assert.equal(followed(), undefined);
    });

    it('or not, where Zotero is closed, or lets nobody read it: a sentence says so, and nothing is asked', async () => {
      server.isApiOn = false;
      await run('zotero.addLibrary');
      await server.close();
      await run('zotero.addLibrary');
      assert.equal(followed(), undefined);
      server = await ZoteroServer.listen({ version: '10.0.1' });
    });

    it('from what JabRef has open, where it answers in Zotero’s place', async () => {
      const jabref = await LocalServer.listen();
      jabref.on(/^\/libraries$/, json(['Maps.bib-1']));
      jabref.on(/entries$/, text('@book{jab2020,\n  title = {Maps in JabRef},\n}\n', 'application/x-bibtex'));
      await settings().update('online.endpoints', { zotero: jabref.url, jabref: jabref.url }, Global);
      await answered('acceptSelectedQuickOpenItem', 'zotero.addLibrary');
      assert.deepEqual(followed(), [{ server: 'jabref', library: 'Maps.bib-1' }]);
      await until('the paper', () => api.entry('jab2020'));
      await jabref.close();
    });

    it('from JabRef at an address of its own, also while Zotero is closed', async () => {
      const jabref = await LocalServer.listen();
      jabref.on(/^\/libraries$/, json(['maps.bib-1']));
      jabref.on(/entries$/, text('@book{jab2020,\n  title = {Maps in JabRef},\n}\n', 'application/x-bibtex'));
      await settings().update('online.endpoints', { zotero: server.http.url, jabref: jabref.url }, Global);
      await server.close();
      await answered('acceptSelectedQuickOpenItem', 'zotero.addLibrary');
      assert.deepEqual(followed(), [{ server: 'jabref', library: 'maps.bib-1' }]);
      await until('the paper', () => api.entry('jab2020'));
      await jabref.close();
      server = await ZoteroServer.listen({ version: '10.0.1' });
    });
  });

  it('have citekeys twice named, and neither item taken for the other', async () => {
    server.put({ key: 'ITEM0001', title: 'One', citationKey: 'same2020' });
    server.put({ key: 'ITEM0002', title: 'Two', citationKey: 'same2020' });
    const list = await write('zotero.bib', '@book{same2020,\n  title = {Other},\n}\n');
    await until('the list', () => api.entry('same2020'));
    await run('zotero.addLibrary', MINE);
    const named = () =>
      api.problems().filter(({ code, uri }) => code === 'duplicate-key' && uri.path.endsWith('Zotero.json'));
    await until('the problem', () => named().length > 0);
    assert.match(named()[0].message, /same2020/);
    assert.deepEqual(await run('zotero.refreshEntries', list, { confirm: false }), []);
    const { ambiguous } = (await run('zotero.push', 'same2020', { confirm: false })) as { ambiguous: string[] };
    assert.deepEqual(ambiguous, ['same2020']);
    assert.equal((await vscode.workspace.openTextDocument(list)).getText(), '@book{same2020,\n  title = {Other},\n}\n');
    await remove('zotero.bib');
    await until('the end of the list', () => !api.entries().some(isOfList));
  });

  describe('bring entries of a list up to date', () => {
    const OLD = '% mine\n@article{old2020,\n  title = {Old Maps},\n  doi = {10.5555/maps},\n  mine = {stays},\n}\n';
    let list: vscode.Uri;
    const content = async () => (await vscode.workspace.openTextDocument(list)).getText();
    const item = (more: object) => server.put({ key: 'ITEM0001', title: 'New Maps', DOI: '10.5555/maps', ...more });

    beforeEach(async () => {
      list = await write('zotero.bib', OLD);
      await until('the list', () => api.entry('old2020'));
    });
    afterEach(async () => {
      await closeEditors();
      await remove('zotero.bib');
      await until('the end of the list', () => !api.entries().some(isOfList));
    });

    it('after the changes were shown, and not where the user declines', async () => {
      item({ citationKey: 'old2020' });
      await run('zotero.addLibrary', MINE);
      await until('the copy', () => pages() > 0);
      const shown: string[] = [];
      const watching = vscode.workspace.onDidOpenTextDocument((document) => {
        if (document.uri.scheme === 'literature-notes-after') shown.push(document.getText());
      });
      assert.deepEqual(await answered('closeQuickOpen', 'zotero.refreshEntries', list), []);
      assert.equal(await content(), OLD);
      assert.deepEqual(await answered('acceptSelectedQuickOpenItem', 'zotero.refreshEntries', list), ['old2020']);
      watching.dispose();
      assert.equal(await content(), OLD.replace('Old Maps', 'New Maps'));
      assert.ok(shown.includes(OLD.replace('Old Maps', 'New Maps')), JSON.stringify(shown));
    });

    it('also of several lists, all at once', async () => {
      const second = await write('zotero2.bib', '@article{other2020,\n  title = {Other},\n}\n');
      await until('the second list', () => api.entry('other2020'));
      item({ citationKey: 'old2020' });
      server.put({ key: 'ITEM0002', title: 'Other Maps', citationKey: 'other2020' });
      await run('zotero.addLibrary', MINE);
      await until('the copy', () => pages() > 0);
      const keys = ['old2020', 'other2020'];
      await until('the refresh', async () => {
        const changed = await run('zotero.refreshEntries', keys, { confirm: false });
        return JSON.stringify(changed) === JSON.stringify(keys);
      });
      assert.match(await content(), /New Maps/);
      assert.match((await vscode.workspace.openTextDocument(second)).getText(), /Other Maps/);
      await closeEditors();
      await remove('zotero2.bib');
      await until('the end of the second list', () =>
        api.entries().every(({ source }) => !/zotero2\.bib$/.test(source.uri.path)),
      );
    });

    /** Refreshes the entry, which is `new2020` in Zotero by now, and has it renamed wherever it stands. */
    const renamed = async () => {
      const draft = await write('zotero.md', '---\nbibliography: zotero.bib\n---\n\nSee [@old2020, p. 3].\n');
      await until('the citation', async () => (await api.citations('old2020')).length > 0);
      await vscode.commands.executeCommand('notifications.clearAll');
      // It does not wait for the answer.
      assert.deepEqual(await run('zotero.refreshEntries', list, { confirm: false }), []);
      const isRenamed = async () => /^% mine\n@article\{new2020,/.test(await content());
      await until('the rename', async () => {
        if (!(await isRenamed())) await vscode.commands.executeCommand('notification.acceptPrimaryAction');
        return isRenamed();
      });
      const document = await vscode.workspace.openTextDocument(draft);
      assert.match(document.getText(), /\[@new2020, p\. 3\]/);
      await closeEditors();
      await remove('zotero.md');
    };

    it('and offer to rename everywhere what was renamed in Zotero', async () => {
      item({ citationKey: 'new2020' });
      await run('zotero.addLibrary', MINE);
      await until('the item', () => api.entry('new2020'));
      await renamed();
    });

    it('and what has another citekey by Better BibTeX, though its item is as it was', async () => {
      let citekey = 'old2020';
      server.kind = { version: '7.0.11', betterBibtex: () => citekey };
      item({ title: 'Old Maps' });
      await run('zotero.addLibrary', MINE);
      await until('the copy', () => pages() > 0);
      assert.deepEqual(await run('zotero.refreshEntries', list, { confirm: false }), []);
      citekey = 'new2020';
      await renamed();
    });
  });

  it('are followed by several windows: each shows what another has seen, and does not ask for it again', async () => {
    fill(server, 3);
    await run('zotero.addLibrary', MINE);
    await until('the papers', () => api.entry('writer3'));
    assert.equal(pages(), 1);
    const { uri } = api.entry('writer3')!.source;
    const unheard = { wrote: () => {} } as unknown as Parameters<typeof keptCopy>[1];
    const zotero = new LocalConnection(LOOPBACK, server.http.url);
    const other = new LiveZotero(zotero, { server: 'zotero', library: 'user' }, keptCopy(uri, unheard));
    server.put({ key: 'P0000003', title: 'Another Title' });
    assert.equal(await other.look({ isWhole: false, signal: new AbortController().signal, progress: () => {} }), true);
    await until('the change', () => api.entry('writer3')?.title === 'Another Title');
    const { same } = (await run('zotero.push', 'writer3', { confirm: false })) as { same: string[] };
    assert.deepEqual([same, pages()], [['writer3'], 0]);
  });
});

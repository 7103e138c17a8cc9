import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { LiteratureNotesApi } from '../../../src/api';
import { emptyLibrary, fill, ZoteroServer } from '../../online/zoteroServer';
import { json, text } from '../../online/localServer';
import { closeEditors, literature, openMarked, read, remove, until, write } from '../support';

describe('Libraries of Zotero', () => {
  let api: LiteratureNotesApi;
  let server: ZoteroServer;
  const settings = () => vscode.workspace.getConfiguration('literatureNotes');
  const { Global } = vscode.ConfigurationTarget;
  const run = (command: string, ...args: unknown[]) =>
    vscode.commands.executeCommand(`literatureNotes.${command}`, ...args);
  const follow = (followed: unknown) => run('zotero.addLibrary', followed);

  before(async () => void (api = await literature()));
  beforeEach(async () => {
    server = await ZoteroServer.listen({ version: '10.0.1' });
    await settings().update('online.endpoints', { zotero: server.http.url }, Global);
  });
  afterEach(async () => {
    await settings().update('zotero.libraries', undefined, Global);
    await until('the end of the library', () => !api.entry('writer1') && !api.entry('own2020'));
    await settings().update('online.endpoints', undefined, Global);
    await closeEditors();
    await server.close();
  });

  it('are followed once they are added, and changes of theirs show', async () => {
    server.library.collections = [{ key: 'COLL0001', name: 'Robots' }];
    fill(server, 3);
    server.put({ key: 'P0000001', collections: ['COLL0001'] });
    server.put({ key: 'NOTE0001', itemType: 'note', parentItem: 'P0000002', note: '<p>An ornithopter!</p>' });
    await follow({ server: 'zotero', library: 'user' });
    assert.deepEqual(settings().get('zotero.libraries'), [{ server: 'zotero', library: 'user' }]);
    await until('the papers', () => api.entry('writer3'));
    assert.equal(api.entry('writer1')?.title, 'Maps for Patient Robots, Number 1');
    await until(
      'what the search finds in notes',
      async () => (await api.search('ornithopter'))[0]?.citekey === 'writer2',
    );
    server.put({ key: 'P0000003', title: 'Another Title' });
    server.remove('P0000002');
    await run('refresh');
    await until('the change', () => api.entry('writer3')?.title === 'Another Title' && !api.entry('writer2'));
    await until('its end in the search', async () => (await api.search('ornithopter')).length === 0);
  });

  it('stay as they were last seen while Zotero is closed', async () => {
    fill(server, 2);
    await follow({ server: 'zotero', library: 'user' });
    await until('the papers', () => api.entry('writer2'));
    await server.close();
    await run('refresh');
    assert.ok(api.entry('writer2'));
    server = await ZoteroServer.listen({ version: '10.0.1' });
  });

  it('of groups, and parts of them, are followed, too; nothing is followed twice', async () => {
    server.groups.push({ id: 42, name: 'Our Group' });
    const group = emptyLibrary();
    group.collections = [{ key: 'COLL0001', name: 'Ours' }];
    server.libraries.set('42', group);
    server.put({ key: 'IN000001', title: 'Inside', citationKey: 'own2020', collections: ['COLL0001'] }, group);
    server.put({ key: 'OUT00001', title: 'Outside', citationKey: 'other2020' }, group);
    const followed = { server: 'zotero', library: '42', collection: 'COLL0001' };
    await follow(followed);
    void follow(followed);
    await until('the papers', () => api.entry('own2020'));
    assert.equal(api.entry('other2020'), undefined);
    assert.equal((settings().get('zotero.libraries') as unknown[]).length, 1);
  });

  it('have their papers opened in Zotero', async () => {
    fill(server, 1);
    server.put({
      key: 'PDFFILE1',
      itemType: 'attachment',
      parentItem: 'P0000001',
      contentType: 'application/pdf',
      filename: 'a.pdf',
    });
    await follow({ server: 'zotero', library: 'user' });
    await until('the paper', () => api.entry('writer1'));
    assert.deepEqual(await run('zotero.open', 'writer1'), ['zotero://select/library/items/P0000001']);
    // At first it is as it was last seen.
    const pdf = async () => (await run('zotero.open', 'writer1', { page: 3 })) as string[];
    await until('the PDF', async () => (await pdf())[0] === 'zotero://open-pdf/library/items/PDFFILE1?page=3');
  });

  it('give papers to be cited, picked in the window of Zotero', async () => {
    const citationItems = [{ id: 'doe2020', locator: '3', label: 'page', prefix: 'see' }];
    server.http.on(/cayw/, json({ pick: [{ citationItems }], output: '' }));
    const { document } = await openMarked('As |says.', { language: 'markdown' });
    await run('zotero.cite');
    assert.equal(document.getText(), 'As [see @doe2020, p. 3]says.');
    server.http.on(/cayw/, text('[see @li2021, p. 3]', 'text/plain'));
    const latex = await openMarked('As |says.', { path: 'zotero.tex' });
    await run('zotero.cite');
    assert.equal(latex.document.getText(), 'As \\cite[see][p.~3]{li2021}says.');
    await closeEditors();
    await remove('zotero.tex');
  });

  it('leave a document alone where nothing is picked', async () => {
    server.http.on(/cayw/, text('', 'text/plain'));
    const { document } = await openMarked('As |says.', { language: 'markdown' });
    await run('zotero.cite');
    assert.equal(document.getText(), 'As says.');
  });

  it('fill bibliographies, whose entries they keep up to date', async () => {
    fill(server, 2);
    await follow({ server: 'zotero', library: 'user' });
    await until('the papers', () => api.entry('writer2'));
    const hand = '% mine\n@book{hand2000,\n  title = {By Hand},\n}\n';
    const list = await write('zotero.bib', hand);
    const draft = await write('zotero.md', '---\nbibliography: zotero.bib\n---\n\n[@writer1; @hand2000]\n');
    await until('the list', () => api.entry('hand2000'));
    await vscode.window.showTextDocument(draft);
    await run('addCitedToBibliography', draft);
    const document = await vscode.workspace.openTextDocument(list);
    assert.match(document.getText(), /@article\{writer1,/);
    await document.save();
    const added = await read(list);
    server.put({ key: 'P0000001', title: 'Maps, Second Edition', volume: '7' });
    // The papers of the list come before those of Zotero.
    await until('the entry of the list', async () => {
      const changed = (await run('zotero.refreshEntries', list, { confirm: false })) as string[];
      return changed.length === 1 && changed[0] === 'writer1';
    });
    const refreshed = document.getText();
    assert.match(refreshed, /title\s*= \{Maps, Second Edition\}/);
    assert.match(refreshed, /volume\s*= \{7\}/);
    assert.ok(refreshed.startsWith(hand) || refreshed.includes(hand.trim()), refreshed);
    await vscode.commands.executeCommand('undo');
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), added);
    await closeEditors();
    await remove('zotero.bib');
    await remove('zotero.md');
    await until('the end of the list', () => !api.entry('hand2000'));
  });

  it('are asked for by nobody who follows none', async () => {
    fill(server, 1);
    await run('refresh');
    assert.deepEqual(server.http.received, []);
  });
});

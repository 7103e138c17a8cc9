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
    server.put({ key: 'PDFFILE2', itemType: 'attachment', parentItem: 'P0000001', contentType: 'application/pdf' });
    server.put({
      key: 'MARK0001',
      itemType: 'annotation',
      parentItem: 'PDFFILE2',
      annotationSortIndex: '00004|000100|00100',
    });
    await run('refresh');
    const marked = ['zotero://open-pdf/library/items/PDFFILE2?page=5&annotation=MARK0001'];
    assert.deepEqual(await run('zotero.open', 'writer1', { annotation: 'MARK0001' }), marked);
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

  it('take papers, with their status and tags, and show what was changed there meanwhile', async () => {
    fill(server, 1);
    await follow({ server: 'zotero', library: 'user' });
    await until('the papers', () => api.entry('writer1'));
    await write('zotero.bib', '@book{new2020,\n  title = {New Gardens},\n}\n');
    await write('zotero/writer1.md', '---\ncitekey: writer1\nstatus: read\ntags: [mine]\n---\n');
    await until('the list', () => api.entry('new2020'));
    await until('the note', () => api.note('writer1'));
    const push = (...keys: string[]) =>
      run('zotero.push', keys, { confirm: false }) as Promise<{ added: string[]; changed: string[]; same: string[] }>;
    const first = await push('new2020', 'writer1');
    assert.deepEqual([first.added, first.changed], [['new2020'], ['writer1']]);
    const item = () => server.library.items.get('P0000001');
    assert.match(String(item()?.extra), /^Read_Status: Read$/m);
    assert.ok((item()!.tags as { tag: string }[]).some(({ tag }) => tag === 'mine'));
    assert.deepEqual((await push('new2020', 'writer1')).same, ['new2020', 'writer1']);
    assert.equal(server.writes.asked, 1);
    // Somebody changes the item while the user's change is on its way.
    server.put({ key: 'P0000001', extra: '' });
    server.writes.meanwhile = () => server.put({ key: 'P0000001', extra: 'own: words' });
    const pushing = push('writer1');
    await until('the difference', () =>
      vscode.workspace.textDocuments.some(
        (shown) =>
          shown.uri.scheme === 'literature-notes-after' && /own: words\nRead_Status: Read/.test(shown.getText()),
      ),
    );
    const before = vscode.workspace.textDocuments.find(({ uri }) => uri.query.endsWith('-before'));
    assert.match(before?.getText() ?? '', /own: words\n\nTags/);
    assert.equal(item()?.extra, 'own: words');
    let outcome: { changed: string[] } | undefined;
    void pushing.then((it) => (outcome = it));
    await until('the change', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return outcome;
    });
    assert.deepEqual(outcome?.changed, ['writer1']);
    assert.match(String(item()?.extra), /^own: words\nRead_Status: Read$/m);
    await closeEditors();
    await remove('zotero.bib');
    await remove('zotero');
    await until('the end of the note', () => !api.note('writer1'));
  });

  it('give annotations to the notes of papers, and leave what the user writes there', async () => {
    fill(server, 1);
    server.put({ key: 'PDFFILE1', itemType: 'attachment', parentItem: 'P0000001', contentType: 'application/pdf' });
    const mark = (key: string, annotationText: string, page: number) =>
      server.put({
        key,
        itemType: 'annotation',
        parentItem: 'PDFFILE1',
        annotationText,
        annotationPageLabel: String(page),
        annotationSortIndex: `0000${page - 1}|000100|00100`,
      });
    mark('MARK0002', 'Robots that wait', 3);
    mark('MARK0001', 'A first mark', 2);
    await follow({ server: 'zotero', library: 'user' });
    await until('the papers', () => api.entry('writer1'));
    const uri = await write('zotero/writer1.md', '---\ncitekey: writer1\n---\n\nMine.\n');
    await until('the note', () => api.note('writer1'));
    const update = () => run('zotero.updateAnnotations', 'writer1');
    const text = async () => (await vscode.workspace.openTextDocument(uri)).getText();
    await until('the annotations', async () => ((await update()) as string[])[0] === 'writer1');
    const place = 'zotero://open-pdf/library/items/PDFFILE1';
    const written = await text();
    assert.match(written, /^---\ncitekey: writer1\n---\n\nMine\.\n\n## Annotations\n/);
    assert.ok(written.includes(`> A first mark\n>\n> [p. 2](${place}?page=2&annotation=MARK0001)`), written);
    assert.ok(written.indexOf('A first mark') < written.indexOf('Robots that wait'), written);
    const document = await vscode.workspace.openTextDocument(uri);
    const editor = await vscode.window.showTextDocument(document);
    const below = document.positionAt(written.indexOf('\n\n> Robots'));
    await editor.edit((builder) => builder.insert(below, '\n\nWhy first?'));
    mark('MARK0001', 'A mark, corrected', 2);
    server.remove('MARK0002');
    assert.deepEqual(await update(), ['writer1']);
    const updated = await text();
    assert.match(updated, /> A mark, corrected\n[^]*\n\nWhy first\?\n\n> ~~Robots that wait~~/);
    assert.deepEqual(await update(), []);
    assert.equal(await text(), updated);
    // What the user takes out stays away.
    const [taken] = /> A mark, corrected\n(?:>.*\n)+/.exec(updated)!;
    const [from, to] = [updated.indexOf(taken), updated.indexOf(taken) + taken.length];
    const range = new vscode.Range(document.positionAt(from), document.positionAt(to));
    await editor.edit((builder) => builder.delete(range));
    mark('MARK0003', 'A third mark', 4);
    assert.deepEqual(await update(), ['writer1']);
    assert.match(await text(), /> A third mark/);
    assert.ok(!(await text()).includes('A mark, corrected'));
    await closeEditors();
    await remove('zotero');
    await until('the end of the note', () => !api.note('writer1'));
  });

  it('keep papers here that they refuse, and are told of no paper that nobody agreed to', async () => {
    await write('zotero.bib', '@book{new2020,\n  title = {Refused},\n}\n@book{other2020,\n  title = {Other},\n}\n');
    await until('the list', () => api.entry('new2020') && api.entry('other2020'));
    const outcome = (await run('zotero.push', ['new2020', 'other2020'], { confirm: false })) as {
      added: string[];
      refused: Map<string, unknown>;
    };
    assert.deepEqual([outcome.added, [...outcome.refused.keys()]], [['other2020'], ['new2020']]);
    const { size } = server.library.items;
    const pushing = run('zotero.push', 'new2020');
    let isDone = false;
    void pushing.then(() => (isDone = true));
    await until('the question to go away', async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return isDone;
    });
    assert.equal(server.library.items.size, size);
    assert.ok(api.entry('new2020'));
    await remove('zotero.bib');
    await until('the end of the list', () => !api.entry('new2020'));
  });

  it('are asked for by nobody who follows none', async () => {
    fill(server, 1);
    await run('refresh');
    assert.deepEqual(server.http.received, []);
  });
});

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { OWN_SUMMARY } from '../../../src/library/formats/ownSummary';
import { readText } from '../../../src/library/formats/readers';
import { Library } from '../../../src/library/library';
import { NoteMaker } from '../../../src/vscode/notes/noteMaker';
import { FullDisk } from './fullDisk';

describe('Making a note', () => {
  const disk = new FullDisk();
  const folder = { uri: vscode.Uri.parse('notesdisk:/work'), name: 'work', index: 0 };
  const added: string[] = [];
  let isFollowed = true;
  const maker = new NoteMaker({
    library: { folderOf: () => folder },
    notes: { add: (uri: vscode.Uri) => Promise.resolve(void added.push(uri.path)), isNote: () => isFollowed },
  });
  let registered: vscode.Disposable;
  const paper = (text = '@book{key2020, title = {A Title}}') => {
    const library = new Library();
    library.setSource('file:///a.bib', readText('a.bib', text));
    return library.entries()[0];
  };

  before(() => {
    registered = vscode.workspace.registerFileSystemProvider('notesdisk', disk);
    disk.folders.add('/work');
  });
  after(async () => {
    registered.dispose();
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('leaves nothing behind where the disk is full, and tries no other name', async () => {
    let writes = 0;
    const write = disk.writeFile.bind(disk);
    disk.writeFile = (uri, content) => {
      writes++;
      write(uri, content);
    };
    disk.room = 20;
    assert.equal(await maker.create(paper(), '2026-01-31'), undefined);
    assert.equal(writes, 1);
    assert.deepEqual([[...disk.files], [...disk.folders], added], [[], ['/', '/work'], []]);
  });

  it('writes it whole where there is room', async () => {
    disk.room = Infinity;
    const made = await maker.create(paper(), '2026-01-31');
    assert.equal(made?.uri.path, '/work/notes/key2020.md');
    assert.deepEqual([...disk.files.keys()], added);
    assert.match(new TextDecoder().decode(disk.files.get('/work/notes/key2020.md')), /^---\ncitekey: key2020\n/);
  });

  it('says of a paper of the sample library that its summary is ours, also in a copy of that', async () => {
    const text = `@book{ours2020, title = {Ours}, abstract = {Said.}, annotation = {${OWN_SUMMARY}}}`;
    const made = await maker.create(paper(text), '2026-01-31');
    assert.match(
      new TextDecoder().decode(disk.files.get(made!.uri.path)),
      /^> Said\.\n>\n> Summary by Literature Notes, not the abstract of the paper\.$/m,
    );
    disk.files.delete(made!.uri.path);
    added.pop();
  });

  it('takes the note that another window has made meanwhile, and a hidden one, as it is', async () => {
    const before = disk.files.get('/work/notes/key2020.md');
    const made = await maker.create(paper(), '2026-01-31');
    assert.deepEqual([made?.uri.path, made?.isNew, made?.undo.deletes], ['/work/notes/key2020.md', false, []]);
    assert.deepEqual([...disk.files], [['/work/notes/key2020.md', before]]);
  });

  it('states nothing in a note that is hidden, and says so', async () => {
    isFollowed = false;
    const told: string[] = [];
    const states = [{ field: 'status', value: 'read' }] as const;
    const refused = (sentence: string) => void told.push(sentence);
    assert.equal(await maker.create(paper(), '2026-01-31', { states, refused }), undefined);
    assert.equal(told.length, 1);
    isFollowed = true;
  });

  it('takes the next name where the note of another paper has one', async () => {
    disk.files.set('/work/notes/key2020.md', new TextEncoder().encode('---\ncitekey: other\n---\n'));
    const made = await maker.create(paper(), '2026-01-31');
    assert.deepEqual([made?.uri.path, made?.isNew], ['/work/notes/key2020-2.md', true]);
  });
});

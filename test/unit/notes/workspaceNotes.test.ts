import assert from 'node:assert/strict';
import { fieldNames, OUR_NAMES } from '../../../src/notes/fieldNames';
import { WorkspaceNotes } from '../../../src/notes/workspaceNotes';
import { MemoryWorkspace, ROOT } from '../support/memoryWorkspace';

const note = (citekey: string, ...fields: string[]) => ['---', `citekey: ${citekey}`, ...fields, '---', ''].join('\n');

async function notesOf(
  workspace: MemoryWorkspace,
  settings = { folder: 'notes', names: OUR_NAMES },
  toldAtOnce?: number,
) {
  const notes = new WorkspaceNotes(() => settings, workspace, undefined, toldAtOnce);
  const told: string[] = [];
  notes.onDidChange((citekeys) => void told.push([...citekeys].sort().join(' ')));
  await notes.reload();
  return { notes, takeTold: () => told.splice(0) };
}

describe('The notes of a workspace', () => {
  it('are Markdown files that state a citekey, and those of the notes folder by their names', async () => {
    const workspace = new MemoryWorkspace({
      'deep/thoughts.md': note('smith2020', 'status: read'),
      'notes/jones2021.md': 'No front matter.',
      'plain/doe2022.md': 'No front matter.',
      'other.md': '---\ntitle: A page\n---\n',
    });
    const { notes, takeTold } = await notesOf(workspace);
    assert.equal(notes.noteOf('smith2020')?.uri, `${ROOT}/deep/thoughts.md`);
    assert.equal(notes.noteOf('jones2021')?.uri, `${ROOT}/notes/jones2021.md`);
    assert.equal(notes.noteOf('doe2022'), undefined);
    assert.deepEqual(takeTold(), ['jones2021 smith2020']);
  });

  it('are there once where the notes folder is a link to another folder, whichever way one of them changes', async () => {
    const workspace = new MemoryWorkspace({
      'zettel/smith2020.md': 'No front matter.',
      'zettel/2020/b.md': note('jones2021', 'status: unread'),
    });
    workspace.link('notes', 'zettel');
    const { notes } = await notesOf(workspace);
    const uris = (citekey: string) => notes.notesOf(citekey).map(({ uri }) => uri);
    assert.deepEqual(uris('smith2020'), [`${ROOT}/zettel/smith2020.md`]);
    assert.deepEqual(uris('jones2021'), [`${ROOT}/zettel/2020/b.md`]);
    assert.equal(notes.noteAt(`${ROOT}/notes/2020/b.md`)?.citekey, 'jones2021');
    const status = async (change: () => void) => {
      change();
      await workspace.clock.pass(3000);
      assert.deepEqual(uris('jones2021'), [`${ROOT}/zettel/2020/b.md`]);
      return notes.noteOf('jones2021')?.status;
    };
    const text = (now: string) => note('jones2021', `status: ${now}`);
    assert.equal(await status(() => workspace.type('notes/2020/b.md', text('typed'))), 'typed');
    assert.equal(await status(() => workspace.close('notes/2020/b.md')), 'unread');
    assert.equal(await status(() => workspace.write('zettel/2020/b.md', text('written'))), 'written');
    workspace.write('zettel/2020/c.md', note('doe2022'));
    await workspace.clock.pass(3000);
    assert.deepEqual(uris('doe2022'), [`${ROOT}/zettel/2020/c.md`]);
    await notes.add(`${ROOT}/notes/2020/c.md`);
    assert.deepEqual(uris('doe2022'), [`${ROOT}/zettel/2020/c.md`]);
  });

  it('are there once when a link to their folder comes to be later', async () => {
    const workspace = new MemoryWorkspace({ 'zettel/a.md': note('smith2020') });
    const { notes } = await notesOf(workspace);
    workspace.link('notes', 'zettel');
    await workspace.clock.pass(3000);
    assert.deepEqual(
      notes.notesOf('smith2020').map(({ uri }) => uri),
      [`${ROOT}/zettel/a.md`],
    );
  });

  it('are such with megabytes of pictures in them, too', async () => {
    const pictures = `![](data:image/png;base64,${'é'.repeat(700_000)})\n`;
    const text = note('smith2020', 'status: read') + pictures;
    const workspace = new MemoryWorkspace({ 'a.md': text });
    const { notes } = await notesOf(workspace);
    assert.equal(notes.noteOf('smith2020')?.status, 'read');
    assert.ok(
      notes.noteOf('smith2020')!.text.length < 1024 * 1024 && !notes.noteOf('smith2020')!.text.includes('\ufffd'),
    );
    workspace.type('a.md', note('smith2020', 'status: done') + pictures + pictures);
    await workspace.clock.pass(200);
    assert.equal(notes.noteOf('smith2020')?.status, 'done');
  });

  it('are read in the encoding that they have', async () => {
    const text = note('smith2020', 'status: größer', 'tags: [Möwe]');
    const workspace = new MemoryWorkspace({
      'a.md': Buffer.from(text, 'latin1'),
      'notes/b.md': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text.replace('smith', 'jones'), 'utf16le')]),
      'notes/c.md': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]),
    });
    const { notes } = await notesOf(workspace);
    for (const key of ['smith2020', 'jones2020']) {
      const { status, tags } = notes.noteOf(key)!;
      assert.deepEqual([status, tags], ['größer', ['Möwe']]);
    }
  });

  it('are told of in parts where they are many, with others let in between', async () => {
    const files = Array.from({ length: 12 }, (_, i) => [`notes/n${i}.md`, note(`paper${i}`)] as const);
    const { notes, takeTold } = await notesOf(new MemoryWorkspace(Object.fromEntries(files)), undefined, 5);
    const told = takeTold().map((keys) => keys.split(' '));
    assert.deepEqual(
      told.map((keys) => keys.length),
      [5, 5, 2],
    );
    assert.deepEqual(told.flat().sort(), notes.citekeys().sort());
  });

  it('count as they stand in the editor, before they are saved', async () => {
    const workspace = new MemoryWorkspace({ 'a.md': note('smith2020', 'status: unread'), 'b.md': '# Thoughts' });
    const { notes, takeTold } = await notesOf(workspace);
    takeTold();
    workspace.type('a.md', note('smith2020', 'status: reading'));
    workspace.type('b.md', note('jones2021'));
    await workspace.clock.pass(200);
    assert.equal(notes.noteOf('smith2020')?.status, 'reading');
    assert.equal(notes.noteOf('jones2021')?.uri, `${ROOT}/b.md`);
    assert.deepEqual(takeTold(), ['jones2021 smith2020']);
    workspace.close('a.md');
    workspace.close('b.md');
    await workspace.clock.pass(200);
    assert.equal(notes.noteOf('smith2020')?.status, 'unread');
    assert.equal(notes.noteOf('jones2021'), undefined);
  });

  it('belong to another paper once another citekey is typed', async () => {
    const workspace = new MemoryWorkspace({ 'a.md': note('smith2020') });
    const { notes, takeTold } = await notesOf(workspace);
    takeTold();
    workspace.type('a.md', note('smith2021'));
    await workspace.clock.pass(200);
    assert.equal(notes.noteOf('smith2020'), undefined);
    assert.deepEqual(takeTold(), ['smith2020 smith2021']);
  });

  it('go with their folder, and are found where it is moved to', async () => {
    const workspace = new MemoryWorkspace({ 'old/a.md': note('smith2020') });
    const { notes } = await notesOf(workspace);
    workspace.rename('old', 'new');
    await workspace.clock.pass(500);
    assert.equal(notes.noteOf('smith2020')?.uri, `${ROOT}/new/a.md`);
    workspace.delete('new');
    await workspace.clock.pass(3000);
    assert.equal(notes.noteOf('smith2020'), undefined);
  });

  it('of one paper in two files are both its notes', async () => {
    const workspace = new MemoryWorkspace({ 'a.md': note('smith2020'), 'b.md': note('smith2020') });
    const { notes } = await notesOf(workspace);
    assert.equal(notes.notesOf('smith2020').length, 2);
    assert.equal(notes.noteOf('smith2020')?.uri, `${ROOT}/a.md`);
    workspace.delete('a.md');
    await workspace.clock.pass(3000);
    assert.equal(notes.noteOf('smith2020')?.uri, `${ROOT}/b.md`);
  });

  it('that are made are taken in before anybody tells of them', async () => {
    const workspace = new MemoryWorkspace();
    const { notes } = await notesOf(workspace);
    workspace.write('notes/smith2020.md', note('smith2020'));
    await notes.add(`${ROOT}/notes/smith2020.md`);
    assert.equal(notes.noteOf('smith2020')?.uri, `${ROOT}/notes/smith2020.md`);
  });

  it('are read by the names that the setting gives to their fields, once it does', async () => {
    const workspace = new MemoryWorkspace({ 'a.md': '---\nzotero-key: smith2020\nStatus: read\nstatus: x\n---\n' });
    const settings = { folder: 'notes', names: OUR_NAMES };
    const { notes } = await notesOf(workspace, settings);
    assert.equal(notes.noteOf('smith2020'), undefined);
    settings.names = fieldNames({ citekey: 'zotero-key', status: 'Status' });
    workspace.changeSetting('literatureNotes.notes.fields');
    await workspace.clock.pass(1000);
    assert.equal(notes.noteOf('smith2020')?.status, 'read');
  });

  it('lie in another folder once the setting says so, and other settings read nothing', async () => {
    const workspace = new MemoryWorkspace({ 'notes/a2020.md': 'A', 'reading/b2020.md': 'B', 'c.md': 'C' });
    const settings = { folder: 'notes', names: OUR_NAMES };
    const { notes } = await notesOf(workspace, settings);
    workspace.asked.splice(0);
    settings.folder = 'reading';
    workspace.changeSetting('literatureNotes.problems.unknownKey');
    workspace.changeSetting('literatureNotes.notes.template');
    await workspace.clock.pass(1000);
    assert.deepEqual(workspace.asked, []);
    workspace.changeSetting('literatureNotes.notes.folder');
    await workspace.clock.pass(1000);
    assert.equal(notes.noteOf('a2020'), undefined);
    assert.equal(notes.noteOf('b2020')?.uri, `${ROOT}/reading/b2020.md`);
    assert.deepEqual(workspace.takeReads(), ['read notes/a2020.md', 'read reading/b2020.md']);
  });

  it('are not looked for in files that are hidden', async () => {
    const workspace = new MemoryWorkspace({ 'hidden/a.md': note('hidden2020') });
    workspace.hidden = ['hidden/**'];
    const { notes } = await notesOf(workspace);
    assert.equal(notes.noteOf('hidden2020'), undefined);
  });
});

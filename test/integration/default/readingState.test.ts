import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { LiteratureNotesApi } from '../../../src/api';
import { closeEditors, literature, read, remove, until, workspaceFile, write } from '../support';

const TIDAL = 'tidalmemoryrecurrent';
const MAPS = 'sparsemapspatient';

describe('The reading of papers', () => {
  let api: LiteratureNotesApi;
  before(async () => void (api = await literature()));
  afterEach(async () => {
    await closeEditors();
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  const run = (command: string, ...args: unknown[]) =>
    vscode.commands.executeCommand(`literatureNotes.${command}`, ...args);
  /** Waits for a command that asks whether notes are to be made, and agrees to that. */
  const agreed = async (command: Thenable<unknown>) => {
    let isOver = false;
    void command.then(() => (isOver = true));
    await until('the notes', async () => {
      if (isOver) return true;
      assert.deepEqual([api.noteUri(TIDAL), api.noteUri(MAPS)], [undefined, undefined]);
      await vscode.commands.executeCommand('notification.acceptPrimaryAction');
      return until('its end', () => isOver, 1000).then(
        () => true,
        () => false,
      );
    });
  };
  const gone = async () => {
    await remove('notes');
    await until('no note', () => !api.noteUri(TIDAL) && !api.noteUri(MAPS));
  };

  it('is stated in the note that a paper has or gets, and nothing else of it changes', async () => {
    await write(`notes/${MAPS}.md`, `---\r\n# mine\r\ncitekey: ${MAPS}\r\nstatus: "To Read"\r\n---\r\nWords.\r\n`);
    await until('the note', () => api.noteUri(MAPS));
    await until('unread', async () => (await api.search('is:unread')).some(({ citekey }) => citekey === MAPS));
    await run('setStatus', [MAPS, TIDAL], 'reading');
    assert.equal(
      await read(api.noteUri(MAPS)!),
      `---\r\n# mine\r\ncitekey: ${MAPS}\r\nstatus: reading\r\n---\r\nWords.\r\n`,
    );
    assert.deepEqual([api.note(MAPS)?.status, api.note(TIDAL)?.status], ['reading', 'reading']);
    await until('both', async () => (await api.search('is:reading')).length === 2);
    await run('setRating', TIDAL, 4);
    await run('editTags', TIDAL, ['sea', 'deep sea']);
    assert.deepEqual([api.note(TIDAL)?.rating, api.note(TIDAL)?.tags], [4, ['sea', 'deep sea']]);
    await run('setPriority', { citekeys: [TIDAL], value: 'high' });
    await run('setStatus', { citekeys: TIDAL, value: 'read' });
    assert.deepEqual([api.note(TIDAL)?.priority, api.note(TIDAL)?.status], ['high', 'read']);
    await run('setStatus', { citekeys: [TIDAL], value: '' });
    assert.equal(api.note(TIDAL)?.status, undefined);
    assert.match(await read(api.noteUri(TIDAL)!), /^status: ""$/m);
    await run('setPriority', [TIDAL, MAPS], '');
    assert.deepEqual([api.note(TIDAL)?.priority, api.note(MAPS)?.priority], [undefined, undefined]);
    assert.equal(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length, 0);
    await gone();
  });

  it('of a note in an editor is set there, and counts before it is saved', async () => {
    const text = `---\ncitekey: ${MAPS}\n---\n`;
    const uri = await write(`notes/${MAPS}.md`, text);
    await until('the note', () => api.noteUri(MAPS));
    const { document } = await vscode.window.showTextDocument(uri);
    await run('setStatus', MAPS, 'read');
    assert.equal(document.getText(), `---\ncitekey: ${MAPS}\nstatus: read\n---\n`);
    assert.equal(await read(uri), text);
    await until('the status', () => api.note(MAPS)?.status === 'read');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
    await closeEditors();
    await gone();
  });

  it('has tags as Obsidian takes them in its vaults, and where that is wanted', async () => {
    const settings = vscode.workspace.getConfiguration('literatureNotes');
    /** The tags of a note in a folder, which is gone afterwards: VS Code tells of no file that is replaced and goes at once. */
    const tagsOf = async (folder: string, path: string, ...more: string[]) => {
      for (const file of more) await write(`${folder}/${file}`, '{}');
      await write(`${folder}/${path}`, `---\ncitekey: ${MAPS}\ntags: [old one]\n---\n`);
      await until('the note', () => api.note(MAPS));
      await run('editTags', MAPS, ['old one', 'deep sea']);
      const tags = api.note(MAPS)?.tags;
      await remove(folder);
      await until('no note', () => !api.note(MAPS));
      return tags;
    };
    const VAULT = '.obsidian/app.json';
    assert.deepEqual(await tagsOf('notes', 'a.md'), ['old one', 'deep sea']);
    assert.deepEqual(await tagsOf('vault', 'deep/er/a.md', VAULT), ['old one', 'deep-sea']);
    assert.deepEqual(await tagsOf('notes', 'a.md', `vault/${VAULT}`), ['old one', 'deep sea']);
    await write(`notes/${VAULT}`, '{}');
    await run('editTags', TIDAL, ['deep sea', 'Deep sea']);
    assert.deepEqual(api.note(TIDAL)?.tags, ['deep-sea']);
    await gone();
    await settings.update('notes.tagForm', 'obsidian', vscode.ConfigurationTarget.Workspace);
    assert.deepEqual(await tagsOf('notes', 'a.md'), ['old one', 'deep-sea']);
    await settings.update('notes.tagForm', 'asTyped', vscode.ConfigurationTarget.Workspace);
    assert.deepEqual(await tagsOf('notes', 'a.md', VAULT), ['old one', 'deep sea']);
    await settings.update('notes.tagForm', undefined, vscode.ConfigurationTarget.Workspace);
  });

  it('leaves no byte changed in a note once it was set there and VS Code has undone that', async () => {
    const notes = [
      `---\r\n# 🧪\tmine\r\ncitekey: ${MAPS}\r\ntags:   # of it\r\n  - "sea" # why\r\n\r\n  - b\r\nstatus:\r\n---\r\nNo end \t`,
      `\ufeff---\nstatus: &s 'To Read' # 📚\nother: *s\ncitekey:   "${MAPS}"   \n...\n---\nstatus: body\n---\n\n\n`,
      `---json\n{ "citekey": "${MAPS}",\n\t"tags": ["sea" ] }\n---\n# T\n`,
    ];
    for (const [i, note] of notes.entries()) {
      const bytes = Buffer.from(note);
      const uri = await write(`notes/undone${i}.md`, bytes);
      await until('the note', () => api.note(MAPS));
      const { document } = await vscode.window.showTextDocument(uri);
      const before = document.getText();
      await run('setStatus', MAPS, 'read');
      await run('editTags', MAPS, ['b', 'new one']);
      await run('setRating', MAPS, 4);
      await document.save();
      assert.notDeepEqual(await vscode.workspace.fs.readFile(uri), new Uint8Array(bytes));
      while (document.getText() !== before) {
        const now = document.getText();
        await vscode.commands.executeCommand('undo');
        assert.notEqual(document.getText(), now, 'there is something to undo');
      }
      await document.save();
      assert.deepEqual(Buffer.from(await vscode.workspace.fs.readFile(uri)), bytes);
      await closeEditors();
      await gone();
    }
  });

  it('is stated by a new note from the start, which goes again when that is undone', async () => {
    await run('setStatus', TIDAL, 'reading');
    const note = api.noteUri(TIDAL)!;
    assert.match(await read(note), /^---\ncitekey: [^]*\nstatus: reading\n[^]*\n---\n/);
    await run('undoLastChange');
    await assert.rejects(read(note));
    await until('no note', () => !api.noteUri(TIDAL));
  });

  it('is not taken back where the new note was written into since', async () => {
    await run('setStatus', TIDAL, 'reading');
    const note = api.noteUri(TIDAL)!;
    const words = `${await read(note)}Mine.\n`;
    await write(`notes/${TIDAL}.md`, words);
    await run('undoLastChange');
    assert.equal(await read(note), words);
    await gone();
  });

  it('is set for rows of a tree, and several new notes are made once that was agreed to', async () => {
    const rows = [TIDAL, MAPS].map((citekey) => ({ entry: { citekey } }));
    await agreed(run('setStatus', rows, 'done'));
    assert.deepEqual([api.note(TIDAL)?.status, api.note(MAPS)?.status], ['done', 'done']);
    await gone();
  });

  it('is taken back as a whole', async () => {
    const text = (key: string) => `---\ncitekey: ${key}\nstatus: unread\n---\n`;
    const uris = await Promise.all([TIDAL, MAPS].map((key) => write(`notes/${key}.md`, text(key))));
    await until('the notes', () => api.noteUri(MAPS) && api.noteUri(TIDAL));
    await run('setStatus', [TIDAL, MAPS], 'done');
    assert.match(await read(uris[0]), /status: done/);
    await run('undoLastChange');
    assert.deepEqual([await read(uris[0]), await read(uris[1])], [text(TIDAL), text(MAPS)]);
    await gone();
  });

  it('is kept without notes where that is wanted, and moves into the note that is made', async () => {
    const settings = vscode.workspace.getConfiguration('literatureNotes');
    await settings.update('notes.stateFile', 'reading.yaml', vscode.ConfigurationTarget.Workspace);
    await run('setStatus', [TIDAL, MAPS], 'reading');
    const file = workspaceFile('notes/reading.yaml');
    assert.equal(await read(file), `${MAPS}: reading\n${TIDAL}: reading\n`);
    assert.deepEqual([api.noteUri(TIDAL), api.noteUri(MAPS)], [undefined, undefined]);
    await until('both', async () => (await api.search('is:reading')).length === 2);
    await run('setStatus', MAPS, '');
    assert.equal(await read(file), `${TIDAL}: reading\n`);
    await run('setStatus', MAPS, '');
    assert.equal(api.noteUri(MAPS), undefined);
    await run('setStatus', MAPS, 'reading');
    await until('both again', async () => (await api.search('is:reading')).length === 2);
    await run('setRating', TIDAL, 4);
    assert.deepEqual([api.note(TIDAL)?.status, api.note(TIDAL)?.rating], ['reading', 4]);
    assert.equal(await read(file), `${MAPS}: reading\n`);
    await run('undoLastChange');
    assert.equal(await read(file), `${MAPS}: reading\n${TIDAL}: reading\n`);
    await until('no note', () => !api.noteUri(TIDAL));
    await agreed(run('setRating', [TIDAL, MAPS], 4));
    assert.equal(await read(file), '');
    assert.deepEqual([api.note(TIDAL)?.status, api.note(MAPS)?.status], ['reading', 'reading']);
    await run('undoLastChange');
    assert.equal(await read(file), `${MAPS}: reading\n${TIDAL}: reading\n`);
    await until('no notes', () => !api.noteUri(TIDAL) && !api.noteUri(MAPS));
    await run('setRating', TIDAL, 4);
    await write('notes/reading.yaml', `${MAPS}: reading\n${TIDAL}: read\n`);
    const differs = () => api.problems().some(({ code }) => code === 'state-differs');
    await until('the difference', differs);
    await run('setStatus', TIDAL, 'read');
    assert.equal(await read(file), `${MAPS}: reading\n`);
    await until('no difference', () => !differs());
    await settings.update('notes.stateFile', undefined, vscode.ConfigurationTarget.Workspace);
    await gone();
  });
});

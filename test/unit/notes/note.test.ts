import assert from 'node:assert/strict';
import type { NoteFile } from '../../../src/notes/note';
import { readNote } from '../../../src/notes/readNote';

const known = (key: string) => ['known', 'café', 'smith.2020'].includes(key);
const read = (text: string, file: Partial<NoteFile> = {}) =>
  readNote({ uri: 'file:///w/x.md', fileName: 'x.md', inNotesFolder: false, text, ...file }, known);
const citekey = (text: string, file?: Partial<NoteFile>) => read(text, file).note?.citekey;
const inFolder = (fileName: string) => ({ fileName, inNotesFolder: true });

describe('A note', () => {
  it('belongs to the paper of its front matter, wherever it lies', () => {
    assert.equal(citekey('---\ncitekey: known\n---\n'), 'known');
    assert.equal(citekey('---\ncitekey: unknown\n---\n'), 'unknown');
    assert.equal(citekey('---\ncitekey: other\n---\n', inFolder('known.md')), 'other');
  });

  it('belongs to the paper of its name only inside the notes folder', () => {
    assert.equal(citekey('Text', inFolder('known.md')), 'known');
    assert.equal(citekey('Text', inFolder('smith.2020.MD')), 'smith.2020');
    assert.equal(citekey('Text', inFolder('cafe\u0301.md')), 'café');
    assert.equal(citekey('Text', inFolder('unknown.md')), undefined);
    assert.equal(citekey('Text', inFolder('known.txt')), undefined);
    assert.equal(citekey('Text', { fileName: 'known.md' }), undefined);
  });

  it('keeps a citekey that looks like a number', () => {
    assert.equal(citekey('---\ncitekey: 007\n---\n'), '007');
    assert.equal(citekey('---\ncitekey: 2017\n---\n'), '2017');
  });

  it('counts when its YAML is broken', () => {
    const { note, problems } = read('---\ntitle: a: b\ncitekey: known\n---\nText');
    assert.deepEqual([note?.citekey, note?.text], ['known', 'Text']);
    assert.deepEqual(
      problems.map((problem) => problem.code),
      ['front-matter-invalid'],
    );
  });

  it('says where its citekey stands', () => {
    const { note } = read('---\ntitle: t\ncitekey: known\n---\n');
    assert.deepEqual(note?.citekeyRange, { start: { line: 2, character: 9 }, end: { line: 2, character: 14 } });
  });

  it('has a status, tags, a rating, a title', () => {
    const { note } = read('---\ncitekey: a\nstatus: read\ntags: ["#x", y, x]\nrating: "4"\ntitle: T\n---\n');
    assert.deepEqual([note?.status, note?.tags, note?.rating, note?.title], ['read', ['x', 'y'], 4, 'T']);
  });

  it('may have its tags in one text', () => {
    assert.deepEqual(read('---\ncitekey: a\ntags: "x, y #z"\n---\n').note?.tags, ['x', 'y', 'z']);
  });

  it('needs none of these fields, and not the right kind of them', () => {
    const { note } = read('---\ncitekey: a\nstatus: [b]\ntags: { c: d }\nrating: high\ntitle:\n---\n');
    assert.deepEqual([note?.status, note?.tags, note?.rating, note?.title], [undefined, [], undefined, undefined]);
  });

  it('cannot be the note of several papers', () => {
    const { note, problems } = read('---\ncitekey: [a, b]\n---\n', inFolder('known.md'));
    assert.equal(note?.citekey, 'known');
    assert.deepEqual(
      problems.map((problem) => problem.code),
      ['citekey-not-text'],
    );
  });

  it('is no other Markdown file, and that one has no problems for us', () => {
    assert.deepEqual(read('---\ntitle: a: b\n---\n'), { problems: [] });
    assert.equal(read('---\ntitle: a: b\n---\n', inFolder('x.md')).problems.length, 1);
  });
});

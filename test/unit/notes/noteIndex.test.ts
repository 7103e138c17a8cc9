import assert from 'node:assert/strict';
import { readNote } from '../../../src/notes/readNote';
import { NoteIndex } from '../../../src/notes/noteIndex';

const file = (uri: string, text: string) => readNote({ uri, fileName: uri, inNotesFolder: true, text }, () => false);
const noteFor = (uri: string, citekey: string) => file(uri, `---\ncitekey: ${citekey}\n---\n`);

function indexOf(notes: Record<string, string>): NoteIndex {
  const index = new NoteIndex();
  for (const [uri, citekey] of Object.entries(notes)) index.set(uri, noteFor(uri, citekey));
  return index;
}

describe('The note index', () => {
  it('finds the note of a paper and the paper of a note', () => {
    const index = indexOf({ 'x.md': 'a', 'y.md': 'b' });
    assert.equal(index.noteOf('a')?.uri, 'x.md');
    assert.equal(index.noteAt('y.md')?.citekey, 'b');
    assert.equal(index.noteOf('c'), undefined);
    assert.deepEqual(index.citekeys(), ['a', 'b']);
  });

  it('tells which papers a change concerns', () => {
    const index = indexOf({ 'x.md': 'a' });
    assert.deepEqual(index.set('y.md', noteFor('y.md', 'b')), ['b']);
    assert.deepEqual(index.set('x.md', noteFor('x.md', 'c')), ['a', 'c']);
    assert.deepEqual(index.set('x.md', file('x.md', 'Text')), ['c']);
    assert.deepEqual(index.remove('y.md'), ['b']);
    assert.deepEqual(index.remove('y.md'), []);
    assert.deepEqual(index.citekeys(), []);
  });

  it('takes the first of several notes by path, whichever came first', () => {
    const index = indexOf({ 'b.md': 'k', 'a.md': 'k', 'c.md': 'k' });
    assert.equal(index.noteOf('k')?.uri, 'a.md');
    assert.deepEqual(
      index.notesOf('k').map((note) => note.uri),
      ['a.md', 'b.md', 'c.md'],
    );
    assert.deepEqual(index.problems(), []);
  });

  it('takes the next one when the first goes', () => {
    const index = indexOf({ 'b.md': 'k', 'a.md': 'k' });
    assert.deepEqual(index.remove('a.md'), ['k']);
    assert.equal(index.noteOf('k')?.uri, 'b.md');
    assert.deepEqual(index.problems(), []);
  });

  it('keeps what is wrong with a file that is no note yet', () => {
    const index = new NoteIndex();
    assert.deepEqual(index.set('x.md', file('x.md', '---\ntitle: a: b\n---\n')), []);
    assert.deepEqual(
      index.problems().map(({ uri }) => uri),
      ['x.md'],
    );
    index.remove('x.md');
    assert.deepEqual(index.problems(), []);
  });
});

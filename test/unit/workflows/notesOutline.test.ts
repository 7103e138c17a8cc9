import assert from 'node:assert/strict';
import { range } from '../../../src/base/position';
import type { Note } from '../../../src/notes/note';
import { notesByStatus, notesByTag, recentNotes } from '../../../src/workflows/notesOutline';

const note = (citekey: string, more: Partial<Note> = {}): Note => ({
  uri: `file:///${citekey}.md`,
  citekey,
  linkedBy: 'front-matter',
  citekeyRange: range(0, 0, 0, 0),
  tags: [],
  text: '',
  ...more,
});

describe('The outline of notes', () => {
  const notes = [
    note('old', { mtime: 1, status: 'read', tags: ['sea'] }),
    note('new', { mtime: 3, status: 'Reading', tags: ['Sea', 'air'] }),
    note('typed', {}),
    note('mid', { mtime: 2, status: 'read' }),
  ];
  const keys = (some: readonly Note[]) => some.map(({ citekey }) => citekey).join(' ');

  it('has the latest first, before them what is typed', () =>
    assert.equal(keys(recentNotes(notes, 3)), 'typed new mid'));
  it('groups by status, without one last', () =>
    assert.deepEqual(
      notesByStatus(notes).map(({ value, notes: some }) => [value, keys(some)]),
      [
        ['read', 'old mid'],
        ['Reading', 'new'],
        [undefined, 'typed'],
      ],
    ));
  it('groups by tag without regard to case, a note in each of its groups', () =>
    assert.deepEqual(
      notesByTag(notes).map(({ value, notes: some }) => [value, keys(some)]),
      [
        ['air', 'new'],
        ['sea', 'old new'],
        [undefined, 'typed mid'],
      ],
    ));
});

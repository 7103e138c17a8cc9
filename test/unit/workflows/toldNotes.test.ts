import assert from 'node:assert/strict';
import { range } from '../../../src/base/position';
import type { Note } from '../../../src/notes/note';
import { ToldNotes } from '../../../src/workflows/toldNotes';

function note(citekey: string, more: Partial<Note>): Note {
  const place = { citekeyRange: range(0, 0, 0, 0), linkedBy: 'front-matter' as const };
  return { uri: `file:///${citekey}.md`, citekey, tags: [], text: '', ...place, ...more };
}

describe('ToldNotes', () => {
  const news = (told: ToldNotes, ...notes: Note[]) =>
    told.news(['a'], (citekey) => notes.find((one) => one.citekey === citekey));
  const before = note('a', { text: 'Words.', tags: ['t'], status: 'unread' });
  const told = (): ToldNotes => {
    const notes = new ToldNotes();
    news(notes, before);
    return notes;
  };

  it('tells a new note, its text and what it states', () => {
    const facets = [{ id: 'a', facets: { hasNote: true, status: 'unread', rating: undefined } }];
    assert.deepEqual(news(new ToldNotes(), before), { texts: ['a'], facets });
  });

  it('tells documents that cite a paper, with or without a note, and that they do no more', () => {
    const notes = new ToldNotes();
    const cited = [{ path: 'a.md', count: 2 }];
    const tell = (citedIn: typeof cited, ...all: Note[]) =>
      notes.news(
        ['a'],
        () => all[0],
        () => all[0]?.status,
        () => citedIn,
      ).facets;
    assert.deepEqual(tell(cited), [{ id: 'a', facets: { citedIn: cited } }]);
    assert.deepEqual(tell([...cited]), []);
    assert.deepEqual(tell(cited, before)[0].facets.citedIn, cited);
    assert.deepEqual(tell([]), [{ id: 'a', facets: {} }]);
  });

  it('tells a changed status alone', () => {
    const { texts, facets } = news(told(), { ...before, status: 'read' });
    assert.deepEqual([texts, facets.map(({ facets: { status } }) => status)], [[], ['read']]);
  });

  it('tells a changed text or tag alone', () => {
    assert.deepEqual(news(told(), { ...before, text: 'Other words.' }), { texts: ['a'], facets: [] });
    assert.deepEqual(news(told(), { ...before, tags: ['u'] }), { texts: ['a'], facets: [] });
  });

  it('tells nothing where nothing changed', () =>
    assert.deepEqual(news(told(), { ...before }), { texts: [], facets: [] }));

  it('tells a note that is gone', () =>
    assert.deepEqual(news(told()), { texts: ['a'], facets: [{ id: 'a', facets: {} }] }));
});

import * as assert from 'node:assert/strict';
import * as cases from '../cases';

const { SYNTAXES } = cases;

describe('What a user sees of the pure rooms', () => {
  it('finds citations', () => {
    const { citations } = cases.citationsIn('As [@a; @b] say.', SYNTAXES.pandoc);
    assert.deepEqual(
      citations.flatMap(({ items }) => items.map(({ key }) => key)),
      ['a', 'b'],
    );
  });

  it('inserts a citation', () => {
    const { edits } = cases.insertionAt('as [@a] says', 5, ['b'], SYNTAXES.pandoc);
    assert.equal(cases.applyEdits('as [@a] says', edits), 'as [@a; @b] says');
  });

  it('converts citations', () =>
    assert.equal(cases.convertText('[@a, p. 3]', SYNTAXES.pandoc, SYNTAXES.latex), '\\cite[p.~3]{a}'));

  it('checks citations', () => {
    const text = '\\cite{a,b}';
    const lookup = { find: (key: string) => (key === 'a' ? ({ is: 'main' } as const) : undefined), nearest: () => [] };
    const problems = cases.checkCitations(text, 'latex', SYNTAXES.latex.find(text), lookup, { hasSource: true });
    assert.deepEqual(
      problems.map(({ code, key }) => [code, key]),
      [['unknown-key', 'b']],
    );
  });

  it('completes keys', () => {
    assert.equal(cases.completionAt('[@smi', 5, SYNTAXES.pandoc)?.typed, 'smi');
    assert.equal(cases.completionAt('smi', 3, SYNTAXES.pandoc), undefined);
  });

  it('reads a note and sets its fields', () => {
    const text = '---\ncitekey: a\n---\nText.';
    const { note } = cases.readNote({ uri: 'n', fileName: 'n.md', inNotesFolder: true, text }, () => true);
    assert.equal(note?.citekey, 'a');
    const { edits } = cases.setField(text, 'status', 'read');
    assert.equal(cases.applyEdits(text, edits), '---\ncitekey: a\nstatus: read\n---\nText.');
  });

  it('names and writes a note', () => {
    const values = {
      ...{ citekey: 'a', title: 'T', authors: [], keywords: [], tags: [], type: 'article', created: '2025-03-04' },
      links: [],
    };
    assert.deepEqual(cases.noteFileName('{{ citekey }}.md', values).segments, ['a.md']);
    assert.equal(cases.renderNote('# {{ title }}', values).text, '---\ncitekey: a\n---\n\n# T');
  });

  it('reads a paper list and adds to it', () => {
    const { entries, problems } = cases.readLibrary(
      'a.bib',
      '@book{a, title = {Rain}, author = {Ito, Emi}, year = 2001}',
    );
    assert.deepEqual(problems, []);
    assert.deepEqual([entries[0].citekey, entries[0].csl.title], ['a', 'Rain']);
    const item = { id: 'b', type: 'book', title: 'Snow' } as const;
    const added = cases.addToLibrary('a.json', '[]', [...entries, item]);
    assert.ok(typeof added === 'string');
    const read = cases.readLibrary('a.json', added);
    assert.deepEqual(
      read.entries.map(({ citekey, csl }) => [citekey, csl.title]),
      [
        ['a', 'Rain'],
        ['b', 'Snow'],
      ],
    );
  });

  it('searches', async () => {
    const find = await cases.searcher([
      { id: 'a', title: 'Rain in spring' },
      { id: 'b', title: 'Snow in winter' },
    ]);
    assert.deepEqual(find('snow'), ['b']);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../src/base/textEdit';
import { fieldNames, OUR_NAMES } from '../../../src/notes/fieldNames';
import { readFrontMatter } from '../../../src/notes/frontMatter';
import { MANAGED_FIELDS } from '../../../src/notes/agreedFields';
import { type EntryFields, noteUpdate } from '../../../src/notes/managedFields';
import { renderNote } from '../../../src/notes/template';
import { anyText } from './anyText';
import { paper } from './paper';
import { cases } from '../support/cases';

const OLD: EntryFields = paper({ title: 'Atention', authors: ['Ashish Vaswani', 'Noam Shazer'], year: 2016 });
const NEW: EntryFields = paper({ doi: '10.1/x' });
/** What is known of a note that was made when the entry said something else. */
const agreedOf = (text: string, entry = OLD) => noteUpdate(text, entry, OUR_NAMES).agreed;

function update(text: string, agreed = agreedOf(text), entry = NEW) {
  const { changes, differences, edits } = noteUpdate(text, entry, OUR_NAMES, { agreed });
  return {
    text: applyEdits(text, edits),
    changed: changes.map(({ field }) => field),
    differs: differences.map(({ field }) => field),
  };
}

describe('Updating the metadata of a note', () => {
  const note =
    '---\ntitle: "Atention" # mine\nmood: good\nyear: 2016\nauthors:\n  - Ashish Vaswani # first\n  - Noam Shazer\n---\nText';

  it('changes what the entry says otherwise now, and nothing else', () => {
    const { text, changed, differs } = update(note);
    assert.deepEqual([changed, differs], [['title', 'authors', 'year', 'doi'], []]);
    assert.equal(
      text,
      [
        '---\ntitle: Attention Is All You Need # mine\nmood: good\nyear: 2017',
        'authors:\n  - Ashish Vaswani # first\n  - Noam Shazeer\ndoi: 10.1/x\n---\nText',
      ].join('\n'),
    );
  });

  it('changes nothing where the entry is the same', () => {
    const { edits, changes, differences } = noteUpdate(note, OLD, OUR_NAMES, { agreed: agreedOf(note) });
    assert.deepEqual([edits, changes, differences], [[], [], []]);
  });

  it('shows what was changed by hand, and leaves it', () => {
    const agreed = agreedOf(note);
    const { text, changed, differs } = update(note.replace('"Atention"', 'My title'), agreed);
    assert.deepEqual([changed, differs], [['authors', 'year', 'doi'], ['title']]);
    assert.match(text, /^title: My title # mine$/m);
  });

  it('overwrites nothing of which it is not known what it was', () => {
    const { text, changed, differs } = update(note, {});
    assert.deepEqual([text, changed, differs], [note, [], ['title', 'authors', 'year']]);
  });

  it('takes the fields that the user wants from the entry', () => {
    const { edits, differences } = noteUpdate(note, NEW, OUR_NAMES, { taken: new Set(['title']) });
    assert.match(applyEdits(note, edits), /^title: Attention Is All You Need # mine$/m);
    assert.deepEqual(
      differences.map(({ field }) => field),
      ['authors', 'year'],
    );
  });

  it('does not bring back a field that was taken out', () => {
    const agreed = agreedOf(note);
    assert.deepEqual(update(note.replace('year: 2016\n', ''), agreed).changed, ['title', 'authors', 'doi']);
  });

  it('changes what a further note of a paper states, and gives it no field', () => {
    const further = '---\ncitekey: k # mine\nyear: 2016\nvenue: Arxiv\nurl: https://mine\n---\nOn the method.\n';
    const [before, after] = [
      { ...OLD, venue: 'Arxiv' },
      { ...NEW, venue: 'NIPS', url: 'https://x' },
    ];
    const [main, states] = [agreedOf(note, before), noteUpdate(note, before, OUR_NAMES).stated];
    const first = noteUpdate(further, before, OUR_NAMES, { agreed: main, mainStates: states });
    // What the main note does not state is agreed with this one.
    assert.deepEqual(Object.keys(first.agreed), ['venue']);
    const agreed = { ...main, ...first.agreed };
    const { edits, changes, differences } = noteUpdate(further, after, OUR_NAMES, { agreed, mainStates: states });
    assert.deepEqual(
      [changes.map(({ field }) => field), differences.map(({ field }) => field)],
      [['year', 'venue'], ['url']],
    );
    assert.equal(
      applyEdits(further, edits),
      '---\ncitekey: k # mine\nyear: 2017\nvenue: NIPS\nurl: https://mine\n---\nOn the method.\n',
    );
  });

  it('keeps what the entry does not say any more', () => {
    const { changed, differs } = update(note, agreedOf(note), { ...OLD, year: undefined, authors: [] });
    assert.deepEqual([changed, differs], [[], []]);
  });

  it('keeps the form of a value, and takes the same value in another form for the same', () => {
    const inOne = '---\nyear: "2016"\nauthors: Ashish Vaswani, Noam Shazer\n---\n';
    const authors = 'authors: "Ashish Vaswani, Noam Shazeer"';
    assert.equal(update(inOne).text, `---\nyear: "2017"\n${authors}\ndoi: 10.1/x\n---\n`);
    assert.deepEqual(update('---\nyear: "2017"\nauthors: Ashish Vaswani, Noam Shazeer\n---\n', {}).differs, []);
  });

  it('takes an identifier in an address, and authors in links, for the same, and keeps that form', () => {
    const front = (...lines: string[]) => ['---', ...lines, '---', ''].join('\n');
    const entry = { ...NEW, doi: '10.1/y', arxiv: '1706.03762' };
    const differs = (...lines: string[]) => update(front(...lines), {}, entry).differs;
    assert.deepEqual(differs('doi: https://doi.org/10.1000/Y'), ['doi']);
    const other = { ...entry, doi: '10.1000/y' };
    const same = (...lines: string[]) => assert.deepEqual(update(front(...lines), {}, other).differs, []);
    same('doi: https://doi.org/10.1000/Y');
    same('doi: "doi: 10.1000/Y"');
    same('arxiv: "arXiv:1706.03762v2"');
    same('arxiv: https://arxiv.org/abs/1706.03762');
    same('authors:', '  - "[[Ashish Vaswani]]"', '  - "[[people/Noam Shazeer|Noam]]"');
    same('authors:', '  - [[Ashish Vaswani]]', '  - [[Noam Shazeer]]');
    const note = front(
      'doi: https://doi.org/10.1000/Z',
      'authors:',
      '  - "[[Ashish Vaswani|A]]" # first',
      '  - "[[Noam Shazer]]"',
    );
    const agreed = agreedOf(note, { ...OLD, doi: '10.1000/z' });
    assert.equal(
      update(note, agreed, other).text,
      front(
        'doi: https://doi.org/10.1000/y',
        'authors:',
        '  - "[[Ashish Vaswani|A]]" # first',
        '  - "[[Noam Shazeer]]"',
        'arxiv: "1706.03762"',
      ),
    );
  });

  it('keeps the order of authors', () => {
    const entry = { ...NEW, authors: ['Noam Shazer', 'Ada', 'Ashish Vaswani'] };
    const list = 'authors:\n  - Noam Shazer\n  - Ada\n  - Ashish Vaswani # first\n';
    assert.ok(update(note, agreedOf(note), entry).text.includes(list));
  });

  it('does not touch a note about several papers', () => {
    for (const keys of ['citekeys: [a, b]', 'citekey: a\ncitekeys:\n  - b', 'citekey: [a, b]']) {
      const several = `---\n${keys}\ntitle: Both\n---\n`;
      assert.deepEqual(noteUpdate(several, NEW, OUR_NAMES, { taken: new Set(MANAGED_FIELDS) }).edits, []);
    }
    assert.deepEqual(update('---\ncitekeys: [a]\ntitle: One\n---\n', {}).differs, ['title']);
  });

  it('does not touch front matter that cannot be read', () => {
    const broken = '---\ntitle: a: b\n---\n';
    const { edits, problem } = noteUpdate(broken, NEW, OUR_NAMES, { taken: new Set(MANAGED_FIELDS) });
    assert.deepEqual([edits, problem?.code], [[], 'front-matter-invalid']);
  });

  it('knows the fields by their names, in a note that was made of the template', () => {
    const names = fieldNames({ title: 'Paper' });
    const { text = '' } = renderNote(undefined, paper({ title: 'Old' }), names);
    const { agreed } = noteUpdate(text, paper({ title: 'Old' }), names);
    const { edits } = noteUpdate(text, paper({ title: 'New', venue: 'V' }), names, { agreed });
    const { data } = readFrontMatter(applyEdits(text, edits));
    assert.deepEqual([data.Paper, data.title, data.venue], ['New', undefined, 'V']);
  });

  it('changes bytes of managed fields alone', () => {
    const others = fc.constantFrom(
      '# a comment: {x}',
      'status: "read" # why',
      "mood:   'good'",
      'tags: [a,  b]',
      'tags2:\n  - a\n\n  - b # c',
      'text: |\n  title: not this\n    x',
      'anchor: &a { b: 1 }',
      'alias: *a',
      'day: 2024-01-02',
      '"quoted key": 007',
      '',
    );
    const managed = fc.constantFrom(
      'title: Old',
      'title:   "Old" # note',
      "title: 'Old'",
      'title: >-\n  Old',
      'authors: [A, B]',
      'authors:\n- A # x\n-   "B"',
      'authors: A, B',
      'year: 1999',
      'year: "1999"  # printed',
      'doi: 10.1/old',
    );
    // What the note says already, but for blanks, stays as it is there.
    const isSaid = (text: string) => /^(A|B|Old)$/.test(text.trim()) && text !== text.trim();
    const value = anyText([': ', '#', '"', '\n', '- ', '---', ', '], 6).filter(
      (text) => /\w/.test(text) && !isSaid(text),
    );
    const lines = fc.uniqueArray(fc.oneof(others, managed), {
      selector: (line) => /^\w+:/.exec(line)?.[0] ?? line,
      minLength: 1,
      maxLength: 10,
    });
    const bodies = fc.constantFrom('', 'Text', '\n# Title\n\n---\ntitle: x\n---\n', 'no end\n\n  \t');
    const isManaged = (line: string) => MANAGED_FIELDS.some((field) => line.startsWith(`${field}:`));
    fc.assert(
      fc.property(
        lines,
        bodies,
        fc.constantFrom('\n', '\r\n'),
        fc.tuple(value, value, value),
        (all, body, end, values) => {
          const withAnchor = all.filter(
            (line) => line !== 'alias: *a' || all.indexOf('anchor: &a { b: 1 }') < all.indexOf(line),
          );
          const ending = (text: string) => text.replaceAll('\n', end);
          const text = ending(['---', ...withAnchor, '---', body].join('\n'));
          if (readFrontMatter(text).problem) return;
          const old = { ...OLD, title: 'Old', authors: ['A', 'B'], year: 1999, doi: '10.1/old' };
          const [title, first, second] = values;
          const entry = { ...old, title, authors: ['B', first, second], year: 2020, doi: undefined, venue: 'V' };
          const { text: after, differs } = update(text, agreedOf(text, old), entry);
          assert.deepEqual(differs, []);
          const gaps = [
            '---\n',
            ...withAnchor.map((line) => (isManaged(line) ? undefined : `${line}\n`)),
            `---\n${body}`,
          ];
          let at = 0;
          for (const gap of gaps) {
            if (gap === undefined) continue;
            // A value may end as a gap does; gaps begin a line.
            const found = at === 0 ? after.indexOf(ending(gap)) : after.indexOf(`\n${ending(gap)}`, at - 1) + 1;
            assert.ok(found >= at, JSON.stringify([after, gap]));
            at = found + ending(gap).length;
          }
          assert.equal(at, after.length);
          const { data } = readFrontMatter(after);
          if (withAnchor.some((line) => line.startsWith('title'))) assert.equal(data.title, title);
          const authors = withAnchor.find((line) => line.startsWith('authors'));
          if (authors)
            assert.deepEqual(
              [data.authors].flat().join(),
              authors === 'authors: A, B' ? ['B', first, second].join(', ') : ['B', first, second].join(),
            );
        },
      ),
      { numRuns: cases(500, 40) },
    );
  });
});

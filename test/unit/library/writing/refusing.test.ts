import assert from 'node:assert/strict';
import { applyEdits } from '../../../../src/base/textEdit';
import type { FormatId } from '../../../../src/library/formats/reader';
import { readText } from '../../../../src/library/formats/readers';
import { Library } from '../../../../src/library/library';
import { changeSource } from '../../../../src/library/writing/changeSource';
import { isRefusal } from '../../../../src/library/writing/editRefusal';
import type { SourceChange } from '../../../../src/library/writing/sourceChange';
import { writtenEntry } from '../../../../src/library/writing/writtenEntry';

/** The text after a change, or the code of the refusal. */
function after(format: FormatId, text: string, change: SourceChange): string {
  const edits = changeSource(format, text, change);
  return isRefusal(edits) ? edits.code : applyEdits(text, edits);
}

/** The entries of a text as another format writes them. */
function entriesOf(fileName: string, text: string, format: FormatId) {
  const library = new Library();
  library.setSource('x', readText(fileName, text));
  return library.entries().map((entry) => writtenEntry(entry, format));
}

const BIB = '@book{a,\n  title = {A},\n}\n';

describe('Adding to a .bib file', () => {
  const add = (fileName: string, text: string) =>
    after('bibtex', BIB, { kind: 'add', entries: entriesOf(fileName, text, 'bibtex') });
  const keyOf = (id: string) =>
    /\n@\w+\{(.*),\n/.exec(add('x.json', JSON.stringify([{ id, type: 'book', title: 'T' }])))?.[1];

  it('makes keys legal', () => {
    assert.equal(keyOf('a}b'), 'ab');
    assert.equal(keyOf('ito{2002'), 'ito2002');
    assert.equal(keyOf('Ito, 2001'), 'Ito2001');
    assert.equal(keyOf('x}\n@string{jan={pwned}}\n@misc{y'), 'x@stringjanpwned@miscy');
    assert.equal(keyOf('müller:2001/a.b-c_d+e'), 'müller:2001/a.b-c_d+e');
    assert.equal(add('x.json', '[{"id": "{}", "title": "T"}]'), 'unfit-key');
  });

  it('refuses a key that is taken', () => {
    assert.equal(add('x.bib', '@misc{a, title = {B}}'), 'key-taken');
    assert.equal(add('x.json', '[{"id": "{a}", "title": "B"}]'), 'key-taken');
  });

  it('writes years and numbers that are none as text', () => {
    const item = { id: 'k', type: 'book', title: 'T', issued: { 'date-parts': [['20}20', '{']] }, volume: '}' };
    const text = add('x.json', JSON.stringify([item]));
    assert.match(text, /year = \{20\\textbraceright\{\}20\}/);
    assert.deepEqual(readText('x.bib', text).problems, []);
  });

  it('closes an entry that was copied without its end', () => {
    assert.equal(add('', '@misc{b,\n  title = {B}\n'), `${BIB}\n@misc{b,\n  title = {B},\n}\n`);
    assert.equal(
      add('', '@misc{b,\n  title = {B}\n  year = 2001}\n'),
      `${BIB}\n@misc{b,\n  title = {B},\n  year = {2001},\n}\n`,
    );
  });

  it('refuses an entry of which a field was cut', () => {
    assert.equal(add('', '@misc{b, title = "a } b"}'), 'broken-entry');
    assert.equal(add('', '@misc{b, title = {a'), 'broken-entry');
  });

  it('takes an entry with a macro or a parent that the file lacks, as that can be mended', () => {
    assert.match(add('', '@misc{b, journal = jmlr, title = {B}}'), /journal = jmlr/);
    assert.match(add('', '@inbook{b, crossref = {there}, title = {B}}'), /crossref = \{there\}/);
  });

  it('leaves an entry without an end as it is', () => {
    const open = '@book{a,\n  title = {A},\n';
    const entries = entriesOf('x.bib', '@misc{b, title = {B}}', 'bibtex');
    assert.equal(after('bibtex', open, { kind: 'add', entries }), `${open.trimEnd()}\n\n@misc{b, title = {B}}\n`);
  });
});

describe('Adding to CSL-YAML', () => {
  const entries = entriesOf('x.json', '[{"id": "k", "type": "book", "title": "T"}]', 'csl-yaml');
  const add = (text: string) => after('csl-yaml', text, { kind: 'add', entries });

  it('stands in the list of references, whatever else is there', () => {
    assert.equal(add('references: []\n'), 'references:\n- id: k\n  type: book\n  title: T\n');
    assert.equal(
      add('references: [] # none yet\nlang: en\n'),
      'references: # none yet\n- id: k\n  type: book\n  title: T\nlang: en\n',
    );
    for (const nothing of ['null', '~']) {
      assert.equal(
        add(`references: ${nothing} # none yet\nlang: en\n`),
        'references: # none yet\n- id: k\n  type: book\n  title: T\nlang: en\n',
      );
    }
    assert.equal(add('references:\nlang: en\n'), 'references:\n- id: k\n  type: book\n  title: T\nlang: en\n');
    assert.equal(
      add('tags:\n    - a\nreferences:\n  - id: a\n    title: A\nother:\n- b\n'),
      'tags:\n    - a\nreferences:\n  - id: a\n    title: A\n  - id: k\n    type: book\n    title: T\nother:\n- b\n',
    );
    assert.equal(
      add('references: [{id: a, title: A}]\n'),
      'references: [{id: a, title: A}, {"id":"k","type":"book","title":"T"}]\n',
    );
    assert.equal(
      add('---\nreferences:\n- id: a\n  title: A\n---\nText.\n'),
      '---\nreferences:\n- id: a\n  title: A\n- id: k\n  type: book\n  title: T\n---\nText.\n',
    );
    assert.equal(add('[]\n'), '- id: k\n  type: book\n  title: T\n');
    assert.equal(add(''), 'references:\n- id: k\n  type: book\n  title: T\n');
  });

  it('refuses YAML that is broken, or that holds no references', () => {
    assert.equal(add('references:\n- id: a\n  title: "A\n'), 'broken-source');
    assert.equal(add('title: A\n'), 'broken-source');
  });
});

describe('Adding to a text list', () => {
  const entries = entriesOf('x.json', '[{"id": "k", "title": "New", "abstract": "We add."}]', 'text-list');

  it('leaves a title at the end that waits for its abstract where it is', () => {
    assert.equal(after('text-list', 'A\nWe study.\nB\n', { kind: 'add', entries }), 'A\nWe study.\nNew\nWe add.\nB\n');
  });
});

describe('A change is refused', () => {
  it('where no entry stands any more', () => {
    assert.equal(after('bibtex', BIB, { kind: 'removeEntry', at: BIB.length - 1 }), 'no-entry');
    assert.equal(after('csl-json', '[]', { kind: 'replaceKey', at: 0, key: 'x' }), 'no-entry');
    assert.equal(after('ris', '\n', { kind: 'removeEntry', at: 0 }), 'no-entry');
    assert.equal(after('csl-yaml', 'references: []\n', { kind: 'removeEntry', at: 0 }), 'no-entry');
  });

  it('where the format takes none', () => {
    assert.equal(after('daily-papers', '[]', { kind: 'add', entries: [] }), 'not-written');
    assert.equal(after('text-list', 'A\nWe.\n', { kind: 'removeEntry', at: 0 }), 'not-written');
  });

  it('where the entry is broken', () => {
    const text = '@book{a,\n  title = {A},\n  note = {x\n}\n';
    assert.equal(after('bibtex', text, { kind: 'setFields', at: 0, fields: [['year', '2001']] }), 'broken-source');
    assert.equal(after('bibtex', text, { kind: 'removeEntry', at: 0 }), 'broken-source');
    assert.equal(
      after('csl-json', '[{"id": "a" "title": "A"}]', { kind: 'replaceKey', at: 1, key: 'b' }),
      'broken-source',
    );
  });

  it('for keys and fields that the format has no way to write', () => {
    for (const key of ['a b', 'a}b', 'a,b', 'a"b', 'a=b', 'a\nb', '']) {
      assert.equal(after('bibtex', BIB, { kind: 'replaceKey', at: 0, key }), 'unfit-key', key);
    }
    assert.equal(after('bibtex', BIB, { kind: 'setFields', at: 0, fields: [['a b', 'x']] }), 'unfit-field');
    assert.equal(after('bibtex', BIB, { kind: 'setFields', at: 0, fields: [['eprint', '1{x']] }), 'unfit-field');
    assert.equal(
      after('ris', 'TY  - BOOK\nTI  - A\nER  - \n', { kind: 'setFields', at: 0, fields: [['ER', 'x']] }),
      'unfit-field',
    );
    assert.equal(
      after('csl-json', '[{"id": "a", "title": "A"}]', { kind: 'replaceKey', at: 1, key: 'a\nb' }),
      'unfit-key',
    );
  });

  it('where another entry has the key', () => {
    const two = `${BIB}\n@book{b,\n  title = {B},\n}\n`;
    assert.equal(after('bibtex', two, { kind: 'replaceKey', at: 0, key: 'b' }), 'key-taken');
  });

  it('where it is the last field', () => {
    assert.equal(
      after('csl-json', '[{"title": "A"}]', { kind: 'setFields', at: 1, fields: [['title', undefined]] }),
      'last-field',
    );
  });

  it('where another entry takes fields from it', () => {
    const text = '@inbook{b,\n  crossref = {a},\n  title = {B},\n}\n\n@book{a,\n  title = {A},\n}\n';
    assert.equal(after('bibtex', text, { kind: 'removeEntry', at: text.indexOf('@book') }), 'new-problem');
  });

  it('where an alias would change another entry', () => {
    assert.equal(
      after('csl-yaml', '- id: a\n  title: &t A\n- id: b\n  title: *t\n', {
        kind: 'setFields',
        at: 2,
        fields: [['title', 'X']],
      }),
      'changes-another',
    );
  });
});

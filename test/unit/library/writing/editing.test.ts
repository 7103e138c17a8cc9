import assert from 'node:assert/strict';
import { applyEdits } from '../../../../src/base/textEdit';
import type { FormatId } from '../../../../src/library/formats/reader';
import { readText } from '../../../../src/library/formats/readers';
import { Library } from '../../../../src/library/library';
import { changeSource } from '../../../../src/library/writing/changeSource';
import { isRefusal } from '../../../../src/library/writing/editRefusal';
import type { FieldChange, SourceChange } from '../../../../src/library/writing/sourceChange';
import { writtenEntry } from '../../../../src/library/writing/writtenEntry';

/** The text after a change of the entry before which `|` stands. */
function edited(format: FormatId, marked: string, change: Omit<SourceChange, 'at'>): string {
  const at = marked.indexOf('|');
  const text = marked.replace('|', '');
  const edits = changeSource(format, text, { ...change, at } as SourceChange);
  assert.ok(!isRefusal(edits), JSON.stringify(edits));
  return applyEdits(text, edits);
}

const set = (...fields: FieldChange[]) => ({ kind: 'setFields', fields }) as const;
const rename = (key: string, keepAlias = false) => ({ kind: 'replaceKey', key, keepAlias }) as const;
const remove = { kind: 'removeEntry' } as const;

function replaceBy(fileName: string, text: string, format: FormatId) {
  const library = new Library();
  library.setSource('x', readText(fileName, text));
  return { kind: 'replaceEntry', entry: writtenEntry(library.entries()[0], format) } as const;
}

describe('Editing a .bib file', () => {
  it('writes a field as the entry writes its own', () => {
    assert.equal(
      edited(
        'bibtex',
        '|@ARTICLE{a,\r\n\tTITLE  = "A",\r\n\tYEAR   = "1990",\r\n\tAUTHOR = "B. C."\r\n}\r\n',
        set(['doi', '10.1/x']),
      ),
      '@ARTICLE{a,\r\n\tTITLE  = "A",\r\n\tYEAR   = "1990",\r\n\tAUTHOR = "B. C.",\r\n\tDOI    = "10.1/x"\r\n}\r\n',
    );
    assert.equal(
      edited('bibtex', '|@misc{a, title={A}, year=1990}', set(['note', '50% & more'])),
      '@misc{a, title={A}, year=1990, note={50\\% \\& more}}',
    );
    assert.equal(edited('bibtex', '|@misc{a,\n}\n', set(['title', 'A'])), '@misc{a,\n  title = {A},\n}\n');
  });

  it('puts a field where the other entries have it', () => {
    const others = '@misc{b,\n  author = {B},\n  doi = {10.1/b},\n  title = {B},\n}\n';
    assert.equal(
      edited('bibtex', `|@misc{a,\n  author = {A},\n  title = {A},\n}\n${others}`, set(['doi', '10.1/a'])),
      `@misc{a,\n  author = {A},\n  doi = {10.1/a},\n  title = {A},\n}\n${others}`,
    );
  });

  it('keeps delimiters, macros, comments and the order', () => {
    const text =
      '% one\n|@misc{a, % two\n  year = 1990, % three\n  month = jan,\n  title = "A" # j, % four\n  note = {x}\n}\n';
    assert.equal(
      edited('bibtex', text, set(['year', '2001'], ['note', undefined], ['title', 'B'])),
      '% one\n@misc{a, % two\n  year = 2001, % three\n  month = jan,\n  title = {B} % four\n}\n',
    );
  });

  it('gives a key, also where others refer to it', () => {
    const text =
      '@inbook{b,\n  crossref = {a},\n  related = {x, a, ab},\n  title = {a},\n}\n|@book{a,\n  title = {A},\n}\n';
    assert.equal(
      edited('bibtex', text, rename('new')),
      '@inbook{b,\n  crossref = {new},\n  related = {x, new, ab},\n  title = {a},\n}\n@book{new,\n  title = {A},\n}\n',
    );
    assert.equal(edited('bibtex', '|@misc{,\n  title = {A},\n}\n', rename('new')), '@misc{new,\n  title = {A},\n}\n');
    assert.equal(edited('bibtex', '|@misc{title = {A}}', rename('new')), '@misc{new, title = {A}}');
  });

  it('gives a key in every field by which another entry names this one, its further keys included', () => {
    const text = (field: string, key: string, keys: string) =>
      `@book{${key}, title = {A}, ids = {z}}\n@inbook{b, ${field} = {${keys}}, title = {a}}\n`;
    for (const field of ['crossref', 'xref', 'xdata', 'related', 'entryset', 'ids']) {
      const [before, after] = [text(field, 'a', 'a'), text(field, 'new', 'new')];
      assert.equal(edited('bibtex', `|${before}`, rename('new')), after, field);
    }
    for (const field of ['related', 'entryset', 'ids']) {
      const [before, after] = [text(field, 'a', 'x,a , ab'), text(field, 'new', 'x,new , ab')];
      assert.equal(edited('bibtex', `|${before}`, rename('new')), after, field);
    }
    // Further keys are told apart by their capitals, as all keys of papers are.
    const capital = '@book{b, ids = "A, a", title = {B}}\n';
    assert.equal(
      edited('bibtex', `|@book{a,}\n${capital}`, rename('n')),
      `@book{n,}\n${capital.replace(' a"', ' n"')}`,
    );
  });

  it('keeps the former key as an alias where that is wanted', () => {
    const text = '|@book{a,\n  title = {A},\n}\n';
    const there = edited('bibtex', text, rename('b', true));
    assert.equal(there, '@book{b,\n  title = {A},\n  ids = {a},\n}\n');
    assert.equal(edited('bibtex', `|${there}`, rename('c', true)), '@book{c,\n  title = {A},\n  ids = {a, b},\n}\n');
    assert.equal(edited('bibtex', `|${there}`, rename('a')), text.slice(1));
  });

  it('removes one of two entries with the same key, and references stay with the other', () => {
    const text = '@book{a,\n  title = {A},\n}\n\n|@book{a,\n  title = {B},\n}\n\n@inbook{c,\n  crossref = {a},\n}\n';
    assert.equal(edited('bibtex', text, remove), '@book{a,\n  title = {A},\n}\n\n@inbook{c,\n  crossref = {a},\n}\n');
    assert.match(edited('bibtex', text, rename('b')), /crossref = \{a\}/);
  });

  it('removes an entry at the end, on a line with others, and alone', () => {
    assert.equal(
      edited('bibtex', '@book{a, title = {A}}\n\n% c\n\n|@book{b, title = {B}}\n', remove),
      '@book{a, title = {A}}\n\n% c\n',
    );
    assert.equal(edited('bibtex', '|@book{a, title = {A}} @book{b, title = {B}}\n', remove), '@book{b, title = {B}}\n');
    assert.equal(edited('bibtex', '|@book{a, title = {A}}\n', remove), '');
  });

  it('replaces what an entry says, and keeps what is not ours', () => {
    const text =
      '|@Article{a,\n  title = {{A} Title},\n  groups = {mine},\n  year = 1990, % sure?\n  abstract = {Old.},\n  file = {a.pdf},\n}\n';
    const item = {
      id: 'a',
      type: 'article-journal',
      title: 'A Title',
      issued: { 'date-parts': [[1991]] },
      DOI: '10.1/x',
    };
    assert.equal(
      edited('bibtex', text, replaceBy('x.json', JSON.stringify([item]), 'bibtex')),
      '@Article{a,\n  title = {{A} Title},\n  groups = {mine},\n  year = 1991, % sure?\n  file = {a.pdf},\n  doi = {10.1/x},\n}\n',
    );
  });
});

describe('Editing CSL-JSON', () => {
  it('writes a member as the others are written', () => {
    assert.equal(
      edited(
        'csl-json',
        '[\n\t|{\n\t\t"id": "a",\n\t\t"title": "A"\n\t}\n]',
        set(['DOI', '10.1/x'], ['author', [{ family: 'B' }]]),
      ),
      '[\n\t{\n\t\t"id": "a",\n\t\t"title": "A",\n\t\t"DOI": "10.1/x",\n\t\t"author": [\n\t\t\t{\n\t\t\t\t"family": "B"\n\t\t\t}\n\t\t]\n\t}\n]',
    );
    assert.equal(
      edited('csl-json', '[|{"id":"a","title":"A"}]', set(['DOI', '10.1/x'])),
      '[{"id":"a","title":"A","DOI":"10.1/x"}]',
    );
    assert.equal(edited('csl-json', '|{"id": "a", "title": "A"}', set(['title', 'B'])), '{"id": "a", "title": "B"}');
  });

  it('gives a key where the key is', () => {
    assert.equal(
      edited('csl-json', '[|{"id": "http://zotero.org/1", "citation-key": "a", "title": "A"}]', rename('b')),
      '[{"id": "http://zotero.org/1", "citation-key": "b", "title": "A"}]',
    );
    assert.equal(
      edited('csl-json', '[|{"id": "a", "citation-key": "a", "title": "A"}]', rename('b')),
      '[{"id": "b", "citation-key": "b", "title": "A"}]',
    );
    assert.equal(
      edited('csl-json', '[|{"DOI": "10.1000/x", "title": "A"}]', rename('b')),
      '[{"DOI": "10.1000/x", "title": "A", "id": "b"}]',
    );
  });

  it('removes an item with its comma', () => {
    assert.equal(
      edited('csl-json', '[\n  |{"id": "a", "title": "A"},\n  {"id": "b", "title": "B"}\n]', remove),
      '[\n  {"id": "b", "title": "B"}\n]',
    );
    assert.equal(
      edited('csl-json', '[\n  {"id": "a", "title": "A"},\n  |{"id": "b", "title": "B"}\n]', remove),
      '[\n  {"id": "a", "title": "A"}\n]',
    );
    assert.equal(edited('csl-json', '[|{"id": "a", "title": "A"}]', remove), '[]');
  });

  it('replaces what an item says, and keeps what CSL does not know', () => {
    const item = '[{"id": "a", "type": "book", "title": "B", "volume": "2"}]';
    assert.equal(
      edited(
        'csl-json',
        '[|{"id": "a", "type": "book", "title": "A", "mine": [1], "volume": 2, "note": "x"}]',
        replaceBy('x.json', item, 'csl-json'),
      ),
      '[{"id": "a", "type": "book", "title": "B", "mine": [1], "volume": 2}]',
    );
  });
});

describe('Editing CSL-YAML', () => {
  const text =
    'references:\n  - |id: a # key\n    title: "A" # sure?\n    author:\n    - family: B\n    # own\n    note: |\n      two\n      lines\n  # next\n  - id: b\n    title: B\nlang: en\n';
  // `|` marks the place, and begins a block of text in YAML; the first one is the mark.

  it('writes a member as the others are written', () => {
    assert.equal(
      edited('csl-yaml', text, set(['title', 'C'], ['DOI', '10.1/x'])),
      'references:\n  - id: a # key\n    title: "C" # sure?\n    author:\n    - family: B\n    # own\n    note: |\n      two\n      lines\n    DOI: 10.1/x\n  # next\n  - id: b\n    title: B\nlang: en\n',
    );
    assert.equal(
      edited('csl-yaml', text, set(['note', 'x'], ['author', [{ literal: 'C' }]])),
      'references:\n  - id: a # key\n    title: "A" # sure?\n    author:\n      - literal: C\n    # own\n    note: x\n  # next\n  - id: b\n    title: B\nlang: en\n',
    );
    // What ends a value is left out when it is read, and no reason to refuse it.
    assert.equal(
      edited('csl-yaml', '- |id: a\n  title: A\n', set(['abstract', 'Said.\n'])),
      '- id: a\n  title: A\n  abstract: "Said.\\n"\n',
    );
    // A line separator ends a line of YAML, and `...` at the start of one a document.
    assert.equal(
      edited('csl-yaml', '- |id: a\n  title: A\n', set(['note', '\u2028...'])),
      '- id: a\n  title: A\n  note: "\\u2028..."\n',
    );
    assert.equal(
      edited('csl-yaml', '- |{id: a, title: A}\n', set(['DOI', '10.1/x'], ['title', 'B, C'])),
      '- {id: a, title: "B, C", "DOI": "10.1/x"}\n',
    );
  });

  it('removes members and items, not the comments beside them', () => {
    assert.equal(
      edited('csl-yaml', text, set(['author', undefined], ['note', undefined])),
      'references:\n  - id: a # key\n    title: "A" # sure?\n    # own\n  # next\n  - id: b\n    title: B\nlang: en\n',
    );
    assert.equal(edited('csl-yaml', text, remove), 'references:\n  # next\n  - id: b\n    title: B\nlang: en\n');
    assert.equal(edited('csl-yaml', '- |id: a\n  title: A\n', remove), '[]\n');
    assert.equal(
      edited('csl-yaml', 'references:\n- |id: a\n  title: A\nlang: en\n', remove),
      'references: []\nlang: en\n',
    );
    assert.equal(
      edited('csl-yaml', 'references: [{id: a, title: A}, |{id: b, title: B}]\n', remove),
      'references: [{id: a, title: A}]\n',
    );
  });
});

describe('Editing RIS', () => {
  const text =
    '|TY  - JOUR\nID  - a\nAU  - B, C\nTI  - A long\n      title\nC1  - own\nER  - \n\nTY  - BOOK\nTI  - B\nER  - \n';

  it('writes a tag behind its like, or last', () => {
    assert.equal(
      edited('ris', text, set(['AU', ['D, E', 'F, G']], ['DO', '10.1/x'], ['TI', 'Short'])),
      'TY  - JOUR\nID  - a\nAU  - D, E\nAU  - F, G\nTI  - Short\nC1  - own\nDO  - 10.1/x\nER  - \n\nTY  - BOOK\nTI  - B\nER  - \n',
    );
  });

  it('gives a key, and removes a record with the line after it', () => {
    assert.match(edited('ris', text, rename('b')), /^TY {2}- JOUR\nID {2}- b\nAU/);
    assert.equal(edited('ris', text, remove), 'TY  - BOOK\nTI  - B\nER  - \n');
    assert.match(
      edited('ris', 'TY  - BOOK\r\n|TI  - B\r\nER  - \r\n', rename('b')),
      /^TY {2}- BOOK\r\nID {2}- b\r\nTI/,
    );
  });

  it('replaces what a record says, and keeps the tags that are not ours', () => {
    const item = { id: 'a', type: 'article-journal', title: 'New', author: [{ family: 'B', given: 'C' }] };
    assert.equal(
      edited('ris', text, replaceBy('x.json', JSON.stringify([item]), 'ris')),
      text.slice(1).replace('A long\n      title', 'New'),
    );
  });
});

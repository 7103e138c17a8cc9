import assert from 'node:assert/strict';
import type { CslItem } from '../../../../src/library/model/csl';
import { addToLibrary, readLibrary } from '../../../cases';

/** Lists as people and programs leave them, by the name of their file. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  'x.bib': [
    '@book{a,\n  title = {A},\n}\n',
    '',
    '% only a comment',
    '@string{jan = {X}}\n@preamble{"\\def\\x{}"}\n@comment{ @book{z, title={Z}} }\n',
    '@book{a, title = {A}}@book{b, title = {B}}',
    '\uFEFF@book{a,\ttitle = "A"}\r\n',
    '@BOOK(a, title = {A})',
    'junk @book{a, title={A}',
    '@comment{jabref-meta: databaseType:bibtex;}\n@book{a, title = {A}}\n\n@Comment{x',
  ],
  'x.yaml': [
    'references:\n- id: a\n  title: A\n',
    '- id: a\n  title: A',
    '# c\n\n- id: a\n  title: A\n# end',
    '---\nreferences:\n- id: a\n  title: A\n...\n---\nother: 1\n',
    'references:\n  - {id: a, title: A}\nnocite: |\n  @x\n',
    'references:\n- id: a\n  title: |\n    A\n    - id: b\n',
    'references: &r\n- id: a\n  title: A\nother: *r\n',
    'a: {references: [{id: q, title: Q}]}\nreferences: [ ]\n',
    'references:\r\n- id: a\r\n  title: A\r\n',
    'references: {}\n',
    'references: null\n',
    '%YAML 1.2\n---\nreferences:\n- id: a\n  title: A\n',
    'references:\n-\n  id: a\n  title: A\n',
    '? references\n: - id: a\n    title: A\n',
    '[\n  {id: a, title: A},\n]\n',
    '- id: a\n  title: A\n  abstract: |+\n    text\n\n\n',
    '- &x\n  id: a\n  title: A\n- *x\n',
    '--- # x\n- id: a\n  title: A\n--- \n- id: b\n  title: B\n',
  ],
  'x.json': [
    '[{"id":"a","title":"A"}]',
    '[]',
    '{"references":[{"id":"a","title":"A"}]}',
    '[{"id":"a","title":"A"},]',
    '// c\n[{"id":"a","title":"A"}]',
    '\uFEFF[]',
    '{}',
    '[1, null, {"id": "a", "title": "A"}]',
  ],
  'x.ris': ['TY  - BOOK\nTI  - A\nER  - \n', 'TY  - BOOK\r\nTI  - A\r\n', 'junk\nTY  - BOOK\nTI  - A\nER  - \njunk'],
  'x.txt': [
    'A\nWe study.\nB\n',
    'A\nWe study.\n',
    '',
    'A\n\nWe study.\n\n\n',
    'A\r\nWe study.\r\nB',
    'A\nWe study.\nB\nWe do.\nC',
  ],
};

/** Papers that mean something to one format or another. */
const ITEMS: readonly CslItem[] = [
  { title: 'a } b { c', 'container-title': '}{', volume: '1}', page: '1},{2', publisher: '" # x # "' },
  { title: '@string{x = {y}}\n@book{z,}' },
  { title: '@book{z, title = {Z}}', note: '@comment{' },
  { title: 'T\nER  - \nTY  - BOOK\nTI  - Other' },
  { title: 'TY  - JOUR', note: 'TI  - x' },
  { title: 'T: "q" # c\n- id: z\n  title: Z', note: '--- \n...\n' },
  { title: 'references:', note: 'references: []' },
  { title: '[{"id": "z", "title": 1}]', note: '{"zotero": {' },
  { title: '*alias &anchor !tag | > % @ `' },
  { title: '~' },
  { title: '0x10' },
  { title: 'ends with \\', note: '\\}' },
  { title: '{{{' },
  { title: '}}}' },
  { title: '% c', note: '#' },
  { title: 'T', author: [{ family: 'O}N{eil', given: 'a and b' }, { literal: 'A and B, C' }] },
  { title: 'A\r\n\nB\rC\u2028D\u0085E', 'container-title': 'V\n@book{z,\nTY  - BOOK\n- id: z', publisher: '\n\n' },
  { title: 'T', author: [{ family: 'F\nER  - ', given: 'G\n- id: z' }, { literal: 'L\n@book{z,}' }] },
  { title: 'T', keyword: 'a, b; c\nd', 'f}oo = {': 'bar', language: 'en}\n@x{', ISBN: '}' },
].map((item) => ({ id: 'k', type: 'book', abstract: `We say: ${item.title}`, ...item }));

/** Keys that mean something to one format or another. */
const KEYS = ['x}\n@string{jan={pwned}}\n@misc{y', '{}', 'a', 'null', '1e5', 'a: b', '- x', 'é 日', '#', '"', '\u0000'];

const shown = (text: string) => text.replace(/[\s\u0085]+/g, ' ').trim();
const WITHOUT_MARKUP = /<\/?\w[^>]*>/g;

/** Adds a paper and reads the list anew by its name: all former papers as they were and the new one, or the list as it was. */
function add(name: string, list: string, item: CslItem): void {
  const before = readLibrary(name, list);
  const text = addToLibrary(name, list, [item]);
  if (typeof text !== 'string') return assert.ok(text.code);
  const after = readLibrary(name, text);
  // Papers that state no key have one that gives way to those that do.
  const states = /\.(bib|json|yaml)$/.test(name);
  const papers = (from: typeof before) =>
    from.entries.map(({ csl }) => JSON.stringify(states ? csl : { ...csl, id: undefined }));
  const added = papers(after).filter((paper) => !papers(before).includes(paper));
  assert.deepEqual(
    papers(before).filter((paper) => !papers(after).includes(paper)),
    [],
    text,
  );
  assert.equal(added.length, 1, text);
  assert.equal(after.entries.length, before.entries.length + 1, text);
  assert.ok(after.problems.length <= before.problems.length, text);
  const { title } = JSON.parse(added[0]) as CslItem;
  assert.equal(shown(title?.replace(WITHOUT_MARKUP, '') ?? ''), shown(item.title ?? ''), text);
}

describe('A paper that is added', () => {
  for (const [name, lists] of Object.entries(LISTS)) {
    for (const list of lists) {
      it(`loses nothing of ${name} ${JSON.stringify(list)}`, () => {
        for (const item of [ITEMS[1], ITEMS[2], ITEMS[4], ITEMS[9]]) add(name, list, item);
      });
    }
    for (const item of ITEMS) {
      it(`stands in ${name} whole, or not at all: ${JSON.stringify(item.title)}`, () =>
        lists.slice(0, 3).forEach((list) => add(name, list, item)));
    }
    for (const id of KEYS) {
      it(`harms nothing in ${name} by its key ${JSON.stringify(id)}`, () =>
        lists.slice(0, 3).forEach((list) => add(name, list, { ...ITEMS[9], id, title: 'T' })));
    }
  }

  it('is in the list in most of these cases', () => {
    const isAdded = (name: string, item: CslItem) => typeof addToLibrary(name, LISTS[name][0], [item]) === 'string';
    for (const name of Object.keys(LISTS)) {
      const added = ITEMS.filter((item) => isAdded(name, item)).length;
      assert.ok(added >= ITEMS.length - 4, `${added} of ${ITEMS.length} in ${name}`);
    }
  });
});

describe('A list that holds words of another format', () => {
  const titles = (name: string, text: string) => readLibrary(name, text).entries.map(({ csl }) => csl.title);

  it('is what its name says, where they stand in a text of it', () => {
    assert.deepEqual(titles('x.yaml', '- id: a\n  title: A\n  abstract: |\n    @book{z, title = {Z}}\n'), ['A']);
    assert.deepEqual(titles('x.yml', '- id: a\n  title: A\n  abstract: |\n    TY  - JOUR\n    TI  - Z\n'), ['A']);
  });

  it('is the other where it begins with them', () => {
    assert.deepEqual(titles('x.yaml', '% c\n\n@book{\n  z,\n  title = {Z}\n}\n'), ['Z']);
    assert.deepEqual(titles('x.json', '\uFEFF\nTY  - JOUR\nTI  - Z\nER  - \n'), ['Z']);
    assert.deepEqual(titles('x.txt', 'Exported.\n\n@book{z, title = {Z}}\n'), ['Z']);
  });
});

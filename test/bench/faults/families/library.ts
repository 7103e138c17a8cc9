import { chooseReader } from '../../../../src/library/formats/readers';
import { changeSource } from '../../../../src/library/writing/changeSource';
import type { SourceChange } from '../../../../src/library/writing/sourceChange';
import { addToLibrary, readLibrary } from '../../../cases';
import { lines, many, type Family } from './family';

const write =
  (fileName: string, title: (times: number) => string, text = '') =>
  (times: number) => {
    const item = { id: 'k', title: title(times) };
    return () => addToLibrary(fileName, text, [item]);
  };

const YAML = 'references:\n- id: a\n  title: A\n';

const WRITERS: readonly Family[] = [
  ['inner capitals as BibTeX', write('x.bib', (n) => 'ABc '.repeat(n))],
  ['braces as BibTeX', write('x.bib', (n) => '{'.repeat(n))],
  ['tags in tags as BibTeX', write('x.bib', (n) => '<i>'.repeat(n) + '</i>'.repeat(n))],
  ['protected tags as BibTeX', write('x.bib', (n) => '<span class="nocase">'.repeat(n) + '</span>'.repeat(n))],
  ['dollars as BibTeX', write('x.bib', (n) => '$a '.repeat(n))],
  ['stars as CSL-YAML', write('x.yaml', (n) => '*a '.repeat(n), YAML)],
  ['brackets as CSL-YAML', write('x.yaml', (n) => '[a'.repeat(n), YAML)],
  ['quotes as CSL-JSON', write('x.json', (n) => '"\\ '.repeat(n), '[]')],
  [
    'items of CSL-JSON',
    (n) => () =>
      addToLibrary('x.json', `[${many(n, (i) => `{"id":"k${i}","title":"T"},`)}{"id":"z","title":"T"}]`, [
        { id: 'k', title: 'T' },
      ]),
  ],
  ['lines as RIS', write('x.ris', (n) => 'a\n'.repeat(n))],
];

const read = (fileName: string, text: (times: number) => string) => (times: number) => {
  const hostile = text(times);
  return () => readLibrary(fileName, hostile).entries.map(({ csl }) => csl);
};
const field = (name: string, value: (times: number) => string) =>
  read('x.bib', (n) => `@book{k, title = {T}, ${name} = ${value(n)}}`);
const json = (name: string, value: (times: number) => string) =>
  read('x.json', (n) => JSON.stringify([{ id: 'a', title: 'T', [name]: value(n) }]));

const READERS: readonly Family[] = [
  ['joined names', field('note', (n) => `${'a # '.repeat(n)}a`)],
  ['joined texts', field('note', (n) => `${'{x} # '.repeat(n)}{x}`)],
  ['authors', field('author', (n) => `{${'a and '.repeat(n)}b}`)],
  ['parts of @xdata', field('author', (n) => `{${'xdata=a-b-c-d and '.repeat(n)}b}`)],
  ['languages', field('langid', (n) => `{${'german and '.repeat(n)}german}`)],
  ['old dates', field('date', (n) => `{${'199u/'.repeat(n)}}`)],
  ['escapes in a link', field('doi', (n) => `{https://doi.org/10.1234/${'%41'.repeat(n)}}`)],
  ['declarations in groups', field('subtitle', (n) => `{${'{\\em '.repeat(n)}${'}'.repeat(n)}}`)],
  ['formulas in formulas', field('subtitle', (n) => `{${'\\ensuremath{'.repeat(n)}${'}'.repeat(n)}}`)],
  ['unknown commands', field('subtitle', (n) => `{${'\\foo '.repeat(n)}}`)],
  ['Spanish signs', field('subtitle', (n) => `{${'?`'.repeat(n)}}`)],
  ['comments in comments', read('x.bib', (n) => '@comment{ '.repeat(n))],
  ['entries in comments', read('x.bib', (n) => '@comment{ @a{b,\n'.repeat(n))],
  ['separators', read('x.bib', (n) => `@a{k,title={T}}${',;'.repeat(n)}@`)],
  ['abbreviations made of themselves', read('x.bib', (n) => lines(4 * n, (i) => `@string{s={${i}} # s # s}`))],
  ['abbreviations that change', read('x.bib', (n) => lines(4 * n, (i) => `@string{s={${i}}}\n@book{k${i},title=s}`))],
  ['parents of parents', read('x.bib', (n) => many(n, (i) => `@book{k${i},title={T},crossref={k${i + 1}}}`))],
  ['keywords on lines', read('x.ris', (n) => `TY  - JOUR\nTI  - T\nKW  - a\n${'b\n'.repeat(n)}ER  - \n`)],
  ['lines apart of PubMed', read('x.nbib', (n) => `PMID- 1\n${'AB  - x\n\n'.repeat(n)}`)],
  [
    'annotations of authors',
    read(
      'x.bib',
      (n) =>
        `@book{k, author = {${lines(n, (i) => `A, E${i} and `)}B, C},\n${lines(n, (i) => `author+an:x${i} = {${i}="y"},\n`)}}`,
    ),
  ],
  ['links in a line', read('x.ris', (n) => `TY  - JOUR\nTI  - T\nUR  - ${'https://a; '.repeat(n)}\nER  - \n`)],
  ['tags in an abstract', json('abstract', (n) => '<p a="'.repeat(n))],
  ['headings in an abstract', json('abstract', (n) => '<title> '.repeat(n))],
  ['stars of CSL-YAML', read('x.yaml', (n) => `${YAML}- id: b\n  title: "${'*a '.repeat(n)}"`)],
  [
    'aliases of CSL-YAML',
    read('x.yaml', (n) => `${YAML}${many(n, (i) => `- {id: k${i}, title: &t${i} T, x: *t${i}}`)}`),
  ],
  ['aliases of one item', read('x.yaml', (n) => `${YAML}  x: &x 1\n  y: [${'*x , '.repeat(n)}]`)],
  ['tildes of CSL-YAML', read('x.yaml', (n) => `${YAML}- id: b\n  title: "${'~'.repeat(n)}a"`)],
];

/** Changes the last entry of a source, which stands behind much else, in each way that its format knows. */
const changed = (fileName: string, text: (times: number) => string, last: string) => (times: number) => {
  const before = text(times);
  const source = before + last;
  const format = chooseReader(fileName, source)!.format;
  const at = before.length + last.search(/\w/);
  const [field, value] =
    format === 'ris' ? ['DO', '10.1/x'] : format === 'bibtex' ? ['doi', '10.1/x'] : ['DOI', '10.1/x'];
  const changes: readonly SourceChange[] = [
    { kind: 'setFields', at, fields: [[field, value]] },
    { kind: 'replaceKey', at, key: 'new' },
    { kind: 'removeEntry', at },
  ];
  return () => changes.map((change) => changeSource(format, source, change));
};
const BIB = '@book{last, title = {T}}\n';
const RIS = 'TY  - JOUR\nID  - last\nTI  - T\nER  - \n';
const CHANGED: readonly Family[] = [
  ['entries before one that changes', changed('x.bib', (n) => many(n, (i) => `@book{k${i},title={T}}\n`), BIB)],
  ['children of an entry that changes', changed('x.bib', (n) => many(n, (i) => `@book{k${i},crossref={last}}\n`), BIB)],
  ['open entries before one that changes', changed('x.bib', (n) => '@book{a, x = {\n'.repeat(n), BIB)],
  ['abbreviations before one that changes', changed('x.bib', (n) => many(n, (i) => `@string{s${i}=s${i - 1}}\n`), BIB)],
  [
    'RIS before an entry that changes',
    changed('x.ris', (n) => many(n, (i) => `TY  - JOUR\nID  - k${i}\nTI  - T\nER  - \n`), RIS),
  ],
  ['open RIS before an entry that changes', changed('x.ris', (n) => 'TY  - JOUR\n'.repeat(n), RIS)],
  [
    'items of CSL-JSON before one that changes',
    changed('x.json', (n) => `[${many(n, (i) => `{"id":"k${i}","title":"T"},`)}`, '{"id":"last","title":"T"}]'),
  ],
  [
    'items of CSL-YAML before one that changes',
    changed('x.yaml', (n) => `references:\n${many(n, (i) => `- {id: k${i}, title: T}`)}\n`, '- id: last\n  title: T\n'),
  ],
];

const data = (n: number, item: (i: number) => object) => Array.from({ length: n / 10 }, (_, i) => item(i));
const zotero = (items: (times: number) => readonly object[]) =>
  read('x.json', (n) => JSON.stringify({ zotero: { place: 'users/0', collections: [] }, items: items(n) }));
const book = { key: 'A', itemType: 'book', title: 'T' };
const daily = (paper: (times: number) => object) =>
  read('x.json', (n) => JSON.stringify([{ paper: { id: '1706.03762', title: 'T', ...paper(n) } }]));
const papis = (text: (times: number) => string) => read('info.yaml', (n) => `ref: a\ntitle: T\n${text(n)}\n`);
const PROGRAMS: readonly Family[] = [
  ['items of Zotero', zotero((n) => data(n, (i) => ({ ...book, key: `K${i}` })))],
  [
    'attachments of one item of Zotero',
    zotero((n) => [
      book,
      ...data(n, (i) => ({ key: `K${i}`, itemType: 'attachment', parentItem: 'A', path: 'a.pdf' })),
    ]),
  ],
  [
    'annotations of one item of Zotero',
    zotero((n) => [
      book,
      { key: 'B', itemType: 'attachment', parentItem: 'A' },
      ...data(n, (i) => ({ key: `K${i}`, itemType: 'annotation', parentItem: 'B', annotationText: 'a' })),
    ]),
  ],
  ['tags of an item of Zotero', zotero((n) => [{ ...book, tags: data(n, (i) => ({ tag: `t${i}` })) }])],
  [
    'creators of an item of Zotero',
    zotero((n) => [{ ...book, creators: data(n, (i) => ({ creatorType: 'author', lastName: `A${i}` })) }]),
  ],
  ['lines of the field Extra of Zotero', zotero((n) => [{ ...book, extra: 'DOI: 10.1/x\n'.repeat(n) }])],
  [
    'tags in a note of Zotero',
    zotero((n) => [book, { key: 'B', itemType: 'note', parentItem: 'A', note: '<p>a'.repeat(n) }]),
  ],
  [
    'items of Zotero that are each their own parents',
    zotero((n) => data(n, (i) => ({ key: `K${i}`, itemType: 'attachment', parentItem: `K${i}` }))),
  ],
  ['daily papers', read('x.json', (n) => JSON.stringify(data(n, (i) => ({ paper: { id: `1706.${i}`, title: 'T' } }))))],
  ['authors of a daily paper', daily((n) => ({ authors: data(n, (i) => ({ name: `A B${i}` })) }))],
  ['keywords of a daily paper', daily((n) => ({ ai_keywords: data(n, (i) => ({ toString: i })) }))],
  ['blanks in a daily paper', daily((n) => ({ summary: ' \n'.repeat(n) }))],
  ['authors of papis', papis((n) => `author_list:\n${many(n, (i) => `- {family: A${i}, given: B}`)}`)],
  ['files of papis', papis((n) => `files: [${'a.pdf, '.repeat(n)}]`)],
  ['tags of papis', papis((n) => `tags: ${'a '.repeat(n)}`)],
  ['fields of papis', papis((n) => many(n, (i) => `field${i}: a`))],
];

const PAGE = 'Deep Waters\nAda Lovelace\nA summary of what was found in deep waters, which is long enough to be one.\n';
const LISTED: readonly Family[] = [
  ['papers of a text list', read('papers.txt', (n) => PAGE.repeat(n / 10))],
  ['titles of a text list', read('papers.txt', (n) => `${PAGE}${'Deep Waters\n'.repeat(n)}`)],
  ['names of a text list', read('papers.txt', (n) => `${PAGE}Deep\n${'Ada Lovelace, '.repeat(n)}\n`)],
  ['blank lines of a text list', read('papers.txt', (n) => `${PAGE}${' \n'.repeat(n)}`)],
  ['numbers of a text list', read('papers.txt', (n) => `${PAGE}${'12\n'.repeat(n)}`)],
];

export const LIBRARY: readonly Family[] = [...WRITERS, ...READERS, ...CHANGED, ...PROGRAMS, ...LISTED];

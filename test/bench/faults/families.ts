import { addToLibrary, readLibrary, SYNTAXES } from '../../cases';
import { markdownCells } from '../../../src/citations/index/notebookCells';
import type { RankablePaper } from '../../../src/search/digest/contract';
import { Corpus } from '../../../src/search/corpus';
import { rankPapers } from '../../../src/search/digest/rank';
import { parseQuery } from '../../../src/search/query/parser';
import { globalBibliographies } from '../../../src/workflows/bibliographies/dirLocals';
import { readProjectFile } from '../../../src/workflows/bibliographies/projectFile';

/** A text that is hostile in one way, by how often its piece stands in it, and what reads or writes it. */
export type Family = readonly [name: string, work: (times: number) => () => unknown];

const write =
  (fileName: string, title: (times: number) => string, text = '') =>
  (times: number) => {
    const item = { id: 'k', title: title(times) };
    return () => addToLibrary(fileName, text, [item]);
  };

const YAML = 'references:\n- id: a\n  title: A\n';

const WRITERS: Family[] = [
  ['inner capitals as BibTeX', write('x.bib', (n) => 'ABc '.repeat(n))],
  ['braces as BibTeX', write('x.bib', (n) => '{'.repeat(n))],
  ['tags in tags as BibTeX', write('x.bib', (n) => '<i>'.repeat(n) + '</i>'.repeat(n))],
  ['protected tags as BibTeX', write('x.bib', (n) => '<span class="nocase">'.repeat(n) + '</span>'.repeat(n))],
  ['dollars as BibTeX', write('x.bib', (n) => '$a '.repeat(n))],
  ['stars as CSL-YAML', write('x.yaml', (n) => '*a '.repeat(n), YAML)],
  ['brackets as CSL-YAML', write('x.yaml', (n) => '[a'.repeat(n), YAML)],
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
const many = (times: number, line: (i: number) => string) =>
  Array.from({ length: times / 10 }, (_, i) => line(i)).join('\n');

const READERS: Family[] = [
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
  ['abbreviations that change', read('x.bib', (n) => many(n, (i) => `@string{s={${i}}}\n@book{k${i},title=s}`))],
  ['parents of parents', read('x.bib', (n) => many(n, (i) => `@book{k${i},title={T},crossref={k${i + 1}}}`))],
  ['keywords on lines', read('x.ris', (n) => `TY  - JOUR\nTI  - T\nKW  - a\n${'b\n'.repeat(n)}ER  - \n`)],
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

const scan = (piece: string) => (times: number) => {
  const text = piece.repeat(times);
  return () => Object.values(SYNTAXES).map((syntax) => syntax.find(text).length);
};
const SCANNERS: Family[] = [
  '[@a;',
  '\\cite{a',
  '\\iffalse ',
  '#cite(<a>, ',
  '[cite:@a;',
  ':cite:`a',
  'cite:[a',
  '[#a',
  '{% cite a ',
].map((piece): Family => [`\`${piece}\` in documents`, scan(piece)]);

/** Ranks papers by a library of one paper, which all that comes is like. */
const rank = (papers: (times: number) => readonly RankablePaper[]) => {
  const corpus = new Corpus();
  const fields = { authors: [], keywords: [], aliases: [], type: 'article', source: 'a.bib' };
  corpus.put(0, { id: 'a', title: 'ab cd', abstract: 'ab cd ef', ...fields });
  corpus.commit();
  return (times: number) => {
    const candidates = papers(times);
    const interests = { slots: Uint32Array.of(0), weights: Float32Array.of(1) };
    return () => rankPapers(corpus, { candidates, unwanted: candidates, interests, followed: { words: ['ab cd'] } });
  };
};
const RANKED: Family[] = [
  ['new papers that are alike', rank((n) => Array.from({ length: n }, () => ({ title: 'ab cd', abstract: 'cd ab' })))],
  [
    'new papers with words of their own',
    rank((n) => Array.from({ length: n }, (_, i) => ({ title: `ab x${i} y${i}` }))),
  ],
  ['words of a new paper', rank((n) => [{ title: 'ab', abstract: 'ab cd '.repeat(n) }])],
  ['authors of a new paper', rank((n) => [{ title: 'ab', authors: Array.from({ length: n }, (_, i) => `A B${i}`) }])],
];

const QUERIES: Family[] = ['ab ', 'a OR ', '|', 'a~', '深', '(a OR ', '-a ', 'title:a ', '"a b" '].map(
  (piece): Family => [`\`${piece}\` in the search box`, (times) => () => parseQuery(piece.repeat(times))],
);

const of =
  <T>(read: (text: string) => T, text: (times: number) => string) =>
  (times: number) => {
    const hostile = text(times);
    return () => read(hostile);
  };
const BESIDE: Family[] = [
  ['cells of notebooks', of(markdownCells, (n) => `{"cells":[${'{"cell_type":"markdown","source":"@a"},'.repeat(n)}`)],
  ['escaped quotes in notebooks', of(markdownCells, (n) => `{"cells":[{"source":"${'\\\\"'.repeat(n)}`)],
  ['open brackets in notebooks', of(markdownCells, (n) => `{"cells":${'["'.repeat(n)}`)],
  ['quotes in lists of Emacs', of(globalBibliographies, (n) => '(org-cite-global-bibliography "'.repeat(n))],
  [
    'bibliographies of a project',
    of(
      (text) => readProjectFile('defaults.yaml', text),
      (n) => 'bibliography:\n- a\n'.repeat(n),
    ),
  ],
  [
    'bibliographies in brackets',
    of(
      (text) => readProjectFile('defaults.yaml', text),
      (n) => 'bibliography: [\n'.repeat(n),
    ),
  ],
];

export const FAMILIES: readonly Family[] = [...WRITERS, ...READERS, ...SCANNERS, ...RANKED, ...QUERIES, ...BESIDE];

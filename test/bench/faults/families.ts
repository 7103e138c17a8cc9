import { headingsIn } from '../../../src/citations/index/headings';
import { markdownCells } from '../../../src/citations/index/notebookCells';
import type { RankablePaper } from '../../../src/search/digest/contract';
import { Corpus } from '../../../src/search/corpus';
import { rankPapers } from '../../../src/search/digest/rank';
import { parseQuery } from '../../../src/search/query/parser';
import { globalBibliographies } from '../../../src/workflows/bibliographies/dirLocals';
import { readProjectFile } from '../../../src/workflows/bibliographies/projectFile';
import type { OutputFormat } from '../../../src/citations/csl/contract';
import { safeItem } from '../../../src/citations/csl/item';
import { writeRuns } from '../../../src/citations/csl/output';
import { runsOf } from '../../../src/citations/csl/runs';
import { WRITERS as WRITERS_OF_FORMATS } from '../../../src/citations/csl/writers';
import type { SyntaxId } from '../../../src/citations/syntaxes';
import { OUR_NAMES } from '../../../src/notes/fieldNames';
import { Searcher } from '../../../src/search/ranking/searcher';
import { supportingDocuments } from '../../../src/search/ranking/support';
import { namedPapers } from '../../../src/online/references/namedPapers';
import { splitReferences } from '../../../src/online/references/splitReferences';
import { mathParts } from '../../../src/workflows/details/mathParts';
import { draftSentence } from '../../../src/workflows/draftSentence';
import { citationEdits, linkEdits } from '../../../src/workflows/rename/documentEdits';
import { noteEdits } from '../../../src/workflows/rename/noteEdits';
import { addToLibrary, readLibrary, renderNote, SYNTAXES } from '../../cases';
import { paper } from '../../unit/notes/paper';

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
const lines = (length: number, line: (i: number) => string) => Array.from({ length }, (_, i) => line(i)).join('\n');
const many = (times: number, line: (i: number) => string) => lines(times / 10, line);

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
  ['abbreviations that change', read('x.bib', (n) => lines(4 * n, (i) => `@string{s={${i}}}\n@book{k${i},title=s}`))],
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
  '{{< cite @a ',
  '{{< highlight >}} @a ',
  '\\if0 \\cite{a} ',
  '\\iftrue \\else \\cite{a} ',
  '\\MakeShortVerb{\\|}\\cite{a}|\n',
  '\\endinput \\cite{a} \n',
  '#if false [ @a ',
  '* COMMENT [cite:@a]\n',
  '[[a][b [cite:@a]',
  '\\begin{x}\n[cite:@a]\n',
  '\\[ a\n[cite:@a]\n',
  '=a\n[cite:@a]\n',
  '{>> [#a]',
  '{% if false %}{% cite a %}',
  '[comment]\n--\ncite:[a]\n',
  'a::\n\n> :cite:`a`\n\n',
  ':::{note} @a\n---\n',
].map((piece): Family => [`${JSON.stringify(piece)} in documents`, scan(piece)]);

const headed = (piece: string) => (times: number) => {
  const [one, many] = [piece.repeat(times), `${piece.repeat(times)}\n`.repeat(2)];
  return () => Object.values(SYNTAXES).flatMap((syntax) => [headingsIn(one, syntax), headingsIn(many, syntax)]);
};
const HEADINGS: Family[] = [
  '# a {',
  '\n# a #',
  '= a <b ',
  '* a :b',
  '\\section{a ',
  '\\section[',
  '\n\na\n--',
  '#heading[a ',
  '/*',
].map((piece): Family => [`\`${JSON.stringify(piece)}\` in headings`, headed(piece)]);

/** Ranks papers by a library of one paper, which all that comes is like. */
const rank = (papers: (times: number) => readonly RankablePaper[]) => {
  const corpus = new Corpus();
  const fields = { authors: [], keywords: [], aliases: [], type: 'article', source: 'a.bib' };
  corpus.put(0, { id: 'a', title: 'ab cd', abstract: 'ab cd ef', ...fields });
  corpus.commit();
  return (times: number) => {
    const candidates = papers(times);
    const interests = { slots: Uint32Array.of(0), weights: Float32Array.of(1) };
    return () =>
      rankPapers(corpus, {
        candidates,
        unwanted: candidates,
        interests,
        followed: { authors: ['A B1'], words: ['ab cd'] },
      });
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

const template =
  (piece: string, end = '') =>
  (times: number) => {
    const text = piece.repeat(times) + end.repeat(times);
    return () => renderNote(text, paper());
  };
const TEMPLATES: Family[] = [
  ['fields in a template', template('{{ title }} ')],
  ['open braces in a template', template('{{ ')],
  ['conditions in a template', template('{% if title %}a', '{% endif %}')],
  ['loops in a template', template('{% for a in authors %}{{ a }}{% endfor %}')],
  ['filters in a template', (n) => template(`{{ title ${'| upcase '.repeat(n)}}}`)(1)],
  ['front matter in a template', template('---\n')],
  ['fields of front matter in a template', (n) => template(`---\n${many(n, (i) => `f${i}: {{ title }}`)}\n---\n`)(1)],
  [
    'dashes in the value of a template',
    (n) => () => renderNote('---\na: {{ title }}\n---\n', paper({ title: '- '.repeat(4 * n) })),
  ],
];

const formatted =
  (piece: string, end = '') =>
  (times: number) => {
    const html = piece.repeat(times) + end.repeat(times);
    return () =>
      Object.keys(WRITERS_OF_FORMATS).map((format) => writeRuns(runsOf(html), format as OutputFormat).length);
  };
const FORMATTED: Family[] = [
  ['marks in marks in a reference', formatted('<i>a', '</i>')],
  ['marks that end nothing in a reference', formatted('<i>a</b>')],
  ['ends alone in a reference', formatted('</i>a')],
  ['links in a reference', formatted('https://a.b/c ')],
  ['stars in a reference', formatted('*a ')],
  ['entities in a reference', formatted('&#38;')],
  ['less-than signs in a reference', formatted('<span ')],
  [
    'names of an item',
    (n) => () => safeItem('k', { type: 'book', author: Array.from({ length: n }, () => ({ family: 'A' })) }, new Set()),
  ],
];

const renamed = (text: (times: number) => string, syntax: SyntaxId) => (times: number) => {
  const document = text(times);
  return () => citationEdits(document, SYNTAXES[syntax], 'a.md', { from: 'old', to: 'a new' });
};
const RENAMES: Family[] = [
  ['citations to be renamed in Markdown', renamed((n) => '@old; '.repeat(n), 'pandoc')],
  ['citations of one group to be renamed', renamed((n) => `[${'@old; '.repeat(n)}@b]`, 'pandoc')],
  ['citations to be renamed in LaTeX', renamed((n) => '\\cite{old} '.repeat(n), 'latex')],
  [
    'links to be renamed',
    (n) => () => linkEdits('[[old'.repeat(n) + '[[old]]'.repeat(n), [{ from: 'old', to: 'new' }]),
  ],
  [
    'keys of a note to be renamed',
    (n) => () => noteEdits(`---\ncitekeys: [${'old, '.repeat(n)}b]\n---\n`, OUR_NAMES, { from: 'old', to: 'new' }),
  ],
];

const supported = (piece: string) => (times: number) => {
  const corpus = new Corpus();
  const abstract = piece.repeat(times);
  corpus.put(0, { id: 'a', title: 'A', authors: [], keywords: [], aliases: [], type: 'book', source: 'a', abstract });
  corpus.commit();
  const searcher = new Searcher(corpus);
  return () => [
    draftSentence(abstract, { start: times, end: times }, []),
    supportingDocuments(corpus, searcher, abstract, 20),
  ];
};
const SUPPORT: Family[] = [
  ['one word in what supports', supported('graph ')],
  ['sentences in what supports', supported('Graphs grow. ')],
  ['lines in what supports', supported('graph\n\n')],
  ['abbreviations in what supports', supported('e.g. ')],
  ['signs in what supports', supported('?!" ')],
];

const listed = (piece: string) => (times: number) => () => splitReferences(piece.repeat(times)).flatMap(namedPapers);
const PASTED: Family[] = [
  ['initials in a list of references', listed('A. B. ')],
  ['quotes in a list of references', listed('“x ')],
  ['years in a list of references', listed('(2017) ')],
  ['names in a list of references', listed('Doe, J., & ')],
  ['identifiers in a list of references', listed('10.1234/(')],
  ['full stops in a list of references', listed('. ')],
  ['numbers in a list of references', listed('[1] ')],
];

const formulas = (piece: string) => (times: number) => () => mathParts(piece.repeat(times));
const FORMULAS: Family[] = ['$', '\\(', '$a', '$$', '\\[a', '$\\'].map((piece) => [
  `“${piece}” in an abstract`,
  formulas(piece),
]);

export const FAMILIES: readonly Family[] = [
  ...WRITERS,
  ...READERS,
  ...SCANNERS,
  ...HEADINGS,
  ...RANKED,
  ...QUERIES,
  ...BESIDE,
  ...TEMPLATES,
  ...FORMATTED,
  ...RENAMES,
  ...SUPPORT,
  ...PASTED,
  ...FORMULAS,
];

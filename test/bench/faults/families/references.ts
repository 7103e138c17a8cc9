import { citationPlugin } from '../../../../src/citations/preview/plugin';
import { SYNTAXES } from '../../../../src/citations/syntaxes';
import { renderer } from '../../../real/citations/preview/renderer';
import type { OutputFormat } from '../../../../src/citations/csl/contract';
import { safeItem } from '../../../../src/citations/csl/item';
import { writeRuns } from '../../../../src/citations/csl/output';
import { runsOf } from '../../../../src/citations/csl/runs';
import { WRITERS as WRITERS_OF_FORMATS } from '../../../../src/citations/csl/writers';
import { namedPapers } from '../../../../src/online/references/namedPapers';
import { splitReferences } from '../../../../src/online/references/splitReferences';
import { textStretches } from '../../../../src/workflows/adding/textStretches';
import { mathParts } from '../../../../src/workflows/details/mathParts';
import { type Family } from './family';

const formatted =
  (piece: string, end = '') =>
  (times: number) => {
    const html = piece.repeat(times) + end.repeat(times);
    return () =>
      Object.keys(WRITERS_OF_FORMATS).map((format) => writeRuns(runsOf(html), format as OutputFormat).length);
  };
export const FORMATTED: readonly Family[] = [
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

const listed = (piece: string) => (times: number) => () => splitReferences(piece.repeat(times)).flatMap(namedPapers);
const divided = (line: string) => (times: number) => () => textStretches(line.repeat(times));
export const PASTED: readonly Family[] = [
  ...['<record>', '<?xml a>', '{"a', 'TY  - JOUR', '@a{', '%0 Book', 'PMID- 1'].map((line): Family => [
    `lines of \`${line}\` in a text that is pasted`,
    divided(`${line}\n`),
  ]),
  ['initials in a list of references', listed('A. B. ')],
  ['quotes in a list of references', listed('“x ')],
  ['years in a list of references', listed('(2017) ')],
  ['names in a list of references', listed('Doe, J., & ')],
  ['identifiers in a list of references', listed('10.1234/(')],
  ['full stops in a list of references', listed('. ')],
  ['numbers in a list of references', listed('[1] ')],
];

const formulas = (piece: string) => (times: number) => () => mathParts(piece.repeat(times));
export const FORMULAS: readonly Family[] = ['$', '\\(', '$a', '$$', '\\[a', '$\\'].map((piece) => [
  `“${piece}” in an abstract`,
  formulas(piece),
]);

export const PREVIEWED: readonly Family[] = ['^[', '[^1]: ', '^[[@a]] ', '[^1]\n\n[^1]: [@a]\n\n'].map((piece) => [
  `“${piece}” in the preview`,
  (times) => {
    const md = renderer();
    citationPlugin(md, () => SYNTAXES.pandoc, { shown: () => undefined });
    return () => md.render(piece.repeat(times));
  },
]);

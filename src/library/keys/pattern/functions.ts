import type { CslName } from '../../model/csl';
import { familyName } from '../../model/display';
import type { Paper } from '../../model/paper';
import { isSignificant } from '../citekey';
import { type Arguments, capitalized, wordsOf } from './values';

/** What a key is made of. */
export type KeyedPaper = Pick<
  Paper,
  'title' | 'authors' | 'moreAuthors' | 'year' | 'venue' | 'type' | 'keywords' | 'doi' | 'language'
>;

/** Takes something out of a paper; empty where the paper does not say. */
export type PatternFunction = (paper: KeyedPaper, args: Arguments) => string;

const family = (name: CslName | undefined): string => (name ? familyName(name).replace(/\s+/g, '') : '');
const initial = (name: CslName | undefined): string => [...(name?.given ?? '')].at(0) ?? '';
const families = ({ authors }: KeyedPaper): string[] => authors.map(family);
const hasMore = ({ authors, moreAuthors }: KeyedPaper, shown: number): boolean =>
  authors.length > shown || moreAuthors === true;
const cut = (text: string, count: number): string => (count > 0 ? [...text].slice(0, count).join('') : text);

/** `A`, `AB` of two, of more the first with what stands for the rest. */
const authEtAl =
  (separator: string, more: string): PatternFunction =>
  (paper) => {
    const [first = '', second = ''] = families(paper);
    if (hasMore(paper, 2)) return first + separator + more;
    return second === '' ? first : first + separator + second;
  };

const authors: PatternFunction = (paper, args) => {
  const count = args.number(0, 'n', 0);
  const all = families(paper);
  const shown = count > 0 ? all.slice(0, count) : all;
  const separator = args.text(3, 'sep', '');
  return shown.join(separator) + (hasMore(paper, shown.length) ? separator + args.text(2, 'etal', 'EtAl') : '');
};

/** The first letters: of one author three, of several one each, of more than four three and a plus sign. */
const authorsAlpha: PatternFunction = (paper) => {
  const all = families(paper);
  if (all.length === 1) return cut(all[0], 3);
  const letters = all.slice(0, all.length > 4 ? 3 : 4).map((name) => cut(name, 1));
  return letters.join('') + (hasMore(paper, letters.length) ? '+' : '');
};

const significant = ({ title }: KeyedPaper): string[] => {
  const words = wordsOf(title);
  const told = words.filter((word) => isSignificant(word.toLowerCase()));
  return told.length > 0 ? told : words;
};

const shortTitle =
  (words: number): PatternFunction =>
  (paper, args) => {
    const capitals = args.number(1, 'm', 0);
    const shown = significant(paper).slice(0, args.number(0, 'n', words));
    return shown.map((word, i) => (i < capitals ? capitalized(word) : word)).join('');
  };

const title: PatternFunction = (paper) =>
  wordsOf(paper.title)
    .map((word, i) => (i === 0 || isSignificant(word.toLowerCase()) ? capitalized(word) : word.toLowerCase()))
    .join('');

const year: PatternFunction = (paper) => (paper.year === undefined ? '' : String(Math.abs(paper.year)));

/** The functions of Better BibTeX and JabRef's markers, by their names in lower case without dots. */
export const FUNCTIONS: Readonly<Record<string, PatternFunction>> = {
  auth: (paper, args) => cut(families(paper)[args.number(1, 'm', 1) - 1] ?? '', args.number(0, 'n', 0)),
  authorlast: (paper) => families(paper).at(-1) ?? '',
  authors,
  authorsn: authors,
  authorsalpha: authorsAlpha,
  authetal: authEtAl('.', 'etal'),
  authetal2: authEtAl('', 'EtAl'),
  authauthea: (paper) => [...families(paper).slice(0, 2), ...(hasMore(paper, 2) ? ['ea'] : [])].join('.'),
  authini: (paper, args) =>
    families(paper)
      .map((name) => cut(name, args.number(0, 'n', 1)))
      .join('.'),
  authorini: (paper) =>
    [
      cut(families(paper)[0] ?? '', 5),
      ...families(paper)
        .slice(1)
        .map((name) => cut(name, 1)),
    ].join(''),
  authforeini: (paper) => initial(paper.authors[0]),
  title,
  shorttitle: shortTitle(3),
  veryshorttitle: shortTitle(1),
  camel: (paper) => wordsOf(paper.title).map(capitalized).join(''),
  year,
  shortyear: (paper, args) => year(paper, args).slice(-2),
  journal: ({ venue = '' }) => wordsOf(venue).join(''),
  publicationtitle: ({ venue = '' }) => venue,
  keyword: ({ keywords }, args) => (keywords.at(args.number(0, 'n', 1) - 1) ?? '').replace(/\s+/g, ''),
  type: (paper) => paper.type,
  doi: ({ doi = '' }) => doi,
  language: ({ language = '' }) => language,
};

/** Fields as they are, which begin with a capital or are in capitals. */
export const FIELDS: Readonly<Record<string, PatternFunction>> = {
  Title: (paper) => paper.title,
  TITLE: (paper) => paper.title,
  Year: year,
  YEAR: year,
  DOI: ({ doi = '' }) => doi,
  PublicationTitle: ({ venue = '' }) => venue,
  JOURNAL: ({ venue = '' }) => venue,
};

/** JabRef writes some of them otherwise. */
const SAME: Readonly<Record<string, string>> = { 'auth.etal': 'authetal', authetal: 'authetal', authEtAl: 'authetal2' };

/** The function of a name. */
export function functionOf(name: string): PatternFunction | undefined {
  if (Object.hasOwn(FIELDS, name)) return FIELDS[name];
  const plain = Object.hasOwn(SAME, name) ? SAME[name] : name.toLowerCase().replace(/\./g, '');
  return Object.hasOwn(FUNCTIONS, plain) ? FUNCTIONS[plain] : undefined;
}

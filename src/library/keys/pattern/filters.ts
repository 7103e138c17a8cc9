import { foldDiacritics } from '../../../base/fold';
import { isSignificant } from '../citekey';
import { type Arguments, capitalized, wordsOf } from './values';

/** Changes a text. */
export type PatternFilter = (text: string, args: Arguments) => string;

const split = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');
const eachWord = (text: string, change: (word: string) => string): string => text.replace(/\S+/g, change);
const fold: PatternFilter = (text) => foldDiacritics(text);
const capitalize: PatternFilter = (text) => eachWord(text, capitalized);
const select: PatternFilter = (text, args) => {
  const start = Math.max(args.number(0, 'start', 1), 1) - 1;
  const count = args.number(1, 'n', 0);
  const words = split(text);
  return words.slice(start, count > 0 ? start + count : undefined).join(' ');
};
const substring: PatternFilter = (text, args) => {
  const start = Math.max(args.number(0, 'start', 1), 1) - 1;
  const count = args.number(1, 'n', 0);
  return [...text].slice(start, count > 0 ? start + count : undefined).join('');
};

const FILTERS: Readonly<Record<string, PatternFilter>> = {
  lower: (text) => text.toLowerCase(),
  upper: (text) => text.toUpperCase(),
  capitalize,
  capitalise: capitalize,
  titlecase: (text) => eachWord(text.toLowerCase(), capitalized),
  abbr: (text) =>
    wordsOf(text)
      .map((word) => [...word][0])
      .join(''),
  condense: (text, args) => split(text).join(args.text(0, 'sep', '')),
  skipwords: (text) =>
    split(text)
      .filter((word) => isSignificant(word.toLowerCase()))
      .join(' '),
  select,
  substring,
  truncate: (text, args) => [...text].slice(0, args.number(0, 'n', 0)).join(''),
  fold,
  transliterate: fold,
  clean: (text) => foldDiacritics(text).replace(/[\s"#%'(),={}\\~^$&]+/g, ''),
  ascii: (text) => foldDiacritics(text).replace(/[^ -~]+/g, ''),
  alphanum: (text) => text.replace(/[^\p{L}\p{M}\p{N} ]+/gu, ''),
  nopunct: (text) => text.replace(/[^\p{L}\p{M}\p{N}\s-]+/gu, ''),
  nopunctordash: (text) => text.replace(/[^\p{L}\p{M}\p{N}\s]+/gu, ''),
  replace: (text, args) => text.replaceAll(args.text(0, 'find', ''), args.text(1, 'replace', '')),
  prefix: (text, args) => (text === '' ? '' : args.text(0, 'prefix', '') + text),
  postfix: (text, args) => (text === '' ? '' : text + args.text(0, 'postfix', '')),
  default: (text, args) => (text === '' ? args.text(0, 'text', '') : text),
};

/** The filter of a name, in any case. */
export function filterOf(name: string): PatternFilter | undefined {
  const plain = name.toLowerCase();
  return Object.hasOwn(FILTERS, plain) ? FILTERS[plain] : undefined;
}

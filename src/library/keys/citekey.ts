import { asciiWord, foldDiacritics } from '../../base/fold';
import { shortHash } from '../../base/hash';
import type { CslName } from '../model/csl';
import { familyName, fullName } from '../model/display';
import type { Paper } from '../model/paper';

/** Words that say nothing about a paper: articles, conjunctions, prepositions, pronouns, auxiliary and question words. */
const INSIGNIFICANT = new Set(
  (
    'a an the and or nor but if so as of in on at by for to from with without within into onto over under between among ' +
    'through during against toward towards via per vs versus than about is are was were be been being am do does did has have ' +
    'had can could will would shall should may might must it its this that these those we our us you your they their i my ' +
    'he she his her how what when where which who whom whose why not no'
  ).split(' '),
);

/** Whether a word, in lower case, says something about a paper. */
export function isSignificant(word: string): boolean {
  return !INSIGNIFICANT.has(word);
}

const HASH_LENGTH = 6;

/**
 * The title in the form that decides whether two papers are the same: without diacritics, case, punctuation and
 * differences of spacing. Letters of every script stay.
 */
export function normaliseTitle(title: string): string {
  return foldDiacritics(title)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What a paper is told by: its normalised title, or all that is known of it where it has none. */
export function paperIdentity(paper: Pick<Paper, 'title'> & Partial<Paper>): string {
  const title = normaliseTitle(paper.title);
  if (title !== '') return title;
  const { type, authors, year, venue, abstract, keywords, doi, arxiv, url, record } = paper;
  return JSON.stringify([
    paper.title,
    type,
    authors?.map(fullName),
    year,
    venue,
    abstract,
    keywords,
    doi,
    arxiv,
    url,
    record,
  ]);
}

/** The hash of a title that a clashing citekey gets. */
export function titleHash(title: string): string {
  return paperHash({ title });
}

/** The hash that tells papers apart whose keys clash; it depends on the title alone, where there is one. */
export function paperHash(paper: Pick<Paper, 'title'> & Partial<Paper>, length = HASH_LENGTH): string {
  return shortHash(paperIdentity(paper), length);
}

/**
 * The significant words of a title as lower-case ASCII, in order; a hyphen or an apostrophe glues (`in-context` is
 * `incontext`). A title of insignificant words alone (`To Be or Not to Be`) gives all of them.
 */
export function significantWords(title: string, limit = Infinity): string[] {
  const words: string[] = [];
  const all: string[] = [];
  for (const part of title.split(/[^\p{L}\p{M}\p{N}.'’‘`\-‐‑]+/u)) {
    const word = asciiWord(part);
    if (word === '') continue;
    if (all.length < limit) all.push(word);
    if (!INSIGNIFICANT.has(word)) words.push(word);
    if (words.length >= limit) break;
  }
  return words.length > 0 ? words : all;
}

/**
 * The citekey of a paper whose source states none. Author and year known: family name of the first author, year, first
 * significant word of the title (`vaswani2017attention`). Else the first three significant words (`pointernetworks`).
 * A title without Latin letters gives `paper-` and a hash of it.
 */
export function makeCitekey(paper: Pick<Paper, 'title' | 'authors' | 'year'>): string {
  const words = significantWords(paper.title, 3);
  const author = paper.authors.length > 0 ? authorWord(paper.authors[0]) : '';
  if (paper.title === '' && author !== '' && paper.year !== undefined) return `${author}${Math.abs(paper.year)}`;
  if (!/[a-z]/.test(asciiWord(paper.title))) return `paper-${paperHash(paper)}`;
  if (author === '' || paper.year === undefined) return words.join('');
  return `${author}${Math.abs(paper.year)}${words[0]}`;
}

/** The author's part of a key: the family name glued to one word; of a body's name the first significant word. */
function authorWord(name: CslName): string {
  return name.literal ? (significantWords(name.literal, 1)[0] ?? '') : asciiWord(familyName(name));
}

import { foldDiacritics } from '../../base/fold';
import { yearOf } from '../../library/formats/cslItem';
import { isSignificant } from '../../library/keys/citekey';
import type { Found, Identifier } from '../../online/found';
import { familyKeys, keyOf } from '../../online/matching/authors';
import { titleWords } from '../../online/matching/titles';
import { identifierOf } from '../../library/model/identifierOf';

/** What a citekey that no source has says of the paper that is meant. */
export interface SaidByKey {
  /** The paper itself, where the key is its DOI or number. */
  readonly identifier?: Identifier;
  /** The family name of an author, or its beginning, in lower case. */
  readonly author?: string;
  readonly year?: number;
  /** Words of the title, in lower case. */
  readonly words: readonly string[];
}

const LONGEST_KEY = 200;
const MOST_WORDS = 10;
/** So many words of a sentence are told anybody. */
const TOLD_WORDS = 6;
const SHORTEST_WORD = 4;
const LONGEST_SENTENCE = 2000;

/** What people put between names. */
const FILLERS = new Set(['etal', 'et', 'al', 'and', 'others']);
/** A year of two digits that is later is one of the last century. */
const CENTURY = 40;

/** Reads a citekey as people and programs make them: `vaswani2017attention`, `smith_deep_2019`, `DBLP:conf/nips/VaswaniSPUJGKP17`. */
export function saidByKey(key: string): SaidByKey {
  const whole = key.slice(0, LONGEST_KEY);
  const corr = /^DBLP:journals\/corr\/abs-(\d{4})-(\d{4,5})$/i.exec(whole);
  const identifier = identifierOf(corr ? `${corr[1]}.${corr[2]}` : whole);
  // A number alone is no number of PubMed.
  if (identifier && /[./]/.test(identifier.value)) return { identifier, words: [] };
  const last = whole.split('/').at(-1) ?? '';
  // DBLP: a family name, the initials of the other authors, and two digits.
  const dblp = /^DBLP:/i.test(whole) ? /^(\p{Lu}\p{Ll}+)\p{Lu}*(\d\d)[a-z]?$/u.exec(last) : null;
  if (dblp) return { author: dblp[1].toLowerCase(), year: centuryOf(Number(dblp[2])), words: [] };
  const [before, year, after] = aroundYear(last);
  const names = piecesOf(before)
    .map((piece) => piece.replace(/et\.?al$/i, ''))
    .filter(isTelling);
  const [author, ...others] = names;
  const words = [...others, ...piecesOf(after).flatMap(humps)].map((word) => word.toLowerCase()).filter(isTelling);
  return {
    ...(author !== undefined && { author: author.toLowerCase() }),
    ...(year !== undefined && { year }),
    words: [...new Set(words)].filter((word) => [...word].length > 1).slice(0, MOST_WORDS),
  };
}

/** What stands before the year in a key, the year, and what stands behind it. */
function aroundYear(key: string): readonly [before: string, year: number | undefined, after: string] {
  const four = /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/.exec(key);
  if (four) return [key.slice(0, four.index), Number(four[0]), key.slice(four.index + 4)];
  const two = /(?<=\p{L})\d\d(?!\d)/u.exec(key);
  if (two) return [key.slice(0, two.index), centuryOf(Number(two[0])), key.slice(two.index + 2)];
  return [key, undefined, ''];
}

function centuryOf(year: number): number {
  return year > CENTURY ? 1900 + year : 2000 + year;
}

function piecesOf(text: string): string[] {
  return text.split(/[^\p{L}\p{M}]+/u).filter(Boolean);
}

/** `DeepLearning` is two words. */
function humps(piece: string): string[] {
  return piece.split(/(?<=\p{Ll})(?=\p{Lu})/u);
}

function isTelling(word: string): boolean {
  const plain = word.toLowerCase();
  return plain !== '' && isSignificant(plain) && !FILLERS.has(plain);
}

/**
 * The words that services are searched for, one question after the other: what the key says and, where that finds nothing or is no word
 * of a title, a few words of the sentence.
 */
export function questionsFor({ author, words }: SaidByKey, sentence: string): string[] {
  const ofSentence = longest(tellingWords(sentence), TOLD_WORDS);
  const questions = [
    ...(words.length > 0 ? [[author, ...words]] : []),
    ...(ofSentence.length > 0 ? [[author, ...ofSentence]] : []),
  ].map((each) => each.filter((word) => word !== undefined));
  if (questions.length === 0 && author !== undefined) return [author];
  return questions.map((each) => [...new Set(each)].join(' '));
}

/** The words of a sentence that say what it is about, each once, in lower case. */
function tellingWords(sentence: string): string[] {
  const words = sentence
    .slice(0, LONGEST_SENTENCE)
    .replace(sentence.length > LONGEST_SENTENCE ? /\S+$/ : '', '')
    .replace(/https?:\/\/\S+|\\\p{L}+\*?/gu, ' ')
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u)
    .filter((word) => word.length >= SHORTEST_WORD && isSignificant(word));
  return [...new Set(words)];
}

/** The longest words, which tell most, in the order in which they stand. */
function longest(words: readonly string[], count: number): string[] {
  const kept = new Set([...words].sort((a, b) => b.length - a.length).slice(0, count));
  return words.filter((word) => kept.has(word));
}

/** Less than this is nothing that the key could mean. */
const LEAST = 1;

/** Of what services found, what the key and its sentence may mean, the nearest first. */
export function nearest<T extends Found>(said: SaidByKey, sentence: string, found: readonly T[]): T[] {
  const context = tellingWords(sentence);
  return found
    .map((each) => ({ each, score: nearness(said, context, each) }))
    .filter(({ score }) => score >= LEAST)
    .sort((a, b) => b.score - a.score)
    .map(({ each }) => each);
}

function nearness({ author, year, words }: SaidByKey, context: readonly string[], { item }: Found): number {
  const title = titleWords(item.title ?? '');
  const families = familyKeys(item.author ?? []);
  const joined = title.join('');
  const isNamed = (word: string) => joined.includes(folded(word)) || families.includes(keyOf(word));
  const named = words.filter(isNamed).length / Math.max(1, words.length);
  const ofAuthor = author === undefined ? 0 : authorScore(keyOf(author), families, joined);
  const said = new Set([...title, ...titleWords(item.abstract ?? '')].map(beginning));
  const shared = context.filter((word) => said.has(beginning(folded(word)))).length / Math.max(1, context.length);
  const isSaid = ofAuthor > 0 || named > 0;
  // A key that says something is not about a paper that has none of it.
  if (!isSaid && (author !== undefined || words.length > 0)) return 0;
  const apart = year === undefined ? undefined : Math.abs(year - (yearOf(item.issued) ?? NaN));
  const ofYear = apart === undefined || Number.isNaN(apart) ? 0 : Math.max(0, 2 - apart * 0.7);
  return isSaid ? LEAST + ofAuthor + ofYear + 3 * named + shared : 2 * shared;
}

/** A first author counts for most; of a key without a year the first piece may be a word of the title. */
function authorScore(author: string, families: readonly string[], title: string): number {
  if (families[0] === author) return 3;
  if (families.includes(author)) return 2;
  if (author.length < 3) return 0;
  if (families[0]?.startsWith(author)) return 1.5;
  return title.includes(author) ? 1 : 0;
}

/** A word is the same in the plural and the like. */
function beginning(word: string): string {
  return word.slice(0, 5);
}

function folded(word: string): string {
  return foldDiacritics(word).toLowerCase();
}

import { wordsOf } from '../query/words';
import { isStopWord, stem } from './analysis';

/** Endings of an English word that stands for one thing, and for many, where the stemmer takes the two for different words. */
const PLURALS = [
  ['', 's'],
  ['', 'es'],
  ['is', 'es'],
  ['ix', 'ices'],
  ['ex', 'ices'],
  ['us', 'i'],
  ['um', 'a'],
  ['on', 'a'],
] as const;
/** What is shorter without its ending is another word: `a`, `as`. */
const SHORTEST = 3;

/** A text that is told, with its words but for those of running text. */
interface Told {
  readonly text: string;
  readonly words: readonly Word[];
}

interface Word {
  readonly text: string;
  readonly stem: string;
}

/**
 * Words and groups of words that stand for a subject, such that each word is named once, be it one thing or many: a group takes the
 * place of its words (`Memory`, `Memory Networks` is `Memory Networks`), and what shares a word with a group is left out.
 * @param texts the most telling first; they are taken until there are enough
 * @param stems whether the texts are English; else words are the same where they are written so
 */
export function namedOnce(texts: Iterable<string>, limit: number, stems = true): string[] {
  const told: Told[] = [];
  for (const text of texts) {
    const words = distinct(
      wordsOf(text).map((word) => ({ text: word.text, stem: stems ? stem(word.text) : word.text })),
      stems,
    );
    const near = told.filter((other) => other.words.some((one) => words.some((word) => isSame(one, word, stems))));
    if (near.length === 0) told.push({ text, words });
    else if (near.every((other) => other.words.length < words.length && holds(words, other.words, stems))) {
      const [first] = near;
      told[told.indexOf(first)] = { text, words };
      for (const other of near.slice(1)) told.splice(told.indexOf(other), 1);
    }
    if (told.length === limit) break;
  }
  return told.map(({ text }) => text);
}

/** The words of a text, none twice, without those of running text, where there are others. */
function distinct(words: readonly Word[], stems: boolean): readonly Word[] {
  const telling = stems ? words.filter(({ text }) => !isStopWord(text)) : words;
  const kept = telling.length > 0 ? telling : words;
  return kept.filter((word, i) => kept.findIndex((other) => isSame(other, word, stems)) === i);
}

function holds(words: readonly Word[], others: readonly Word[], stems: boolean): boolean {
  return others.every((other) => words.some((word) => isSame(word, other, stems)));
}

function isSame(a: Word, b: Word, stems: boolean): boolean {
  return a.stem === b.stem || (stems && (isPlural(a.text, b.text) || isPlural(b.text, a.text)));
}

function isPlural(many: string, one: string): boolean {
  return PLURALS.some(([singular, plural]) => {
    const root = many.slice(0, many.length - plural.length);
    return root.length >= SHORTEST && many.endsWith(plural) && one === root + singular;
  });
}

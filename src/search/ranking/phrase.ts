import type { SearchDocument, SearchField } from '../contract';
import type { PhraseNode } from '../query/ast';
import { wordsOf } from '../query/words';

/** A longer phrase is compared by so many of its words. */
const LONGEST_PHRASE = 200;

/** The test whether the words of a phrase follow one another in a text of a paper, in any field of the phrase. */
export function phraseTest({ words, fields }: PhraseNode): (document: SearchDocument) => boolean {
  const wanted = words.slice(0, LONGEST_PHRASE).map((word) => word.text);
  const pattern = asciiPattern(wanted);
  return (document) =>
    textsOf(document, fields).some((text) => (isAscii(text) ? pattern.test(text) : follows(text, wanted)));
}

/** The phrase as a pattern for texts in which nothing need be folded: much faster than finding all words. */
function asciiPattern(wanted: readonly string[]): RegExp {
  const escaped = wanted.map((word) => word.replaceAll('.', '\\.'));
  return new RegExp(`(?<![a-z0-9])${escaped.join('[^a-z0-9]+')}(?![a-z0-9])`, 'i');
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

/** The texts of a paper's fields, those that hold one text; lists of names and tags give several. */
export function textsOf(document: SearchDocument, fields: readonly SearchField[] | undefined): string[] {
  const texts: Record<SearchField, readonly (string | undefined)[]> = {
    title: [document.title],
    abstract: [runningText(document)],
    authors: document.authors,
    venue: [document.venue],
    year: [document.year === undefined ? undefined : String(document.year)],
    keywords: document.keywords,
    citekey: [document.id, ...document.aliases],
    note: [document.note?.text],
    noteTags: document.note?.tags ?? [],
  };
  const chosen = fields ? fields.flatMap((field) => texts[field]) : Object.values(texts).flat();
  return chosen.filter((text) => text !== undefined && text !== '') as string[];
}

/** The abstract, with what people wrote beside it in the program that keeps the paper. */
export function runningText({ abstract, remarks }: SearchDocument): string | undefined {
  return remarks === undefined ? abstract : [abstract, remarks].filter(Boolean).join('\n');
}

function follows(text: string, wanted: readonly string[]): boolean {
  const words = wordsOf(text);
  for (let at = 0; at + wanted.length <= words.length; at++) {
    if (wanted.every((word, i) => words[at + i].text === word)) return true;
  }
  return false;
}

import type { SearchDocument, SearchField } from '../contract';
import type { PhraseNode } from '../query/ast';
import { wordsOf } from '../query/words';

/** Whether the words of a phrase follow one another in a text of a paper, in any field of the phrase. */
export function holdsPhrase(document: SearchDocument, phrase: PhraseNode): boolean {
  const wanted = phrase.words.map((word) => word.text);
  return textsOf(document, phrase.fields).some((text) => follows(text, wanted));
}

/** The texts of a paper's fields, those that hold one text; lists of names and tags give several. */
export function textsOf(document: SearchDocument, fields: readonly SearchField[] | undefined): string[] {
  const texts: Record<SearchField, readonly (string | undefined)[]> = {
    title: [document.title],
    abstract: [document.abstract],
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

function follows(text: string, wanted: readonly string[]): boolean {
  const words = wordsOf(text);
  for (let at = 0; at + wanted.length <= words.length; at++) {
    if (wanted.every((word, i) => words[at + i].text === word)) return true;
  }
  return false;
}

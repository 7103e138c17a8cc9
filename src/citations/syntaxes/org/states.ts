/** The words by which a document says what is to be done, beside Org's own (Org manual, "TODO Extensions"). */
const NAMED = /^#\+(?:SEQ_|TYP_)?TODO:[ \t]*([^\r\n]*)/gim;
const USUAL = ['TODO', 'DONE'];

/** The words that can stand first in the headlines of a text and say how far things are. */
export function todoStates(text: string): ReadonlySet<string> {
  const named = [...text.matchAll(NAMED)].flatMap(([, words]) => words.split(/[\s|]+/));
  return new Set([...USUAL, ...named.map((word) => word.replace(/\(.*$/, ''))]);
}

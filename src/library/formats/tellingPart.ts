/** Names of files that say which format they hold. */
const NAMED = /\.(json|ya?ml)$/i;
/** So much of a text is enough to tell the start of an entry. */
const ENTRY_START = 500;

/**
 * The part of a text that may tell that it is in another format than the name of its file says: its very beginning, in one line, as
 * anything may stand in a title or an abstract further on. Blank lines and comments of BibTeX before it do not count.
 * @param most so many characters are looked at where the name says nothing
 */
export function tellingPart(fileName: string, text: string, most: number): string {
  const head = text.slice(0, most);
  if (!NAMED.test(fileName)) return head;
  const start = /^\uFEFF?(?:[ \t]*(?:%[^\n]*)?\r?\n)*/.exec(head)![0].length;
  return text.slice(start, start + ENTRY_START).replace(/\s*[\n\r\u2028\u2029]/g, ' ');
}

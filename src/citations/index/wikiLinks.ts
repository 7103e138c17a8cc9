import type { OffsetRange } from '../../base/position';

/** A link to a note as found in a text. */
export interface FoundWikiLink {
  /** In NFC. */
  readonly name: string;
  readonly range: OffsetRange;
}

/** `[[folder/@name.md#heading|shown]]`; of all this the name. */
const LINK = /\[\[(?:[^[\]|#\n]{0,400}\/)?@?([^[\]|#\n/]{1,400}?)(?:\.md)?(?:[#|][^[\]\n]{0,400})?\]\]/g;

/** Code blocks, code and comments, in which nothing links. */
const CODE =
  /^([ \t]*)(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t]*\2[`~]*[ \t]*$|$(?![\s\S]))|(`+)(?!`)[^`]*?\3(?!`)|<!--[\s\S]*?-->/gm;

/** The links to notes in Markdown by their names. */
export function wikiLinksIn(text: string): FoundWikiLink[] {
  if (!text.includes('[[')) return [];
  const plain = text.replace(CODE, (code) => ' '.repeat(code.length));
  return [...plain.matchAll(LINK)].map((match) => {
    const start = match.index + match[0].indexOf(match[1], nameFrom(match[0]));
    return { name: match[1].trim().normalize('NFC'), range: { start, end: start + match[1].length } };
  });
}

/** Where in a link its name can begin: behind its folders. */
function nameFrom(link: string): number {
  const end = link.search(/[#|]|\]\]/);
  return Math.max(2, link.lastIndexOf('/', end) + 1);
}

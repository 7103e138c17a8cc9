import type { OffsetRange } from '../../base/position';

/** A link to a note as found in a text. */
export interface FoundWikiLink {
  /** In NFC. */
  readonly name: string;
  readonly range: OffsetRange;
}

/** `[[folder/@name.md#heading|shown]]`; of all this the place. */
const LINK = /\[\[([^[\]|#\n]{1,800}?)(?:\.md)?(?:[#|][^[\]\n]{0,400})?\]\]/g;

/** Code blocks, code and comments, in which nothing links. */
const CODE =
  /^([ \t]*)(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t]*\2[`~]*[ \t]*$|$(?![\s\S]))|(`+)(?!`)[^`]*?\3(?!`)|<!--[\s\S]*?-->/gm;

/**
 * The links to notes in Markdown by their names. A name is what stands behind the folders; and as citekeys can have slashes too
 * (`DBLP:conf/nips/V17`), also what stands behind an `@`, and the whole.
 */
export function wikiLinksIn(text: string): FoundWikiLink[] {
  if (!text.includes('[[')) return [];
  const plain = text.replace(CODE, (code) => ' '.repeat(code.length));
  return [...plain.matchAll(LINK)].flatMap(({ index, 1: place }) => {
    const end = index + '[['.length + place.length;
    const starts = new Set(
      [lastName(place), markedName(place), 0].map((start) => start + (place[start] === '@' ? 1 : 0)),
    );
    return [...starts].flatMap((at) => {
      const name = place.slice(at).trim().normalize('NFC');
      return name === '' ? [] : [{ name, range: { start: end - place.length + at, end } }];
    });
  });
}

/** Where the name behind the last folder begins. */
function lastName(place: string): number {
  return place.lastIndexOf('/') + 1;
}

/** Where the first name with an `@` begins; else that behind the last folder. */
function markedName(place: string): number {
  if (place.startsWith('@')) return 0;
  const at = place.indexOf('/@');
  return at < 0 ? lastName(place) : at + 1;
}

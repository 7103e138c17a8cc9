import { characterOf, HTML_ENTITIES } from '../../base/htmlEntities';

/** The names that XML knows itself. */
const OF_XML: ReadonlySet<string> = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);

/** What XML allows nowhere. */
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

/** What may have to be mended, and what begins a part in which nothing is. */
const TOKEN = /&|\]\]>|<!\[CDATA\[|<!--|<\?|<(?![\p{L}_:/!?])/gu;
const ENDS: ReadonlyMap<string, string> = new Map([
  ['<![CDATA[', ']]>'],
  ['<!--', '-->'],
  ['<?', '?>'],
]);

const REFERENCE = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]\w{1,31}));/iy;

/**
 * Makes XML of what feeds send in its place: with entities of HTML, with a lone `&`, `<` or `]]>`, with characters that XML forbids. Takes a
 * text piece by piece; a token that the end of a piece parts is not seen.
 */
export class XmlMender {
  /** What ends the part in which nothing is mended. */
  #end: string | undefined;

  mended(stated: string): string {
    const piece = stated.replace(FORBIDDEN, ' ');
    let made = '';
    for (let at = 0; ;) {
      if (this.#end !== undefined) {
        const end = piece.indexOf(this.#end, at);
        if (end < 0) return made + piece.slice(at);
        made += piece.slice(at, end + this.#end.length);
        at = end + this.#end.length;
        this.#end = undefined;
      }
      TOKEN.lastIndex = at;
      const token = TOKEN.exec(piece);
      if (!token) return made + piece.slice(at);
      made += piece.slice(at, token.index);
      const [sign] = token;
      const { text, length } = sign === '&' ? referenceAt(piece, token.index) : mendedSign(sign);
      made += text;
      at = token.index + length;
      this.#end = ENDS.get(sign);
    }
  }
}

interface Mended {
  readonly text: string;
  /** Of how many characters it was made. */
  readonly length: number;
}

/** What stands in place of an ampersand, with the reference that it begins. */
function referenceAt(text: string, at: number): Mended {
  REFERENCE.lastIndex = at;
  const [whole, decimal, hexadecimal, name] = REFERENCE.exec(text) ?? [];
  if (whole === undefined) return { text: '&amp;', length: 1 };
  if (name !== undefined && OF_XML.has(name)) return { text: whole, length: whole.length };
  const character =
    name === undefined
      ? characterOf(decimal === undefined ? parseInt(hexadecimal, 16) : Number(decimal))
      : HTML_ENTITIES.get(name);
  if (character === undefined) return { text: '&amp;', length: 1 };
  return { text: /[&<>]/.test(character) ? whole : character, length: whole.length };
}

function mendedSign(sign: string): Mended {
  if (sign === '<') return { text: '&lt;', length: 1 };
  return { text: sign === ']]>' ? ']]&gt;' : sign, length: sign.length };
}

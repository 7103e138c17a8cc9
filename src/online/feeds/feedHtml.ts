import { readReferences } from '../../base/htmlEntities';
import type { XmlElement } from '../xml/xmlTree';

/** More of a text is not looked at. */
const LONGEST = 200_000;
/** Feeds escape a text up to so many times. */
const MOST_ROUNDS = 3;

/** Tags within a line; those that part what stands around them; those with what stands in them. What is none of these is no tag. */
const INLINE =
  'a abbr acronym b bdi bdo big cite code dfn em font i img ins del kbd mark q s samp small span strike strong sub sup tt u var wbr';
const BLOCKS =
  'address article aside blockquote body br caption center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header ' +
  'hr html iframe input label li link main meta nav ol option p pre section select source summary table tbody td tfoot th thead tr ul video';
const HIDDEN = 'script style';
/** What CSL has in titles. */
const KEPT = /^<\/?(?:i|b|em|strong|sub|sup)>$/i;

const NAMES = [INLINE, BLOCKS, HIDDEN].join(' ').replaceAll(' ', '|');
/** It reaches to the next sign of a tag and no further, whatever quotes stand in it: long texts are gone through once. */
const TAG = new RegExp(String.raw`<\/?(${NAMES})(?=[\s/>])([^<>]*)>`, 'gi');
const ATTRIBUTES =
  /^(?:\s+(?:[\w:-]{1,40}\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"']+)|alt|hidden|nowrap|async|defer|controls|ismap))*\s*\/?$/i;
const WITHIN: ReadonlySet<string> = new Set(INLINE.split(' '));
const PARTING: ReadonlySet<string> = new Set(BLOCKS.split(' '));
/** Parts of which nothing is shown; what is not ended goes on to the end. */
const UNSEEN = /<!--[^]*?(?:-->|$)|<(script|style)\b[^<>]*>[^]*?(?:<\/\1\s*>|$)/gi;

/** The text in an element as far as it is looked at; what parts lines in XHTML parts words here. */
export function shownText(element: XmlElement | undefined): string {
  if (!element) return '';
  const [only = ''] = element.content;
  if (element.content.length < 2 && typeof only === 'string') return inOneLine(only.slice(0, LONGEST));
  const pieces: string[] = [];
  let left = LONGEST;
  const put = (piece: string) => {
    pieces.push(piece.slice(0, left));
    left -= Math.min(left, piece.length);
  };
  const add = ({ name, content }: XmlElement) => {
    const isParting = PARTING.has(name.slice(name.indexOf(':') + 1).toLowerCase());
    if (isParting) put(' ');
    for (const part of content) {
      if (left === 0) return;
      if (typeof part === 'string') put(part);
      else add(part);
    }
    if (isParting) put(' ');
  };
  add(element);
  return inOneLine(pieces.join(''));
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** What an HTML text says, in a line of plain text, also where it was escaped twice. Signs that belong to no tag stay: `a < b`. */
export function plainHtml(html: string): string {
  return withoutTags(html, () => false);
}

/** The same of a title, with what CSL allows in titles: `<i>`, `<sub>`, … */
export function titleHtml(html: string): string {
  return withoutTags(html, (tag) => KEPT.test(tag));
}

function withoutTags(html: string, isKept: (tag: string) => boolean): string {
  let text = html.slice(0, LONGEST);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = text;
    text = text.replace(UNSEEN, ' ').replace(TAG, (tag, name: string, rest: string) => {
      if (isKept(tag) || !ATTRIBUTES.test(rest)) return tag;
      return WITHIN.has(name.toLowerCase()) ? '' : ' ';
    });
    text = readReferences(text);
    if (text === before) break;
  }
  return inOneLine(text);
}

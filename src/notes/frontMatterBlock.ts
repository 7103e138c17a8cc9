import type { OffsetRange } from '../base/position';

/** Where the front matter of a text stands, in offsets of the text. */
export interface FrontMatterBlock {
  /** The fields, without the lines of dashes around them. */
  readonly fields: OffsetRange;
  /** The word after the opening dashes, in lower case: `js` of `---js`; empty for YAML. */
  readonly language: string;
  /** Start of what follows the closing line. */
  readonly bodyStart: number;
  /** False where no closing line was found; `fields` then runs to the end of the text. */
  readonly closed: boolean;
}

const LANGUAGE = /^[a-z][\w-]{0,30}$/i;
const CLOSING_LINE = /\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/g;

/**
 * Finds front matter: a first line `---` (a byte order mark may precede it), perhaps with the name of a language, up to a
 * line `---` or `...`, as Jekyll and Pandoc have it. Undefined where the text does not begin so. Linear in the text.
 */
export function findFrontMatter(text: string): FrontMatterBlock | undefined {
  const open = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (!text.startsWith('---', open)) return undefined;
  const lineEnd = text.indexOf('\n', open);
  if (lineEnd < 0) return undefined;
  const language = text.slice(open + 3, lineEnd).trim();
  if (language !== '' && !LANGUAGE.test(language)) return undefined;

  CLOSING_LINE.lastIndex = lineEnd;
  const closing = CLOSING_LINE.exec(text);
  const start = lineEnd + 1;
  return {
    fields: { start, end: Math.max(start, closing?.index ?? text.length) },
    language: language.toLowerCase(),
    bodyStart: closing ? closing.index + closing[0].length : open,
    closed: closing !== null,
  };
}

/** Fences of TOML, fences of JSON, and an object of JSON, all as Hugo and others have them at the start of a page. */
const FOREIGN: readonly (readonly [language: string, start: RegExp])[] = [
  ['toml', /^\ufeff?\+\+\+[ \t]*\r?\n/],
  ['json', /^\ufeff?;;;[ \t]*\r?\n/],
  ['json', /^\ufeff?\{\s{0,40}"[^"\n]{1,100}"\s{0,40}:/],
];

/** The language of front matter that stands in other marks than dashes: a second one in YAML would break the page. */
export function foreignLanguage(text: string): string | undefined {
  return FOREIGN.find(([, start]) => start.test(text))?.[0];
}

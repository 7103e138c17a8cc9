import { codeAt, isAlphanumeric, isLetter, isSpace, oneOf, skipSpace } from '../shared/characters';

/** Elements whose content is not prose. */
const VERBATIM = new Set(['script', 'style', 'pre', 'code', 'textarea']);
const LONGEST_NAME = 8;

/** Finds where HTML in Markdown ends: comments, tags, verbatim elements and `<address>` autolinks. */
export class HtmlScanner {
  readonly #text: string;
  /** Searches that found nothing: no later one need look for the same. */
  readonly #missing = new Set<string>();

  constructor(text: string) {
    this.#text = text;
  }

  /** The end of the HTML that starts with the `<` at `at`; `at` itself where it is only a character. */
  end(at: number): number {
    const text = this.#text;
    const next = codeAt(text, at + 1);
    if (next === EXCLAMATION && text.startsWith('--', at + 2)) {
      // `<!-->` and `<!--->` are comments without a text (CommonMark 0.31, section 6.6).
      const empty = text.startsWith('>', at + 4) ? at + 5 : text.startsWith('->', at + 4) ? at + 6 : 0;
      return empty || this.#behind('-->', at + 4, text.length);
    }
    if (next === EXCLAMATION && text.startsWith('[CDATA[', at + 2)) return this.#behind(']]>', at + 9, at);
    if (next === QUESTION) return this.#behind('?>', at + 2, at);
    const tag = tagEnd(text, at);
    if (tag < 0) return addressEnd(text, at);
    const name = tagName(text, at);
    if (!VERBATIM.has(name) || text[tag - 2] === '/') return tag;
    return this.#behind(`</${name}`, tag, tag);
  }

  #behind(mark: string, from: number, otherwise: number): number {
    if (this.#missing.has(mark)) return otherwise;
    const found = this.#text.indexOf(mark, from);
    if (found < 0) this.#missing.add(mark);
    return found < 0 ? otherwise : found + mark.length;
  }
}

/** The name of the open tag at `at` in lower case; empty for a longer name than any we look for. */
function tagName(text: string, at: number): string {
  let end = at + 1;
  while (isAlphanumeric(codeAt(text, end))) end++;
  return end - at - 1 <= LONGEST_NAME ? text.slice(at + 1, end).toLowerCase() : '';
}

/** The end of the open or closing tag at `at` (CommonMark 0.31, section 6.6), or -1. */
function tagEnd(text: string, at: number): number {
  let i = codeAt(text, at + 1) === SLASH ? at + 2 : at + 1;
  if (!isLetter(codeAt(text, i))) return -1;
  while (i < text.length && isInTagName(text.charCodeAt(i))) i++;
  for (;;) {
    const gap = i;
    i = skipSpace(text, i);
    const code = codeAt(text, i);
    if (code === GREATER) return i + 1;
    if (code === SLASH && codeAt(text, i + 1) === GREATER) return i + 2;
    if (gap === i) return -1;
    i = attributeEnd(text, i);
    if (i < 0) return -1;
  }
}

const EXCLAMATION = 33;
const QUESTION = 63;
const SLASH = 47;
const HYPHEN = 45;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;
const isAttributePunctuation = oneOf('_:.-');
const endsValue = oneOf(' \t\n\v\f\r"\'=<>`');

function isInTagName(code: number): boolean {
  return isAlphanumeric(code) || code === HYPHEN;
}

function isInAttributeName(code: number): boolean {
  return isAlphanumeric(code) || isAttributePunctuation(code);
}

function attributeEnd(text: string, at: number): number {
  let i = at;
  while (i < text.length && isInAttributeName(text.charCodeAt(i))) i++;
  if (i === at) return -1;
  if (codeAt(text, i) !== EQUALS) return i;
  const quote = codeAt(text, ++i);
  if (quote !== 34 /* " */ && quote !== 39 /* ' */) {
    const start = i;
    while (i < text.length && !endsValue(text.charCodeAt(i))) i++;
    return i > start ? i : -1;
  }
  for (i++; i < text.length && i - at < 4096; i++) if (text.charCodeAt(i) === quote) return i + 1;
  return -1;
}

/** The end of an autolink `<scheme:…>` or `<name@host>`; `at` where it is none. */
function addressEnd(text: string, at: number): number {
  let address = false;
  for (let i = at + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === GREATER) return address ? i + 1 : at;
    if (code === LESS || isSpace(code)) return at;
    if ((code === 58 /* : */ || code === 64) /* @ */ && i > at + 1) address = true;
  }
  return at;
}

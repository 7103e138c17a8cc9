import { isAlphanumeric, isLetter, isSpace } from '../shared/characters';

/** Elements whose content is not prose. */
const VERBATIM = ['script', 'style', 'pre', 'code', 'textarea'];

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
    if (text.startsWith('<!--', at)) return this.#behind('-->', at + 4, text.length);
    const tag = tagEnd(text, at);
    if (tag < 0) return addressEnd(text, at);
    const name = VERBATIM.find((element) => opens(text, at, element));
    if (!name || text[tag - 2] === '/') return tag;
    return this.#behind(`</${name}`, tag, tag);
  }

  #behind(mark: string, from: number, otherwise: number): number {
    if (this.#missing.has(mark)) return otherwise;
    const found = this.#text.indexOf(mark, from);
    if (found < 0) this.#missing.add(mark);
    return found < 0 ? otherwise : found + mark.length;
  }
}

function opens(text: string, at: number, element: string): boolean {
  const end = at + 1 + element.length;
  return text.slice(at + 1, end).toLowerCase() === element && !isAlphanumeric(text.charCodeAt(end));
}

/** The end of the open or closing tag at `at` (CommonMark 0.31, section 6.6), or -1. */
function tagEnd(text: string, at: number): number {
  let i = at + 1;
  if (text[i] === '/') i++;
  if (!isLetter(text.charCodeAt(i))) return -1;
  while (isAlphanumeric(text.charCodeAt(i)) || text[i] === '-') i++;
  for (;;) {
    const gap = i;
    while (isSpace(text.charCodeAt(i))) i++;
    const c = text[i];
    if (c === '>') return i + 1;
    if (c === '/' && text[i + 1] === '>') return i + 2;
    if (gap === i) return -1;
    i = attributeEnd(text, i);
    if (i < 0) return -1;
  }
}

function attributeEnd(text: string, at: number): number {
  let i = at;
  while (isAlphanumeric(text.charCodeAt(i)) || '_:.-'.includes(text[i] ?? ' ')) i++;
  if (i === at) return -1;
  if (text[i] !== '=') return i;
  const quote = text[++i];
  if (quote !== '"' && quote !== "'") {
    const start = i;
    while (i < text.length && !isSpace(text.charCodeAt(i)) && !'"\'=<>`'.includes(text[i])) i++;
    return i > start ? i : -1;
  }
  for (i++; i < text.length && i - at < 4096; i++) if (text[i] === quote) return i + 1;
  return -1;
}

/** The end of an autolink `<scheme:…>` or `<name@host>`; `at` where it is none. */
function addressEnd(text: string, at: number): number {
  let address = false;
  for (let i = at + 1; i < text.length; i++) {
    const c = text[i];
    if (c === '>') return address ? i + 1 : at;
    if (c === '<' || isSpace(text.charCodeAt(i))) return at;
    if ((c === ':' || c === '@') && i > at + 1) address = true;
  }
  return at;
}

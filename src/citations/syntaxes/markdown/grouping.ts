import type { OffsetRange } from '../../../base/position';
import { type FoundCitation, MOST_ITEMS } from '../../syntax';
import { codeAt, isBlank, isSpace } from '../shared/characters';
import { attributesEnd } from './attributes';
import { roleForm, roleItems, usesRoles } from '../shared/role';
import { doiLink, mayBeDoi } from './doiLink';
import { attachedGroup, bareCitation, group } from './groups';
import type { KeyToken, MarkdownHandler } from './handler';
import { Links } from './links';

/** So deep brackets are looked at; those further inside are text. Nobody nests them so, but hostile text does. */
const DEEPEST = 1000;

const NONE: readonly number[] = [];

/** An open bracket: where it is and how much was pending when it opened. */
interface Frame {
  open: number;
  keys: number;
  separators: number;
  /** Whether it follows a bare key, so that it may hold what belongs to that key. */
  attached: boolean;
  /** The first citation of its own that stands inside: such a bracket is none itself. */
  nested: FoundCitation | undefined;
  /** How many of its keys stand in spans and links, and make it no group. */
  spanned: number;
}

/**
 * Puts the keys of scanned Markdown together into citations, by the Pandoc manual ("Citation syntax"): a bracket with
 * keys is a group, a key outside of brackets stands alone and may take the bracket that follows it. Citations do not
 * overlap.
 */
export class CitationGrouping implements MarkdownHandler {
  readonly #text: string;
  readonly #found: FoundCitation[] = [];
  readonly #examples = new Set<string>();
  readonly #linkLabels = new Set<string>();
  /** Brackets that follow a key, inside of others, by the start of the key. */
  readonly #attachments = new Map<number, OffsetRange>();
  readonly #links: Links;
  #seen = 0;
  readonly #keys: KeyToken[] = [];
  readonly #separators: number[] = [];
  /** The open brackets are the first ones; what lies beyond is for use by later ones. */
  readonly #frames: Frame[] = [];
  #depth = 0;
  /** The bracket that was closed last. */
  #lastClosed: OffsetRange = { start: -1, end: -1 };
  /** Links that lead to DOIs. */
  readonly #doiLinks: FoundCitation[] = [];
  /** Whether such links cite; asked of the text when there is one. */
  #linksCite: boolean | undefined;

  /** @param isMyst whether it is sure to be MyST, where a link to a DOI cites; else it is where roles cite */
  constructor(text: string, isMyst = false) {
    this.#text = text;
    this.#links = new Links(text);
    this.#linksCite = isMyst || undefined;
  }

  /** The citations in the order of the text. */
  result(): FoundCitation[] {
    const found = this.#found;
    sort(found);
    if (this.#doiLinks.length > 0) addApart(found, this.#doiLinks);
    if (this.#examples.size === 0 && this.#linkLabels.size === 0) return found;
    return found.filter((citation) => !this.#isLabelled(citation));
  }

  /** Whether it refers to a numbered example or is the text of a link that is defined elsewhere. */
  #isLabelled({ items, range }: FoundCitation): boolean {
    if (items.length > 1) return false;
    const [{ key, range: item }] = items;
    if (this.#examples.has(key)) return true;
    const inBrackets = codeAt(this.#text, range.start) === 91 && item.end - item.start === range.end - range.start - 2;
    return inBrackets && this.#linkLabels.has(this.#text.slice(item.start, item.end));
  }

  isDone(): boolean {
    return this.#seen >= MOST_ITEMS;
  }

  key(token: KeyToken): void {
    this.#seen++;
    this.#keys.push(token);
  }

  exampleLabel(label: string): void {
    if (label) this.#examples.add(label);
  }

  linkLabel(label: string): void {
    this.#linkLabels.add(label);
  }

  role(start: number, end: number, name: string, bodyStart: number, bodyEnd: number): void {
    const form = roleForm(name);
    const items = form ? roleItems(this.#text, bodyStart, bodyEnd, ';,') : [];
    this.#seen += items.length;
    if (!form || items.length === 0) return;
    const citation = { range: { start, end }, form, command: name, items };
    this.#found.push(citation);
    this.#nest(citation);
  }

  /** Takes a citation found by other means. */
  add(citation: FoundCitation): void {
    this.#found.push(citation);
  }

  destination(start: number, end: number): void {
    const { start: open, end: close } = this.#lastClosed;
    if (close !== start || codeAt(this.#text, open - 1) === 33 /* ! */) return;
    this.#doiLink({ start: open, end }, { start: start + 1, end: end - 1 });
  }

  html(start: number, end: number): void {
    this.#doiLink({ start, end }, { start: start + 1, end: end - 1 });
  }

  #doiLink(range: OffsetRange, target: OffsetRange): void {
    if (!mayBeDoi(this.#text, target.start)) return;
    const link = doiLink(this.#text, range, target);
    if (!link || !(this.#linksCite ??= usesRoles(this.#text))) return;
    this.#seen++;
    this.#doiLinks.push(link);
  }

  open(at: number): void {
    if (this.#depth++ >= DEEPEST) return;
    const attached = this.#followsKey(at);
    const frame = (this.#frames[this.#depth - 1] ??= newFrame());
    frame.open = at;
    frame.keys = this.#keys.length;
    frame.separators = this.#separators.length;
    frame.attached = attached;
    frame.nested = undefined;
    frame.spanned = 0;
  }

  separator(at: number): void {
    if (this.#depth > 0) this.#separators.push(at);
  }

  close(at: number): void {
    if (this.#depth === 0 || --this.#depth >= DEEPEST) return;
    const frame = this.#frames[this.#depth];
    this.#lastClosed = { start: frame.open, end: at + 1 };
    this.#closed(frame, at);
    cut(this.#separators, frame.separators);
  }

  #closed(frame: Frame, at: number): void {
    const hasKeys = this.#keys.length > frame.keys;
    if (frame.nested) {
      this.#footnote(frame, frame.nested, at);
      this.#nest(frame.nested);
      return;
    }
    if (!hasKeys && !frame.attached) return;
    if (this.#links.has({ start: frame.open, end: at + 1 })) {
      if (hasKeys && this.#isMention(frame.open, this.#keys[frame.keys], at)) cut(this.#keys, frame.keys);
      return;
    }
    if (this.#isNoteOrSpan(frame, at)) return this.#span(this.#keys.length - frame.keys);
    if (hasKeys && this.#keys.length - frame.keys === frame.spanned) return this.#span(frame.spanned);
    if (this.#endsWithoutKey(frame, at)) return;
    if (frame.attached && !hasKeys && this.#depth > 0) {
      // Inside of a group it belongs to the text behind the key.
      const { start } = this.#keys[frame.keys - 1];
      if (!this.#attachments.has(start)) this.#attachments.set(start, { start: frame.open, end: at + 1 });
      return;
    }
    const keys = this.#keys.slice(frame.keys);
    const bracket = {
      range: { start: frame.open, end: at + 1 },
      keys,
      separators: this.#separators.length > frame.separators ? this.#separators.slice(frame.separators) : NONE,
    };
    const citation = frame.attached
      ? attachedGroup(this.#text, this.#keys[frame.keys - 1], bracket)
      : group(this.#text, bracket);
    if (!citation) return;
    this.#found.push(citation);
    cut(this.#keys, frame.keys - (frame.attached ? 1 : 0));
    this.#nest(citation);
  }

  /**
   * Whether text, but no key, stands behind a separator, so that the bracket is no group; blanks are forgiven. Asked
   * before any key is looked at, as the bracket around this one looks at them again.
   */
  #endsWithoutKey(frame: Frame, close: number): boolean {
    const separators = this.#separators;
    const from = this.#keys.length > frame.keys ? this.#keys[this.#keys.length - 1].end : frame.open;
    let first = separators.length;
    while (first > frame.separators && separators[first - 1] >= from) first--;
    if (first === separators.length) return false;
    let at = separators[first] + 1;
    while (at < close && (this.#text.charCodeAt(at) === 59 || isSpace(this.#text.charCodeAt(at)))) at++;
    return at < close;
  }

  /** `^[…]` is a note and `[…]{.class}` a span: the keys in them stand in their text. */
  #isNoteOrSpan({ open, attached }: Frame, close: number): boolean {
    if (codeAt(this.#text, open - 1) === 94 /* ^ */) return true;
    if (attached || codeAt(this.#text, close + 1) !== 123) return false;
    return codeAt(this.#text, close + 2) === 125 || attributesEnd(this.#text, close + 1) > close + 1;
  }

  /** Whether a link's text is a key and nothing else: it mentions somebody. An image's text is none of a link. */
  #isMention(open: number, { start, end }: KeyToken, close: number): boolean {
    return start === open + 1 && end === close && codeAt(this.#text, open - 1) !== 33; /* ! */
  }

  /** Tells the bracket around that so many keys stand in text of their own in it. */
  #span(keys: number): void {
    if (this.#depth > 0) this.#frames[Math.min(this.#depth, DEEPEST) - 1].spanned += keys;
  }

  #nest(citation: FoundCitation): void {
    if (this.#depth > 0) this.#frames[Math.min(this.#depth, DEEPEST) - 1].nested ??= citation;
  }

  paragraphEnd(): void {
    for (const key of this.#keys) this.#found.push(bareCitation(this.#text, key, this.#attachments.get(key.start)));
    if (this.#attachments.size > 0) this.#attachments.clear();
    cut(this.#keys, 0);
    cut(this.#separators, 0);
    this.#depth = 0;
  }

  #followsKey(at: number): boolean {
    const count = this.#keys.length;
    // The bracket around this one is the last but one: this one is counted already.
    if (count === 0 || (this.#depth > 1 && this.#frames[this.#depth - 2].keys === count)) return false;
    const last = this.#keys[count - 1];
    let before = at;
    while (before > last.end && isBlank(this.#text.charCodeAt(before - 1))) before--;
    if (before > last.end && this.#text.charCodeAt(before - 1) === 10) before--;
    while (before > last.end && isBlank(this.#text.charCodeAt(before - 1))) before--;
    return before === last.end && this.#text[at + 1] !== '^';
  }

  /** A note `^[…]` that holds a citation and nothing else is that citation in the form of a footnote. */
  #footnote(frame: Frame, inner: FoundCitation, close: number): void {
    if (this.#text[frame.open - 1] !== '^' || inner.command !== undefined || inner !== this.#found.at(-1)) return;
    if (inner.range.start !== frame.open + 1 || inner.range.end !== close) return;
    this.#found[this.#found.length - 1] = {
      ...inner,
      form: 'footnote',
      range: { start: frame.open - 1, end: close + 1 },
    };
  }
}

/** Puts citations in the order of the text. */
function sort(found: FoundCitation[]): void {
  const sorted = found.every((citation, i) => i === 0 || found[i - 1].range.start <= citation.range.start);
  if (!sorted) found.sort((a, b) => a.range.start - b.range.start);
}

/** Adds those of the citations, in the order of the text, that touch none of the found ones. */
function addApart(found: FoundCitation[], added: readonly FoundCitation[]): void {
  let next = 0;
  const apart = added.filter(({ range }) => {
    while (next < found.length && found[next].range.end <= range.start) next++;
    return next === found.length || range.end <= found[next].range.start;
  });
  found.push(...apart);
  sort(found);
}

function newFrame(): Frame {
  return { open: 0, keys: 0, separators: 0, attached: false, nested: undefined, spanned: 0 };
}

/** Shortens a list. Asked often where there is nothing to do, which setting the length would take long for. */
function cut(list: unknown[], length: number): void {
  if (list.length > length) list.length = length;
}

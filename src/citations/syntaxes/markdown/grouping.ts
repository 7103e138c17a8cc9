import { MOST_ITEMS, type FoundCitation, type FoundItem } from '../../syntax';
import { isBlank } from '../shared/characters';
import { itemAt, trimmed } from '../shared/pieces';
import { roleForm, roleItems } from '../shared/role';
import type { KeyToken, MarkdownHandler } from './scanner';

/** An open bracket: where it is and how much was pending when it opened. */
interface Frame {
  readonly open: number;
  readonly keys: number;
  readonly separators: number;
  /** Whether it follows a bare key, so that it may hold what belongs to that key. */
  readonly attached: boolean;
  /** Whether a citation of its own stands inside: such a bracket is none itself. */
  nested?: FoundCitation;
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
  #seen = 0;
  #keys: KeyToken[] = [];
  #separators: number[] = [];
  #frames: Frame[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  /** The citations in the order of the text. */
  result(): FoundCitation[] {
    const found = this.#found;
    const sorted = found.every((citation, i) => i === 0 || found[i - 1].range.start <= citation.range.start);
    if (!sorted) found.sort((a, b) => a.range.start - b.range.start);
    if (this.#examples.size === 0) return found;
    return found.filter(({ items }) => items.length > 1 || !this.#examples.has(items[0].key));
  }

  get done(): boolean {
    return this.#seen >= MOST_ITEMS;
  }

  key(token: KeyToken): void {
    this.#seen++;
    this.#keys.push(token);
  }

  exampleLabel(label: string): void {
    if (label) this.#examples.add(label);
  }

  role(start: number, end: number, name: string, bodyStart: number, bodyEnd: number): void {
    const form = roleForm(name);
    const items = form ? roleItems(this.#text, bodyStart, bodyEnd, ';,') : [];
    this.#seen += items.length;
    if (form && items.length > 0) this.#found.push({ range: { start, end }, form, command: name, items });
  }

  /** Takes a citation found by other means. */
  add(citation: FoundCitation): void {
    this.#found.push(citation);
  }

  open(at: number): void {
    this.#frames.push({
      open: at,
      keys: this.#keys.length,
      separators: this.#separators.length,
      attached: this.#followsKey(at),
    });
  }

  separator(at: number): void {
    if (this.#frames.length > 0) this.#separators.push(at);
  }

  close(at: number): void {
    const frame = this.#frames.pop();
    if (!frame) return;
    const separators = this.#separators.splice(frame.separators);
    const hasKeys = this.#keys.length > frame.keys;
    if (frame.nested) {
      this.#footnote(frame, frame.nested, at);
      this.#nest(frame.nested);
      return;
    }
    if (!hasKeys && !frame.attached) return;
    if (isLink(this.#text, at)) {
      if (hasKeys && this.#keys[frame.keys].start === frame.open + 1) this.#keys.length = frame.keys;
      return;
    }
    if (this.#endsWithoutKey(frame, separators, at)) return;
    const keys = this.#keys.slice(frame.keys);
    const citation = frame.attached
      ? this.#attachedGroup(frame, keys, separators, at)
      : this.#group(frame, keys, separators, at);
    if (!citation) return;
    this.#found.push(citation);
    this.#keys.length = frame.keys - (frame.attached ? 1 : 0);
    this.#nest(citation);
  }

  /**
   * Whether the part behind the last separator has text but no key, so that the bracket is no group. Asked first, as its
   * keys are looked at again with the bracket around it.
   */
  #endsWithoutKey(frame: Frame, separators: readonly number[], close: number): boolean {
    const last = separators.at(-1);
    if (last === undefined) return false;
    const key = this.#keys.at(-1);
    const keyed = this.#keys.length > frame.keys && key !== undefined && key.end > last;
    return !keyed && trimmed(this.#text, last + 1, close) !== undefined;
  }

  #nest(citation: FoundCitation): void {
    const outer = this.#frames.at(-1);
    if (outer) outer.nested ??= citation;
  }

  paragraphEnd(): void {
    for (const key of this.#keys) this.#found.push(bareCitation(this.#text, key));
    this.#keys = [];
    this.#separators = [];
    this.#frames = [];
  }

  #followsKey(at: number): boolean {
    const last = this.#keys.at(-1);
    if (!last || (this.#frames.length > 0 && this.#frames[this.#frames.length - 1].keys === this.#keys.length))
      return false;
    let before = at;
    while (before > last.end && isBlank(this.#text.charCodeAt(before - 1))) before--;
    if (before > last.end && this.#text.charCodeAt(before - 1) === 10) before--;
    while (before > last.end && isBlank(this.#text.charCodeAt(before - 1))) before--;
    return before === last.end && this.#text[at + 1] !== '^';
  }

  /** A note `^[…]` that holds a citation and nothing else is that citation in the form of a footnote. */
  #footnote(frame: Frame, inner: FoundCitation, close: number): void {
    if (this.#text[frame.open - 1] !== '^' || inner !== this.#found.at(-1)) return;
    if (inner.range.start !== frame.open + 1 || inner.range.end !== close) return;
    this.#found[this.#found.length - 1] = {
      ...inner,
      form: 'footnote',
      range: { start: frame.open - 1, end: close + 1 },
    };
  }

  #group(
    frame: Frame,
    keys: readonly KeyToken[],
    separators: readonly number[],
    close: number,
  ): FoundCitation | undefined {
    const items = readItems(this.#text, frame.open + 1, close, keys, separators);
    if (!items) return undefined;
    const form = keys.every((key) => key.suppressAuthor) ? 'year' : 'parenthetical';
    return { range: { start: frame.open, end: close + 1 }, form, items };
  }

  #attachedGroup(frame: Frame, keys: readonly KeyToken[], separators: readonly number[], close: number) {
    const text = this.#text;
    const first = this.#keys[frame.keys - 1];
    const firstEnd = separators.length > 0 ? separators[0] : close;
    const hasOwn = keys.length === 0 || keys[0].start > firstEnd;
    const after = hasOwn ? trimmed(text, frame.open + 1, firstEnd) : undefined;
    if (hasOwn && !after) return undefined;
    const rest = hasOwn
      ? readItems(text, Math.min(firstEnd + 1, close), close, keys, separators.slice(1))
      : readItems(text, frame.open + 1, close, keys, separators);
    if (!rest) return undefined;
    const range = { start: first.start, end: after?.end ?? first.end };
    const item = itemAt(text, { key: { start: first.keyStart, end: first.keyEnd }, range, after });
    return bare(first, [item, ...rest], close + 1);
  }
}

/** `[…](` and `[…][` are links; `[…][^1]` is not. */
function isLink(text: string, close: number): boolean {
  const next = text[close + 1];
  return next === '(' || (next === '[' && text[close + 2] !== '^');
}

function bareCitation(text: string, key: KeyToken): FoundCitation {
  const places = { key: { start: key.keyStart, end: key.keyEnd }, range: { start: key.start, end: key.end } };
  return bare(key, [itemAt(text, places)], key.end);
}

function bare(first: KeyToken, items: readonly FoundItem[], end: number): FoundCitation {
  return { range: { start: first.start, end }, form: first.suppressAuthor ? 'year' : 'narrative', items };
}

/**
 * The items of the text from `start` to `end`, or undefined where it cannot be read as a group: each separator must
 * be followed by a key, sooner or later; a blank rest is forgiven.
 */
function readItems(
  text: string,
  start: number,
  end: number,
  keys: readonly KeyToken[],
  separators: readonly number[],
): FoundItem[] | undefined {
  const items: FoundItem[] = [];
  let from = start;
  let separator = 0;
  keys.forEach((key, i) => {
    while (separator < separators.length && separators[separator] < key.end) separator++;
    const next = keys[i + 1]?.start ?? end;
    const stop = separator < separators.length ? separators[separator] : end;
    const shared = stop > next;
    const before = trimmed(text, text[from] === ',' ? from + 1 : from, key.start);
    const after = shared ? undefined : trimmed(text, key.end, stop);
    const range = { start: before?.start ?? key.start, end: after?.end ?? key.end };
    items.push(
      withMode(itemAt(text, { key: { start: key.keyStart, end: key.keyEnd }, range, prefix: before, after }), key),
    );
    from = shared ? key.end : Math.min(stop + 1, end);
  });
  const rest = items.length > 0 || start < end ? trimmed(text, from, end) : undefined;
  return rest && !keysOnlyLeft(text, rest.start, rest.end) ? undefined : items;
}

function keysOnlyLeft(text: string, start: number, end: number): boolean {
  return /^[;\s]*$/.test(text.slice(start, end));
}

function withMode(item: FoundItem, key: KeyToken): FoundItem {
  return key.suppressAuthor ? { ...item, suppressAuthor: true } : item;
}

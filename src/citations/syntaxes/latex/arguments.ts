import type { Mutable } from '../../../base/mutable';
import type { OffsetRange } from '../../../base/position';
import { MOST_ITEMS } from '../../syntax';
import { BracketMap } from '../shared/bracketMap';
import { codeAt, isSpace, lineEnd, NEWLINE } from '../shared/characters';
import { trimmed, withItem } from '../shared/pieces';
import type { CiteCommand } from './commands';
import { type Group, isKey, joinedKey } from './groups';

const PERCENT = 37;
const STAR = 42;
const COMMA = 44;
const BACKSLASH = 92;
const BRACE = 123;
const BRACE_CLOSE = 125;

/** The notes before a list of keys, in brackets or angles: one alone stands behind the keys. */
interface Notes {
  before: OffsetRange | undefined;
  after: OffsetRange | undefined;
}

/** The arguments of the commands of a LaTeX text. Ask in rising order. */
export class Arguments {
  readonly #text: string;
  readonly #brackets: BracketMap;

  constructor(text: string) {
    this.#text = text;
    this.#brackets = new BracketMap(text);
  }

  /** Where the command ends whose keys these are, the first of which takes the text before that stands there. */
  behindKeys(groups: Group[], { behind }: CiteCommand): number {
    const { end } = groups[groups.length - 1];
    if (!behind) return end;
    let at = this.closed(end, '[') ?? end;
    at = this.closed(at, '[') ?? at;
    const stop = this.closed(at, '{');
    if (stop === undefined) return end;
    if (behind === 'prefix') groups[0] = { ...groups[0], prefix: this.#note({ start: at + 1, end: stop - 1 }) };
    return stop;
  }

  /**
   * The arguments of a command that cites, one group a list of keys; none where it has no keys.
   * @param multiple whether several groups follow, as behind `\cites`
   * @param before how many arguments in braces stand before the keys
   */
  groups(start: number, multiple: boolean, before: number): Group[] {
    if (!multiple) {
      const group = this.#group(start, before);
      return group ? [group] : [];
    }
    const groups: Mutable<Group>[] = [];
    let at = start;
    const common: OffsetRange[] = [];
    while (common.length < 2) {
      const open = this.#gap(at);
      const end = this.closed(open, '(');
      if (end === undefined) break;
      common.push({ start: open + 1, end: end - 1 });
      at = end;
    }
    for (;;) {
      const group = this.#group(at, before);
      if (!group) return this.#withCommon(groups, common);
      groups.push(group);
      at = group.end;
    }
  }

  /** With the text before and after all of `\cites(see)(and others){a}{b}`, beside what the first and the last have. */
  #withCommon(groups: Mutable<Group>[], common: readonly OffsetRange[]): Group[] {
    const last = groups.length - 1;
    if (common.length === 0 || last < 0) return groups;
    if (common.length > 1) groups[0][groups[0].prefix ? 'commonPrefix' : 'prefix'] = this.#note(common[0]);
    groups[last][groups[last].after ? 'commonAfter' : 'after'] = this.#note(common[common.length - 1]);
    return groups;
  }

  /** The lists of keys in arguments behind the first one's; `places` tells how many arguments stand before each. */
  further(first: Group, before: number, places: readonly number[]): Group[] {
    const groups: Group[] = [];
    let place = before;
    for (let start = this.#behindOption(first.end); this.#text[start] === '{';) {
      const end = this.closed(start, '{');
      if (end === undefined) break;
      const list = places.includes(++place) ? this.#keys(start + 1) : undefined;
      if (list)
        groups.push({
          start,
          prefix: undefined,
          after: undefined,
          commonPrefix: undefined,
          commonAfter: undefined,
          ...list,
        });
      if (place >= places[places.length - 1]) break;
      start = this.#behindOption(end);
    }
    return groups;
  }

  /** Behind a gap, and the argument in brackets that may follow. */
  #behindOption(from: number): number {
    const at = this.#gap(from);
    const end = this.closed(at, '[');
    return end === undefined ? at : this.#gap(end);
  }

  #group(from: number, before: number): Group | undefined {
    const start = this.#gap(from);
    const angle = this.#text[start] === '<' ? angleEnd(this.#text, start) : undefined;
    const prefix = angle === undefined ? undefined : noteInAngles(this.#text, start + 1, angle - 1);
    const notes: Notes = { before: prefix, after: undefined };
    let at = angle === undefined ? start : this.#gap(angle);
    if (this.#text[at] !== '[' && this.#text[at] !== '{') return undefined;
    at = this.#inBrackets(at, notes);
    for (let i = 0; i < before; i++) {
      const end = this.closed(at, '{');
      if (end === undefined) return undefined;
      at = this.#inBrackets(this.#gap(end), notes);
    }
    if (this.#text[at] !== '{') return undefined;
    const list = this.#keys(at + 1);
    if (!list) return undefined;
    const { keys, end } = list;
    return {
      start,
      end,
      keys,
      prefix: notes.before && this.#note(notes.before),
      after: notes.after && this.#note(notes.after),
      // All fields, so that those that are put in later make no object of another kind.
      commonPrefix: undefined,
      commonAfter: undefined,
    };
  }

  /** Behind the notes in brackets that begin at `at`, which become known; there are two at most. */
  #inBrackets(from: number, notes: Notes): number {
    let at = from;
    while (!notes.before || !notes.after) {
      const end = this.closed(at, '[');
      if (end === undefined) break;
      notes.before ??= notes.after;
      notes.after = { start: at + 1, end: end - 1 };
      at = this.#gap(end);
    }
    return at;
  }

  /** A note's text without the braces that may hold the whole of it. */
  #note({ start, end }: OffsetRange): OffsetRange | undefined {
    const note = trimmed(this.#text, start, end);
    if (!note || this.#text[note.start] !== '{' || this.#brackets.close(note.start) !== note.end - 1) return note;
    return trimmed(this.#text, note.start + 1, note.end - 1);
  }

  /** Behind the argument that opens with this bracket at `at`, or undefined. */
  closed(at: number, open: string): number | undefined {
    if (this.#text[at] !== open) return undefined;
    const close = this.#brackets.close(at);
    return close < 0 ? undefined : close + 1;
  }

  /** Skips white space, but not a blank line, and comments between arguments. */
  #gap(from: number): number {
    const text = this.#text;
    let lines = 0;
    for (let at = from; ; at++) {
      const code = codeAt(text, at);
      if (code === NEWLINE && ++lines > 1) return from;
      if (code === PERCENT) at = lineEnd(text, at) - 1;
      else if (!isSpace(code)) return at;
    }
  }

  /** The keys of the list that starts at `start`, up to the closing brace; undefined where it is no such list. */
  #keys(start: number): { keys: OffsetRange[]; end: number } | undefined {
    const text = this.#text;
    let keys: OffsetRange[] | undefined;
    let from = this.#behindOwnNotes(start);
    for (let at = from; at < text.length && (keys?.length ?? 0) < MOST_ITEMS; at++) {
      const code = text.charCodeAt(at);
      if (code === BRACE || code === BACKSLASH) return undefined;
      if (code !== COMMA && code !== BRACE_CLOSE && code !== PERCENT) continue;
      const key = joinedKey(text, trimmed(text, from, at));
      if (key && isKey(text, key)) keys = withItem(keys, key);
      if (code === BRACE_CLOSE) return { keys: keys ?? [], end: at + 1 };
      if (code === PERCENT) at = lineEnd(text, at);
      from = this.#behindOwnNotes(at + 1);
      at = from - 1;
    }
    return undefined;
  }

  /** Behind the notes that a starred key of natbib's and REVTeX's has in the list itself: `*[see ][, too]key`; `from` where it has none. */
  #behindOwnNotes(from: number): number {
    const text = this.#text;
    let at = from;
    while (isSpace(codeAt(text, at))) at++;
    if (codeAt(text, at) !== STAR) return from;
    let end = this.closed(at + 1, '[');
    if (end === undefined) return from;
    end = this.closed(end, '[') ?? end;
    const next = codeAt(text, end);
    return next === COMMA || next === BRACE_CLOSE ? from : end;
  }
}

const OVERLAY = /^[\d\s,+\-|:@a-z]*\d[\d\s,+\-|:@a-z]*$/;

/** The text before of apacite, which stands in angles; an overlay of beamer is none. */
function noteInAngles(text: string, start: number, end: number): OffsetRange | undefined {
  return OVERLAY.test(text.slice(start, end)) ? undefined : { start, end };
}

/** How long the text in angles may be. */
const LONGEST_ANGLE = 200;

/** Behind the angle that closes the one at `at`, on its line. */
function angleEnd(text: string, at: number): number | undefined {
  for (let end = at + 1; end < text.length && end - at < LONGEST_ANGLE; end++) {
    const code = text.charCodeAt(end);
    if (code === 62 /* > */) return end + 1;
    if (code === NEWLINE || code === BRACE_CLOSE || code === 60 /* < */) return undefined;
  }
  return undefined;
}

import type { Mutable } from '../../../base/mutable';
import type { OffsetRange } from '../../../base/position';
import { MOST_ITEMS } from '../../syntax';
import { BracketMap } from '../shared/bracketMap';
import { codeAt, isSpace, lineEnd, NEWLINE } from '../shared/characters';
import { trimmed } from '../shared/pieces';
import type { CiteCommand } from './commands';
import { type Group, isKey, joinedKey } from './groups';

const PERCENT = 37;
const STAR = 42;
const COMMA = 44;
const BACKSLASH = 92;
const BRACE = 123;
const BRACE_CLOSE = 125;

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
    const groups: Mutable<Group>[] = [];
    let at = start;
    const common: OffsetRange[] = [];
    while (multiple && common.length < 2) {
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
      if (!multiple) return groups;
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

  #group(from: number, before: number): Group | undefined {
    const start = this.#gap(from);
    const notes: OffsetRange[] = [];
    let at = start;
    // In angles: the text before of apacite, or the overlay of beamer, which is none.
    const angle = this.#text[at] === '<' ? angleEnd(this.#text, at) : undefined;
    if (angle !== undefined) {
      if (!/^[\d\s,+\-|:@a-z]*\d[\d\s,+\-|:@a-z]*$/.test(this.#text.slice(at + 1, angle - 1))) {
        notes.push({ start: at + 1, end: angle - 1 });
      }
      at = this.#gap(angle);
    }
    if (this.#text[at] !== '[' && this.#text[at] !== '{') return undefined;
    const inAngles = notes.length > 0;
    for (let end = this.closed(at, '['); end !== undefined && notes.length < 2; end = this.closed(at, '[')) {
      notes.push({ start: at + 1, end: end - 1 });
      at = this.#gap(end);
    }
    for (let i = 0; i < before; i++) {
      const end = this.closed(at, '{');
      if (end === undefined) return undefined;
      at = this.#gap(end);
      for (let page = this.closed(at, '['); page !== undefined && notes.length < 2; page = this.closed(at, '[')) {
        notes.push({ start: at + 1, end: page - 1 });
        at = this.#gap(page);
      }
    }
    if (this.#text[at] !== '{') return undefined;
    const list = this.#keys(at + 1);
    if (!list) return undefined;
    const after = notes.length > (inAngles ? 1 : 0) ? this.#note(notes[notes.length - 1]) : undefined;
    const prefix = notes.length > 1 || inAngles ? this.#note(notes[0]) : undefined;
    const { keys, end } = list;
    // All fields, so that those that are put in later make no object of another kind.
    return { start, end, keys, prefix, after, commonPrefix: undefined, commonAfter: undefined };
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
      const code = text.charCodeAt(at);
      if (code === NEWLINE && ++lines > 1) return from;
      if (code === PERCENT) at = lineEnd(text, at) - 1;
      else if (!isSpace(code)) return at;
    }
  }

  /** The keys of the list that starts at `start`, up to the closing brace; undefined where it is no such list. */
  #keys(start: number): { keys: OffsetRange[]; end: number } | undefined {
    const text = this.#text;
    const keys: OffsetRange[] = [];
    let from = this.#behindOwnNotes(start);
    for (let at = from; at < text.length && keys.length < MOST_ITEMS; at++) {
      const code = text.charCodeAt(at);
      if (code === BRACE || code === BACKSLASH) return undefined;
      if (code !== COMMA && code !== BRACE_CLOSE && code !== PERCENT) continue;
      const key = joinedKey(text, trimmed(text, from, at));
      if (key && isKey(text, key)) keys.push(key);
      if (code === BRACE_CLOSE) return { keys, end: at + 1 };
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

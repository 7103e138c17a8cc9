import type { OffsetRange } from '../../../base/position';
import { MOST_ITEMS, type FoundCitation } from '../../syntax';
import { BracketMap } from '../shared/bracketMap';
import { isLetter, isSpace, lineEnd, NEWLINE } from '../shared/characters';
import { trimmed } from '../shared/pieces';
import { type Group, isKey, joinedKey, readItems } from './groups';
import { Conditions } from './condition';
import { citeCommand, type CiteCommand, VERBATIM_COMMANDS, VERBATIM_ENVIRONMENTS } from './commands';

const PERCENT = 37;
const COMMA = 44;
const BACKSLASH = 92;
const BRACE = 123;
const BRACE_CLOSE = 125;

/**
 * Scans LaTeX once, left to right, and collects its citations; comments, verbatim text and what stands behind
 * `\end{document}` are left out.
 */
export class LatexScanner {
  readonly found: FoundCitation[] = [];
  readonly #text: string;
  readonly #own: ReadonlySet<string>;
  readonly #brackets: BracketMap;
  readonly #conditions: Conditions;
  #items = 0;
  /** What the commands met so far do, by name. */
  readonly #plain = new Map<string, CiteCommand | undefined>();
  readonly #starred = new Map<string, CiteCommand | undefined>();
  readonly #missing = new Set<string>();
  readonly #skipped: ((start: number, end: number) => void) | undefined;

  /** `own` names further commands that cite; `skipped` hears of all that is not text. */
  constructor(text: string, own: ReadonlySet<string>, skipped?: (start: number, end: number) => void) {
    this.#text = text;
    this.#conditions = new Conditions(text);
    this.#own = own;
    this.#brackets = new BracketMap(text);
    this.#skipped = skipped;
  }

  scan(): void {
    const text = this.#text;
    for (let at = 0; at < text.length && this.#items < MOST_ITEMS;) {
      const code = text.charCodeAt(at);
      if (code === PERCENT) at = this.#skip(at, lineEnd(text, at));
      else if (code === BACKSLASH) at = this.#command(at);
      else at++;
    }
  }

  #skip(start: number, end: number): number {
    this.#skipped?.(start, end);
    return end;
  }

  /** Reads the command at `at`; returns where scanning goes on. */
  #command(at: number): number {
    const text = this.#text;
    let end = at + 1;
    while (isCommandLetter(text.charCodeAt(end))) end++;
    if (end === at + 1) return at + 2;
    const name = text.slice(at + 1, end);
    if (name === 'begin' || name === 'end') return this.#environment(name, end);
    if (name === 'verb' || name === 'lstinline' || name === 'mintinline') return this.#inlineVerbatim(name, end);
    if (name === 'iffalse') return this.#skip(at, this.#conditions.endOf(end) ?? end);
    if (name === 'hyperref') return this.#closed(end, '[') ?? end;
    if (VERBATIM_COMMANDS.has(name)) return this.#argument(end);
    const starred = text[end] === '*';
    const command = this.#cites(name, starred);
    if (!command) return end;
    const groups = this.#groups(end + (starred ? 1 : 0), command.multiple, command.volume);
    if (groups.length === 0) return end;
    const stop = this.#behindKeys(groups, command);
    const items = readItems(text, groups, command.multiple);
    if (items.length > 0) {
      const written = starred ? `${name}*` : name;
      this.#items += items.length;
      this.found.push({ range: { start: at, end: stop }, form: command.form, command: written, items });
    }
    return stop;
  }

  #cites(name: string, starred: boolean): CiteCommand | undefined {
    const known = starred ? this.#starred : this.#plain;
    const met = known.get(name);
    if (met !== undefined || known.has(name)) return met;
    const command = citeCommand(name, starred, this.#own);
    known.set(name, command);
    return command;
  }

  /** Where the command ends whose keys these are, the first of which takes the text before that stands there. */
  #behindKeys(groups: Group[], { behind }: CiteCommand): number {
    const { end } = groups[groups.length - 1];
    if (!behind) return end;
    let at = this.#closed(end, '[') ?? end;
    at = this.#closed(at, '[') ?? at;
    const stop = this.#closed(at, '{');
    if (stop === undefined) return end;
    if (behind === 'prefix') groups[0] = { ...groups[0], prefix: this.#note({ start: at + 1, end: stop - 1 }) };
    return stop;
  }

  #groups(start: number, multiple: boolean, volume: boolean): Group[] {
    const groups: Group[] = [];
    let at = start;
    const common: OffsetRange[] = [];
    while (multiple && common.length < 2) {
      const open = this.#gap(at);
      const end = this.#closed(open, '(');
      if (end === undefined) break;
      common.push({ start: open + 1, end: end - 1 });
      at = end;
    }
    for (;;) {
      const group = this.#group(at, volume);
      if (!group) return this.#withCommon(groups, common);
      groups.push(group);
      at = group.end;
      if (!multiple) return groups;
    }
  }

  /** With the text before and after all of `\cites(see)(and others){a}{b}`, where the first and the last have no own. */
  #withCommon(groups: Group[], common: readonly OffsetRange[]): Group[] {
    const last = groups.length - 1;
    if (common.length === 0 || last < 0) return groups;
    if (common.length > 1) groups[0] = { ...groups[0], prefix: groups[0].prefix ?? this.#note(common[0]) };
    groups[last] = { ...groups[last], after: groups[last].after ?? this.#note(common[common.length - 1]) };
    return groups;
  }

  #group(from: number, volume: boolean): Group | undefined {
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
    for (let end = this.#closed(at, '['); end !== undefined && notes.length < 2; end = this.#closed(at, '[')) {
      notes.push({ start: at + 1, end: end - 1 });
      at = this.#gap(end);
    }
    if (volume) {
      const end = this.#closed(at, '{');
      if (end === undefined) return undefined;
      at = this.#gap(end);
      const page = this.#closed(at, '[');
      if (page !== undefined) {
        notes.push({ start: at + 1, end: page - 1 });
        at = this.#gap(page);
      }
    }
    if (this.#text[at] !== '{') return undefined;
    const list = this.#keys(at + 1);
    if (!list) return undefined;
    const after = notes.length > (inAngles ? 1 : 0) ? this.#note(notes[notes.length - 1]) : undefined;
    const prefix = notes.length > 1 || inAngles ? this.#note(notes[0]) : undefined;
    return { start, end: list.end, keys: list.keys, prefix, after };
  }

  /** A note's text without the braces that may hold the whole of it. */
  #note({ start, end }: OffsetRange): OffsetRange | undefined {
    const note = trimmed(this.#text, start, end);
    if (!note || this.#text[note.start] !== '{' || this.#brackets.close(note.start) !== note.end - 1) return note;
    return trimmed(this.#text, note.start + 1, note.end - 1);
  }

  /** Behind the argument that opens with this bracket at `at`, or undefined. */
  #closed(at: number, open: string): number | undefined {
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
    if (!this.#isKeyList(start)) return undefined;
    const keys: OffsetRange[] = [];
    let from = start;
    for (let at = start; at < text.length && keys.length < MOST_ITEMS; at++) {
      const code = text.charCodeAt(at);
      if (code !== COMMA && code !== BRACE_CLOSE && code !== PERCENT) continue;
      const key = joinedKey(text, trimmed(text, from, at));
      if (key && isKey(text, key)) keys.push(key);
      if (code === BRACE_CLOSE) return { keys, end: at + 1 };
      if (code === PERCENT) at = lineEnd(text, at);
      from = at + 1;
    }
    return undefined;
  }

  /** Whether a brace closes the list before another opens or a command starts. */
  #isKeyList(start: number): boolean {
    const text = this.#text;
    for (let at = start; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === BRACE_CLOSE) return true;
      if (code === BRACE || code === BACKSLASH) return false;
      if (code === PERCENT) at = lineEnd(text, at);
    }
    return false;
  }

  #environment(command: string, end: number): number {
    const text = this.#text;
    if (text[end] !== '{') return end;
    const limit = text.slice(end + 1, end + 40).indexOf('}');
    if (limit < 0) return end;
    const name = text.slice(end + 1, end + 1 + limit);
    const behind = end + limit + 2;
    if (command === 'end') return name === 'document' ? this.#skip(behind, text.length) : behind;
    return VERBATIM_ENVIRONMENTS.has(name) ? this.#behind(`\\end{${name}}`, behind) : behind;
  }

  /** Behind the mark, or `from` where it does not come. */
  #behind(mark: string, from: number): number {
    if (this.#missing.has(mark)) return from;
    const found = this.#text.indexOf(mark, from);
    if (found < 0) {
      this.#missing.add(mark);
      return from;
    }
    return this.#skip(from, found + mark.length);
  }

  #inlineVerbatim(name: string, from: number): number {
    const text = this.#text;
    let at = this.#closed(from, '[') ?? from;
    if (text[at] === '*' && name === 'verb') at++;
    if (name === 'mintinline') at = this.#closed(at, '{') ?? at;
    if (text[at] === '{' && name !== 'verb') return this.#skip(at, this.#closed(at, '{') ?? at);
    const mark = text.charCodeAt(at);
    if (isSpace(mark) || this.#missing.has(text[at])) return at;
    let close = at + 1;
    while (close < text.length && close - at < 1000 && text.charCodeAt(close) !== mark && text[close] !== '\n') close++;
    if (text.charCodeAt(close) === mark) return this.#skip(at, close + 1);
    if (close >= text.length) this.#missing.add(text[at]);
    return at;
  }

  #argument(from: number): number {
    const at = this.#closed(from, '[') ?? from;
    const end = this.#closed(at, '{');
    return end === undefined ? at : this.#skip(at, end);
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

function isCommandLetter(code: number): boolean {
  return isLetter(code) || code === 64;
}

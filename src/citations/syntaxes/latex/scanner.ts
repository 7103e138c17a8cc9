import { MOST_ITEMS, type FoundCitation } from '../../syntax';
import { isLetter, isSpace, lineEnd } from '../shared/characters';
import { Arguments } from './arguments';
import { readItems } from './groups';
import { Conditions } from './condition';
import { citeCommand, type CiteCommand, VERBATIM_COMMANDS, VERBATIM_ENVIRONMENTS } from './commands';

const PERCENT = 37;
const BACKSLASH = 92;

/**
 * Scans LaTeX once, left to right, and collects its citations; comments, verbatim text and what stands behind
 * `\end{document}` are left out.
 */
export class LatexScanner {
  readonly found: FoundCitation[] = [];
  readonly #text: string;
  readonly #own: ReadonlySet<string>;
  readonly #arguments: Arguments;
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
    this.#arguments = new Arguments(text);
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
    if (name === 'hyperref') return this.#arguments.closed(end, '[') ?? end;
    if (VERBATIM_COMMANDS.has(name)) return this.#argument(end);
    const starred = text[end] === '*';
    const command = this.#cites(name, starred);
    if (!command) return end;
    const groups = this.#arguments.groups(end + (starred ? 1 : 0), command.multiple, command.volume);
    if (groups.length === 0) return end;
    const stop = this.#arguments.behindKeys(groups, command);
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
    let at = this.#arguments.closed(from, '[') ?? from;
    if (text[at] === '*' && name === 'verb') at++;
    if (name === 'mintinline') at = this.#arguments.closed(at, '{') ?? at;
    if (text[at] === '{' && name !== 'verb') return this.#skip(at, this.#arguments.closed(at, '{') ?? at);
    const mark = text.charCodeAt(at);
    if (isSpace(mark) || this.#missing.has(text[at])) return at;
    let close = at + 1;
    while (close < text.length && close - at < 1000 && text.charCodeAt(close) !== mark && text[close] !== '\n') close++;
    if (text.charCodeAt(close) === mark) return this.#skip(at, close + 1);
    if (close >= text.length) this.#missing.add(text[at]);
    return at;
  }

  #argument(from: number): number {
    const at = this.#arguments.closed(from, '[') ?? from;
    const end = this.#arguments.closed(at, '{');
    return end === undefined ? at : this.#skip(at, end);
  }
}

function isCommandLetter(code: number): boolean {
  return isLetter(code) || code === 64;
}

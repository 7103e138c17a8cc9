import type { Mutable } from '../../../base/mutable';
import { MOST_ITEMS, type FoundCitation } from '../../syntax';
import { codeAt, isBlank, isLetter, isSpace, lineEnd } from '../shared/characters';
import { Arguments } from './arguments';
import { mayCite, readItems } from './groups';
import { Conditions, valueOf } from './condition';
import { standingIn, type CiteCommand } from './commands';
import { commandKind, type CommandKind } from './commandKind';
import { type Named, NameTable } from '../shared/nameTable';
import { INLINE_VERBATIM, SHORT_VERB, VERBATIM_COMMANDS, verbatimEnvironments } from './verbatim';

const PERCENT = 37;
const STAR = 42;
const BACKSLASH = 92;
/** How long the name of an environment may be. */
const LONGEST_NAME = 80;

/** What a command does by its name: of the kind `other` are those that cite, or are of no matter here. */
interface MetCommand extends Named {
  readonly starredName: string;
  readonly kind: CommandKind;
  readonly plain: CiteCommand | undefined;
  readonly starred: CiteCommand | undefined;
}

/** Commands that cite beside those that are known by their names. */
export interface KnownCommands {
  readonly own: ReadonlySet<string>;
  /** Those that cite as another one does, with that, and `+1` where an argument in braces stands before the keys. */
  readonly standIns?: ReadonlyMap<string, string>;
}

/**
 * Scans LaTeX once, left to right, and collects its citations; comments, verbatim text and what stands behind
 * `\end{document}` are left out.
 */
export class LatexScanner {
  readonly found: FoundCitation[] = [];
  readonly #text: string;
  readonly #commands: KnownCommands;
  readonly #arguments: Arguments;
  readonly #conditions: Conditions;
  /** Where alternatives begin that are never read, and where they end. */
  readonly #unread = new Map<number, number>();
  /** Environments without text. */
  readonly #verbatim: ReadonlySet<string>;
  /** The characters that verbatim text stands between. */
  readonly #shortVerbs = new Set<number>();
  #items = 0;
  /** Where the last citation ends that no other is around. */
  #outerEnd = 0;
  /** What the commands met so far do, by name. */
  readonly #met: NameTable<MetCommand>;
  readonly #missing = new Set<string>();
  readonly #skipped: ((start: number, end: number) => void) | undefined;

  /** @param skipped hears of all that is not text */
  constructor(text: string, commands: KnownCommands, skipped?: (start: number, end: number) => void) {
    this.#text = text;
    this.#conditions = new Conditions(text);
    this.#commands = commands;
    this.#met = new NameTable(text, (name) => this.#meet(name));
    this.#arguments = new Arguments(text);
    this.#verbatim = verbatimEnvironments(text);
    this.#skipped = skipped;
  }

  scan(): void {
    const text = this.#text;
    for (let at = 0; at < text.length && this.#items < MOST_ITEMS;) {
      const code = text.charCodeAt(at);
      if (code === PERCENT) at = this.#skip(at, lineEnd(text, at));
      else if (code === BACKSLASH) at = this.#command(at);
      else if (this.#shortVerbs.size > 0 && this.#shortVerbs.has(code)) at = this.#between(at);
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
    while (isCommandLetter(codeAt(text, end))) end++;
    if (end === at + 1) return at + 2;
    const met = this.#met.between(at + 1, end);
    const { name } = met;
    if (met.kind === 'other') {
      if (codeAt(text, end) !== STAR) return met.plain ? this.#cite(at, end, name, met.plain) : end;
      return met.starred ? this.#cite(at, end, met.starredName, met.starred) : end;
    }
    switch (met.kind) {
      case 'environment':
        return this.#environment(at, name, end);
      case 'inlineVerbatim':
        return this.#isInBraces(name, end) ? this.#argument(end) : this.#inlineVerbatim(name, end);
      case 'condition':
        return this.#condition(at, end);
      case 'alternative':
        return this.#skip(at, this.#unread.get(at) ?? end);
      case 'endOfInput':
        // What stands behind it is read all the same where it may be the end of some condition alone.
        return this.#conditions.mayEnd(end) ? end : this.#skip(lineEnd(text, end), text.length);
      case 'let':
        return this.#name(this.#equals(this.#name(end)));
      case 'beforeName':
        return this.#name(end);
      case 'shortVerb':
        return this.#shortVerb(name, end);
      case 'option':
        return this.#arguments.closed(end, '[') ?? end;
      case 'verbatim':
        return this.#argument(end);
    }
  }

  /** Reads the citation by a command whose name and star end at `end`; returns where scanning goes on. */
  #cite(at: number, nameEnd: number, written: string, command: CiteCommand): number {
    const text = this.#text;
    const end = written.endsWith('*') ? nameEnd + 1 : nameEnd;
    const groups = this.#arguments.groups(end, command.multiple, command.before);
    if (groups.length === 0) return nameEnd;
    if (command.further) groups.push(...this.#arguments.further(groups[0], command.before, command.further));
    const stop = this.#arguments.behindKeys(groups, command);
    const items = readItems(text, groups, command.multiple);
    if (items.length > 0) {
      this.#items += items.length;
      const range = { start: at, end: stop };
      const isInner = at < this.#outerEnd;
      if (!isInner) this.#outerEnd = stop;
      const { form, holdsMore } = command;
      const citation: Mutable<FoundCitation> = { range, form, command: written, items };
      if (holdsMore) citation.holdsMore = holdsMore;
      if (isInner) citation.isInner = isInner;
      this.found.push(citation);
    }
    // What its notes call is read as the rest of the text is; nothing in the lists of keys is a command.
    return groups.some((group) => mayCite(text, group)) ? nameEnd : stop;
  }

  /** What a command does that is met for the first time. */
  #meet(name: string): MetCommand {
    const { own, standIns } = this.#commands;
    const cites = standIns?.get(name) ?? name;
    return {
      name,
      starredName: `${name}*`,
      kind: commandKind(name),
      plain: standingIn(cites, false, own),
      starred: standingIn(cites, true, own),
    };
  }

  #environment(at: number, command: string, end: number): number {
    const text = this.#text;
    let open = end;
    while (isBlank(codeAt(text, open))) open++;
    if (text[open] !== '{') return end;
    const limit = text.slice(open + 1, open + LONGEST_NAME).indexOf('}');
    if (limit < 0) return end;
    const name = text.slice(open + 1, open + 1 + limit);
    const behind = open + limit + 2;
    if (command === 'end') return name === 'document' ? this.#skip(behind, text.length) : behind;
    const quotes = name.endsWith('cquote') ? this.#met.between(open + 1, open + 1 + limit).plain : undefined;
    if (quotes) return this.#cite(at, behind, name, quotes);
    return this.#verbatim.has(name) ? this.#behind(`\\end{${name}}`, behind) : behind;
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

  /** Whether the command is followed by its argument in braces, and so is no verbatim text between two of a character. */
  #isInBraces(name: string, end: number): boolean {
    return VERBATIM_COMMANDS.has(name) && this.#text[end] === '{';
  }

  #inlineVerbatim(name: string, from: number): number {
    const text = this.#text;
    const { braces, isNeverInBraces } = INLINE_VERBATIM.get(name)!;
    let at = this.#arguments.closed(from, '[') ?? from;
    if (text[at] === '*') at++;
    for (let i = 0; i < braces; i++) at = this.#arguments.closed(at, '{') ?? at;
    if (text[at] === '{' && !isNeverInBraces) return this.#skip(at, this.#arguments.closed(at, '{') ?? at);
    return this.#between(at);
  }

  /** Behind the text that stands between the character at `at` and the next one like it in the line; `at` itself where it does not. */
  #between(at: number): number {
    const text = this.#text;
    const mark = codeAt(text, at);
    if (isSpace(mark) || this.#missing.has(text[at])) return this.#shortVerbs.has(mark) ? at + 1 : at;
    let close = at + 1;
    while (close < text.length && close - at < 1000 && text.charCodeAt(close) !== mark && text[close] !== '\n') close++;
    if (text.charCodeAt(close) === mark) return this.#skip(at, close + 1);
    if (close >= text.length) this.#missing.add(text[at]);
    return this.#shortVerbs.has(mark) ? at + 1 : at;
  }

  /** Leaves out what a condition never lets be read. */
  #condition(at: number, end: number): number {
    if (!this.#conditions.mayEnd(at)) return end;
    const value = valueOf(this.#text, at);
    const branches = value === undefined ? undefined : this.#conditions.of(at);
    if (!branches) return end;
    const { otherwise } = branches;
    if (value) {
      if (otherwise !== undefined) this.#unread.set(otherwise, branches.end);
      return end;
    }
    return this.#skip(at, otherwise === undefined ? branches.end : otherwise + '\\else'.length);
  }

  /** Behind the name of a command that is not called here, but printed or defined. */
  #name(from: number): number {
    const text = this.#text;
    let at = from;
    if (text[at] === '*') at++;
    while (isBlank(codeAt(text, at))) at++;
    if (codeAt(text, at) !== BACKSLASH) return from;
    let end = at + 1;
    while (isCommandLetter(codeAt(text, end))) end++;
    return Math.max(end, at + 2);
  }

  /** Behind the `=` that may stand between the two commands of `\let`. */
  #equals(from: number): number {
    const text = this.#text;
    let at = from;
    while (isBlank(codeAt(text, at))) at++;
    return text[at] === '=' ? at + 1 : from;
  }

  /** `\MakeShortVerb{\|}` or `\MakeShortVerb\|`, or what takes that back. */
  #shortVerb(name: string, from: number): number {
    const option = this.#arguments.closed(from, '[') ?? from;
    const [written, mark] = /^\*?\{?\\?([^\s\\{}])\}?/.exec(this.#text.slice(option, option + 5)) ?? [];
    if (written === undefined) return from;
    if (SHORT_VERB.has(name)) this.#shortVerbs.add(mark.charCodeAt(0));
    else this.#shortVerbs.delete(mark.charCodeAt(0));
    return option + written.length;
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

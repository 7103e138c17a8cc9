import type { OffsetRange } from '../../base/position';
import type { TextEdit } from '../../base/textEdit';
import { isPlainBareValue } from './months';
import { lowerCase, markField, type ValueKind } from './record';

/** A mistake inside an entry; offsets count from the entry's start. */
export interface EntryProblem extends OffsetRange {
  readonly code:
    | 'missing-comma'
    | 'missing-key'
    | 'unbalanced-brace'
    | 'unbalanced-quote'
    | 'unexpected-text'
    | 'duplicate-field'
    | 'too-deep'
    | 'unknown-string';
  /** The name of the field or macro that it is about. */
  readonly name?: string;
  /** Where the same field stands first. */
  readonly first?: OffsetRange;
  /** What puts it right, where that is safe. */
  readonly edits?: readonly TextEdit[];
}

/** What the text of one entry says. Everything that can be made out is there, whatever is wrong beside it. */
export interface ParsedEntry {
  readonly type: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly marks: readonly number[];
  readonly problems: readonly EntryProblem[];
  /** True where a value holds a macro or is joined from several parts. */
  readonly usesMacros: boolean;
}

/** The empty lists of all entries without fields and without mistakes. */
const NO_MARKS: readonly number[] = [];
const NO_PROBLEMS: readonly EntryProblem[] = [];

const OPENING = /@[ \t]*([^\s{}()@,="'#%\\]+)\s*([{(])/y;
/** A name that `=` follows. */
const FIELD_NAME = /([^\s=,{}"()#%]{1,100})\s{0,100}=/y;
const BARE_VALUE = /[^\s,{}"#%=()]+/y;
/** Deeper than any sane value; code that works on values must not meet what is deeper. */
export const DEEPEST = 100;

/**
 * Reads the text of one entry (also of an `@string`) field by field. A missing comma, key, brace or quote costs nothing but
 * itself: reading goes on at the next line that starts a field.
 */
export function parseEntry(text: string, closed: boolean): ParsedEntry {
  return new EntryParser(text, closed).parse();
}

class EntryParser {
  readonly #text: string;
  readonly #marks: number[] = [];
  readonly #problems: EntryProblem[] = [];
  readonly #seen = new Map<string, OffsetRange>();
  /** Offset of the closing brace, or the end of an unclosed text. */
  readonly #end: number;
  readonly #closed: boolean;
  #at = 0;
  #type = '';
  #keyStart = 0;
  #keyEnd = 0;
  #usesMacros = false;
  /** Characters that may still be read in vain, looking for the end of a value that has none. */
  #lookahead: number;

  constructor(text: string, closed: boolean) {
    this.#text = text;
    this.#closed = closed;
    this.#end = closed ? text.length - 1 : text.length;
    this.#lookahead = 4 * text.length + 1000;
  }

  parse(): ParsedEntry {
    OPENING.lastIndex = 0;
    const opening = OPENING.exec(this.#text);
    if (opening) {
      this.#type = opening[1];
      this.#at = opening[0].length;
      if (lowerCase(this.#type) !== 'string') this.#parseKey();
      while (this.#parseField());
    }
    this.#checkEnd();
    // A copy has no room to grow.
    const marks = this.#marks.length > 0 ? this.#marks.slice() : NO_MARKS;
    const problems = this.#problems.length > 0 ? this.#problems : NO_PROBLEMS;
    const usesMacros = this.#usesMacros;
    return { type: this.#type, keyStart: this.#keyStart, keyEnd: this.#keyEnd, marks, problems, usesMacros };
  }

  /** An entry without an end, unless a value without an end explains it. */
  #checkEnd(): void {
    if (this.#closed || this.#problems.some(({ code }) => code.startsWith('unbalanced'))) return;
    const edits = [{ start: this.#end, end: this.#end, newText: '\n}' }];
    this.#problem('unbalanced-brace', { start: 0, end: lineLength(this.#text, 0) }, undefined, edits);
  }

  #parseKey(): void {
    this.#skipSpace();
    const start = this.#at;
    let end = start;
    while (end < this.#end && !',={}"\n\r'.includes(this.#text[end])) end++;
    const words = this.#text.slice(start, end).trimEnd();
    const next = this.#text[end];
    this.#keyStart = this.#keyEnd = start;
    if (next === ',') this.#setKey(start, start + words.length, end);
    else if (next === '=' || next === '{' || next === '"') this.#parseKeyWithoutComma(start, words);
    else {
      this.#setKey(start, start + words.length, end);
      this.#skipSpace();
      if (this.#at < this.#end && this.#text[this.#at] !== ',') this.#missingComma(this.#keyEnd);
    }
    if (this.#keyEnd > this.#keyStart) return;
    this.#problem(
      'missing-key',
      { start, end: Math.max(start, this.#at) },
      this.#text[this.#at] === ',' ? ',' : undefined,
    );
  }

  /** `key title = {…}` on one line lacks a comma, `title = {…}` lacks the key. */
  #parseKeyWithoutComma(start: number, words: string): void {
    const space = words.search(/\s/);
    if (space < 0) return;
    this.#setKey(start, start + space, start + space);
    this.#missingComma(this.#keyEnd);
  }

  #setKey(start: number, end: number, at: number): void {
    this.#keyStart = start;
    this.#keyEnd = end;
    this.#at = at;
  }

  /** Reads one field; false at the end of the entry. */
  #parseField(): boolean {
    this.#skipSpace(true);
    if (this.#at >= this.#end) return false;
    if (this.#atLooseBrace()) {
      this.#at++;
      return true;
    }
    FIELD_NAME.lastIndex = this.#at;
    const match = FIELD_NAME.exec(this.#text);
    if (match === null) {
      this.#skipUnexpected(this.#at);
      return true;
    }
    const name = { start: this.#at, end: this.#at + match[1].length };
    this.#at += match[0].length;
    this.#parseValue(name);
    return true;
  }

  #parseValue(name: OffsetRange): void {
    this.#skipSpace();
    const start = this.#at;
    let kind = this.#parsePart(name);
    let end = this.#at;
    for (this.#skipSpace(); this.#text[this.#at] === '#' && this.#at < this.#end; this.#skipSpace()) {
      this.#at++;
      this.#skipSpace();
      if (this.#parsePart(name) === undefined) break;
      kind = 'concatenation';
      end = this.#at;
    }
    if (kind === undefined) return this.#skipUnexpected(start);
    const bare = kind === 'bare' && !isPlainBareValue(this.#text.slice(start, end));
    if (bare || kind === 'concatenation') this.#usesMacros = true;
    this.#addField(name, { start, end }, kind);
    this.#afterValue(end);
  }

  /** Reads one part of a value; undefined where none stands. */
  #parsePart(name: OffsetRange): ValueKind | undefined {
    const opening = this.#text[this.#at];
    if (this.#at >= this.#end) return undefined;
    if (opening === '{' || opening === '"') return this.#parseDelimited(name, opening === '"');
    BARE_VALUE.lastIndex = this.#at;
    const bare = BARE_VALUE.exec(this.#text);
    if (bare === null) return undefined;
    this.#at = Math.min(this.#at + bare[0].length, this.#end);
    return 'bare';
  }

  #parseDelimited(name: OffsetRange, quoted: boolean): ValueKind {
    const start = this.#at;
    let depth = quoted ? 0 : 1;
    let deepest = depth;
    for (let i = start + 1; i < this.#end && i - start < this.#lookahead; i++) {
      const code = this.#text.charCodeAt(i);
      if (code === 123) deepest = Math.max(deepest, ++depth);
      else if (code === 125) depth--;
      if (depth === 0 && (quoted ? code === 34 : code === 125)) {
        if (this.#swallowsFields(start, i)) break;
        this.#at = i + 1;
        if (deepest > DEEPEST) this.#problem('too-deep', { start: name.start, end: name.end }, this.#nameOf(name));
        return quoted ? 'quotes' : 'braces';
      }
      if (depth < 0) break;
    }
    this.#lookahead -= this.#end - start;
    this.#parseOpenValue(name, start, quoted);
    return 'open';
  }

  /** In an entry without an end: whether a value took the entry's brace for its own, and the fields between with it. */
  #swallowsFields(start: number, end: number): boolean {
    return !this.#closed && this.#text.slice(end + 1).trim() === '' && this.#nextFieldLine(start) < end;
  }

  /** A value whose end is missing goes up to the next line that starts a field. */
  #parseOpenValue(name: OffsetRange, start: number, quoted: boolean): void {
    let end = this.#nextFieldLine(start);
    while (end > start + 1 && /[\s,]/.test(this.#text[end - 1])) end--;
    this.#at = end;
    const code = quoted ? 'unbalanced-quote' : 'unbalanced-brace';
    const edits = [{ start: end, end, newText: quoted ? '"' : '}' }];
    this.#problem(code, { start, end: Math.min(start + 1, this.#end) }, this.#nameOf(name), edits);
  }

  #addField(name: OffsetRange, value: OffsetRange, kind: ValueKind): void {
    const lower = lowerCase(this.#nameOf(name));
    const first = this.#seen.get(lower);
    if (first === undefined) this.#seen.set(lower, name);
    else this.#problems.push({ code: 'duplicate-field', ...name, name: this.#nameOf(name), first });
    markField(this.#marks, name, value, kind);
  }

  /** After a value comes a comma or the end; else a comma is missing, or the value ended too early. */
  #afterValue(valueEnd: number): void {
    if (this.#at >= this.#end || this.#text[this.#at] === ',' || this.#atLooseBrace()) return;
    FIELD_NAME.lastIndex = this.#at;
    if (FIELD_NAME.test(this.#text)) this.#missingComma(valueEnd);
    else this.#skipUnexpected(this.#at);
  }

  /** At the brace that should have ended the entry, had it not been needed for a value. */
  #atLooseBrace(): boolean {
    return !this.#closed && this.#text[this.#at] === '}';
  }

  #missingComma(at: number): void {
    this.#problem('missing-comma', { start: Math.max(at - 1, 0), end: at }, undefined, [
      { start: at, end: at, newText: ',' },
    ]);
  }

  #skipUnexpected(start: number): void {
    this.#at = Math.max(this.#nextFieldLine(start), start + 1);
    const end = start + this.#text.slice(start, Math.min(this.#at, start + 200)).trimEnd().length;
    this.#problem('unexpected-text', { start, end: Math.max(end, start + 1) });
  }

  /** Offset of the next line end after which a field starts; the end of the entry where there is none. */
  #nextFieldLine(from: number): number {
    for (let i = from; i < this.#end; i++) {
      const code = this.#text.charCodeAt(i);
      if (code !== 10 && code !== 13) continue;
      const lineEnd = i;
      while (i + 1 < this.#end && this.#text.charCodeAt(i + 1) <= 32) i++;
      FIELD_NAME.lastIndex = i + 1;
      if (FIELD_NAME.test(this.#text)) return lineEnd;
    }
    return this.#end;
  }

  /** Skips white space and `%` comments, and commas where asked. */
  #skipSpace(commas = false): void {
    for (; this.#at < this.#end; this.#at++) {
      const code = this.#text.charCodeAt(this.#at);
      if (code === 37) this.#at += lineLength(this.#text, this.#at);
      else if (code > 32 && !(commas && code === 44)) return;
    }
    this.#at = this.#end;
  }

  #problem(code: EntryProblem['code'], range: OffsetRange, name?: string, edits?: readonly TextEdit[]): void {
    this.#problems.push({ code, ...range, name, edits });
  }

  #nameOf(range: OffsetRange): string {
    return this.#text.slice(range.start, range.end);
  }
}

/** Length of the rest of the line without its line end. */
function lineLength(text: string, from: number): number {
  let end = from;
  while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++;
  return end - from;
}

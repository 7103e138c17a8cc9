import type { Range } from '../../base/position';
import { range } from '../../base/position';
import { type Step, UNCOUNTED } from '../../base/steps';
import type { Paper } from '../model/paper';
import type { SourceProblem } from '../model/problem';
import type { ReadResult } from './reader';

/** The values of a record by their tags, in the order in which they stand. */
export type TaggedRecord = readonly (readonly [tag: string, value: string])[];

/** A format that states one value behind each tag at the start of a line. */
export interface TaggedForm {
  /** A line with its tag and its value. */
  readonly line: RegExp;
  /** Whether a record starts at a tag. @param before the tags of the one before, as far as it is read; @param isApart whether a blank line stands before */
  starts(tag: string, before: ReadonlySet<string>, isApart: boolean): boolean;
  /** The tag that ends a record; without one it ends where the next begins. */
  readonly end?: string;
  /** Tags of the file rather than of a record. */
  readonly ofFile?: ReadonlySet<string>;
  /** Whether a line without a tag is a value of its own. */
  isValue(tag: string): boolean;
  /** The paper that a record is; undefined where it says nothing of one. */
  paper(record: TaggedRecord): Omit<Paper, 'range'> | undefined;
}

/** Reads the records of a text. What stands outside of them, and a record that says nothing, is a problem. */
export function readTagged(text: string, form: TaggedForm, step: Step = UNCOUNTED): ReadResult {
  const reading = new TaggedReading(form);
  let line = 0;
  for (const [raw] of text.matchAll(/[^\r\n]*(?:\r\n|\n|\r|$)/g)) {
    reading.readLine(raw.trimEnd(), line++);
    step();
  }
  return reading.finish();
}

class TaggedReading {
  readonly #form: TaggedForm;
  readonly #papers: Paper[] = [];
  readonly #problems: SourceProblem[] = [];
  #record: [tag: string, value: string][] = [];
  readonly #tags = new Set<string>();
  #place: { readonly start: number; end: number; length: number } | undefined;
  #count = 0;
  #isApart = false;
  /** Whether text outside of a record was told of since the last one. */
  #isTold = false;

  constructor(form: TaggedForm) {
    this.#form = form;
  }

  readLine(text: string, line: number): void {
    if (text.trim() === '') {
      this.#isApart = true;
      return;
    }
    const [, tag, value = ''] = this.#form.line.exec(text) ?? [];
    if (tag === undefined) this.#goOn(text, line);
    else if (this.#form.ofFile?.has(tag)) this.#end();
    else if (tag === this.#form.end) this.#endAt(text, line);
    else this.#add(tag, value.trim(), text, line);
    this.#isApart = false;
  }

  finish(): ReadResult {
    const incomplete = this.#place !== undefined && this.#form.end !== undefined;
    if (incomplete) this.#problems.push({ code: 'missing-end', severity: 'warning', range: this.#range() });
    this.#end();
    return { papers: this.#papers, problems: this.#problems, incomplete };
  }

  #add(tag: string, value: string, text: string, line: number): void {
    if (this.#place === undefined || this.#form.starts(tag, this.#tags, this.#isApart)) {
      this.#end();
      this.#place = { start: line, end: line, length: 0 };
      this.#isTold = false;
    }
    this.#record.push([tag, value]);
    this.#tags.add(tag);
    this.#reach(text, line);
  }

  #goOn(text: string, line: number): void {
    const last = this.#record.at(-1);
    if (this.#place === undefined || last === undefined) {
      if (!this.#isTold)
        this.#problems.push({ code: 'missing-start', severity: 'warning', range: range(line, 0, line, text.length) });
      this.#isTold = true;
      return;
    }
    if (last[1] !== '' && this.#form.isValue(last[0])) this.#record.push([last[0], text.trim()]);
    else last[1] += last[1] === '' ? text.trim() : ` ${text.trim()}`;
    this.#reach(text, line);
  }

  #reach(text: string, line: number): void {
    this.#place!.end = line;
    this.#place!.length = text.length;
  }

  #endAt(text: string, line: number): void {
    if (this.#place !== undefined) this.#reach(text, line);
    this.#end();
  }

  #end(): void {
    if (this.#place === undefined) return;
    const place = this.#range();
    const record = this.#record.map(([tag, value]) => [tag, value.normalize('NFC')] as const);
    const paper = this.#form.paper(record.filter(([, value]) => value !== ''));
    if (paper) this.#papers.push({ ...paper, range: place });
    else this.#problems.push({ code: 'item-without-title', severity: 'warning', range: place, index: this.#count });
    this.#count++;
    this.#record = [];
    this.#tags.clear();
    this.#place = undefined;
  }

  #range(): Range {
    const { start, end, length } = this.#place!;
    return range(start, 0, end, length);
  }
}

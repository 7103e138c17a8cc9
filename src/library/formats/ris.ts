import { range } from '../../base/position';
import { UNCOUNTED } from '../../base/steps';
import type { RisRecord } from '../model/record';
import type { SourceProblem } from '../model/problem';
import type { Reader, ReadResult } from './reader';
import type { Paper } from '../model/paper';
import { tellingPart } from './tellingPart';
import { paperOfRis } from './risPaper';

/** A tag line: two characters, one or two spaces, a hyphen, a space; with two before the hyphen the one behind it may lack. */
export const TAG = /^\s{0,20}([A-Z][A-Z0-9])(?: {2}-| -(?= |$)) ?/;
/** Tags whose values stand one a line, and those whose values have no spaces. */
const NAMES = /^(?:A[U1-4]|ED|TA)$/;
const UNSPACED = /^(?:UR|L[1-4]|LK|DO)$/;

/** Reads RIS, also without `ER` lines, with one space too few, with values over several lines. */
export const risReader: Reader = {
  format: 'ris',

  detect(fileName, text) {
    if (/\.ris$/i.test(fileName)) return 1;
    return /^\s{0,20}TY {1,2}- /m.test(tellingPart(fileName, text, 20_000)) ? 0.8 : 0;
  },

  read(text, step = UNCOUNTED) {
    const reading = new RisReading();
    let line = 0;
    for (const [raw] of text.matchAll(/[^\r\n]*(?:\r\n|\n|\r|$)/g)) {
      reading.readLine(raw.trimEnd(), line++);
      step();
    }
    return reading.finish();
  },
};

class RisReading {
  readonly #papers: Paper[] = [];
  readonly #problems: SourceProblem[] = [];
  #tags: [string, string][] | undefined;
  #start = 0;
  /** The last line of the open record that says anything, and its length. */
  #last = { line: 0, length: 0 };
  /** Whether text without a record was reported since the last record. */
  #reported = false;

  readLine(text: string, line: number): void {
    const tag = TAG.exec(text);
    if (tag?.[1] === 'TY') return this.#startRecord(tag, text, line);
    if (this.#tags === undefined) {
      if (text.trim() !== '' && tag?.[1] !== 'ER') this.#report('missing-start', line, text.length);
      return;
    }
    if (text.trim() !== '') this.#last = { line, length: text.length };
    if (tag?.[1] === 'ER' || text.trim() === 'ER') this.#endRecord(true);
    else if (tag) this.#tags.push([tag[1], text.slice(tag[0].length).trim()]);
    else if (text.trim() !== '') this.#continueValue(text.trim());
  }

  finish(): ReadResult {
    const incomplete = this.#tags !== undefined;
    this.#endRecord(false);
    return { papers: this.#papers, problems: this.#problems, incomplete };
  }

  #startRecord(tag: RegExpExecArray, text: string, line: number): void {
    this.#endRecord(false);
    this.#tags = [['TY', text.slice(tag[0].length).trim()]];
    this.#start = line;
    this.#last = { line, length: text.length };
    this.#reported = false;
  }

  #continueValue(text: string): void {
    const last = this.#tags!.at(-1)!;
    // Keywords are one a line (Zotero's RIS translator), and names where they have their comma.
    const isNext = last[0] === 'KW' || (NAMES.test(last[0]) && last[1].includes(',') && text.includes(','));
    if (isNext && last[1] !== '') this.#tags!.push([last[0], text]);
    else last[1] += last[1] === '' || UNSPACED.test(last[0]) ? text : ` ${text}`;
  }

  #endRecord(stated: boolean): void {
    const tags = this.#tags;
    if (tags === undefined) return;
    this.#tags = undefined;
    const place = range(this.#start, 0, this.#last.line, this.#last.length);
    if (!stated) this.#problems.push({ code: 'missing-end', severity: 'warning', range: place });
    const record: RisRecord = { format: 'ris', tags: tags.map(([tag, value]) => [tag, value.normalize('NFC')]) };
    this.#papers.push({ ...paperOfRis(record), range: place });
  }

  #report(code: 'missing-start', line: number, length: number): void {
    if (!this.#reported) this.#problems.push({ code, severity: 'warning', range: range(line, 0, line, length) });
    this.#reported = true;
  }
}

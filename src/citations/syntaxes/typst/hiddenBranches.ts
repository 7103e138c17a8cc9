import { BracketMap } from '../shared/bracketMap';

const DECIDED = /\s{1,20}(true|false)\s{0,20}(?=[[{])/y;
const OTHERWISE = /\s{0,20}else\s{0,20}(?=[[{])/y;

/** The branches that conditions decided where they stand never show: `#if false […]`, `#if true […] else […]`. */
export class HiddenBranches {
  readonly #text: string;
  /** Braces and square brackets, which may close in another paragraph. */
  readonly #blocks: BracketMap;
  /** Where branches end, by where they begin. */
  readonly #ends = new Map<number, number>();

  constructor(text: string) {
    this.#text = text;
    this.#blocks = new BracketMap(text, '[{', () => text.length);
  }

  /** Notes the hidden branch of a condition whose `if` ends there. */
  behindIf(at: number): void {
    const text = this.#text;
    DECIDED.lastIndex = at;
    const value = DECIDED.exec(text)?.[1];
    if (value === undefined) return;
    const open = DECIDED.lastIndex;
    const close = this.#blocks.close(open);
    if (close >= 0 && value === 'false') this.#ends.set(open, close + 1);
    if (close < 0 || value === 'false') return;
    OTHERWISE.lastIndex = close + 1;
    const other = OTHERWISE.test(text) ? OTHERWISE.lastIndex : -1;
    const end = other < 0 ? -1 : this.#blocks.close(other);
    if (end >= 0) this.#ends.set(other, end + 1);
  }

  /** Where the hidden branch ends that begins with the bracket there. */
  end(at: number): number | undefined {
    return this.#ends.size > 0 ? this.#ends.get(at) : undefined;
  }
}

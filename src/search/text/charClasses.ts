/** Part of a word wherever it stands. */
export const WORD = 0;
/** Ends a word. */
export const SEPARATOR = 1;
/** Part of a word inside it, cut off at its ends. */
export const EDGE = 2;
/** A word by itself, as a Chinese character. */
export const SINGLE = 3;

/** In the table: the unit has not been asked about. */
export const UNASKED = 255;

/** Says what each UTF-16 unit is to the tokenizer; asks a rule once for each unit that occurs. */
export class CharClasses {
  /** By unit: its class, or `UNASKED`. To be read directly where time counts, with `of` for what is unasked. */
  readonly table = new Uint8Array(65536).fill(UNASKED);
  readonly #rule: (char: string) => number;

  constructor(rule: (char: string) => number) {
    this.#rule = rule;
  }

  of(unit: number): number {
    const known = this.table[unit];
    if (known !== UNASKED) return known;
    return (this.table[unit] = this.#rule(String.fromCharCode(unit)));
  }
}

/** As lunr 2.3.9 splits (`lunr.tokenizer.separator`) and trims (`lunr.trimmer`). */
export function lunrCharClasses(): CharClasses {
  return new CharClasses((char) => (/[\s-]/.test(char) ? SEPARATOR : /\w/.test(char) ? WORD : EDGE));
}

/**
 * As this project splits papers: at all that is no letter, mark or digit in any script. A full stop stays inside a word
 * (`1706.03762`), and a Chinese character is a word.
 */
export function paperCharClasses(): CharClasses {
  return new CharClasses((char) => {
    if (char === '.') return EDGE;
    if (/[\u3400-\u9fff\uf900-\ufaff]/.test(char)) return SINGLE;
    return /[\p{L}\p{M}\p{N}\ud800-\udfff]/u.test(char) || isSurrogate(char) ? WORD : SEPARATOR;
  });
}

function isSurrogate(char: string): boolean {
  const unit = char.charCodeAt(0);
  return unit >= 0xd800 && unit <= 0xdfff;
}

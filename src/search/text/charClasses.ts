/** Part of a word wherever it stands. */
export const WORD = 0;
/** Ends a word. */
export const SEPARATOR = 1;
/** Part of a word inside it, cut off at its ends. */
export const EDGE = 2;
/** A word by itself, as a Chinese character. */
export const SINGLE = 3;
/** Of a byte: it begins a character of several, which is to be asked about. */
export const LONGER = 4;

/** In the table: the unit has not been asked about. */
const UNASKED = 255;

/** Says what each character is to the tokenizer; asks a rule once for each UTF-16 unit that occurs. */
export class CharClasses {
  /** By first byte in UTF-8: the class of the character, or `LONGER`. */
  readonly ofByte = new Uint8Array(256).fill(LONGER);
  readonly #table = new Uint8Array(65536).fill(UNASKED);
  readonly #rule: (char: string) => number;

  /** @param rule the class of a character, or of the first half of one; white space must be a separator */
  constructor(rule: (char: string) => number) {
    this.#rule = rule;
    for (let unit = 0; unit < 0x80; unit++) this.ofByte[unit] = this.of(unit);
  }

  /** The class of a UTF-16 unit. */
  of(unit: number): number {
    const known = this.#table[unit];
    if (known !== UNASKED) return known;
    return (this.#table[unit] = this.#rule(String.fromCharCode(unit)));
  }
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

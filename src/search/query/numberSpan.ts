/** The numbers that a filter compares. */
export interface Numbers {
  /** How one is written, as a regular expression without groups that capture. */
  readonly pattern: string;
  /** The distance of two neighbours: what is above 3 begins with 3 and this. */
  readonly step: number;
  readonly first: number;
  readonly last: number;
}

/** A span of numbers, both ends included. */
export interface NumberSpan {
  readonly from: number;
  readonly to: number;
}

/**
 * The span that a text names: `4`, `3..5`, `3..`, `..5`, `>3`, `>=3`, `<3`, `<=3`; a dash may stand for the dots. Undefined for
 * any other text.
 */
export function spanOf(text: string, { pattern, step, first, last }: Numbers): NumberSpan | undefined {
  const compared = new RegExp(`^([<>])(=?)(${pattern})$`).exec(text);
  if (compared) {
    const [, sign, equal, digits] = compared;
    const inside = equal ? 0 : step;
    return sign === '>' ? { from: Number(digits) + inside, to: last } : { from: first, to: Number(digits) - inside };
  }
  const span = new RegExp(`^(${pattern})?(?:\\.\\.|-|–)(${pattern})?$`).exec(text) as (string | undefined)[] | null;
  if (span && (span[1] ?? span[2]) !== undefined) {
    const ends = [span[1] === undefined ? first : Number(span[1]), span[2] === undefined ? last : Number(span[2])];
    return { from: Math.min(...ends), to: Math.max(...ends) };
  }
  return new RegExp(`^${pattern}$`).test(text) ? { from: Number(text), to: Number(text) } : undefined;
}

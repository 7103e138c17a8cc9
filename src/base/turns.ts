/** Marks that turn the direction of the text behind them, beyond the end of what holds them (Unicode annex 9, "Explicit Directional Formatting"). */
const TURNS = /[\u202A-\u202E\u2066-\u2069]/g;

/**
 * A text as it can stand within another: without the marks that would turn that around. Letters of scripts that are written from right
 * to left have their direction without such marks.
 */
export function withoutTurns(text: string): string {
  return text.replace(TURNS, '');
}

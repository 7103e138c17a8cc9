import type { Argument } from './ast';

/** The arguments of a call, by position or by name. */
export class Arguments {
  readonly #args: readonly Argument[];

  constructor(args: readonly Argument[]) {
    this.#args = args;
  }

  number(position: number, name: string, byDefault: number): number {
    const value = this.#value(position, name);
    const number = typeof value === 'string' ? Number.parseInt(value, 10) : value;
    return number === undefined || Number.isNaN(number) ? byDefault : number;
  }

  text(position: number, name: string, byDefault: string): string {
    return String(this.#value(position, name) ?? byDefault);
  }

  #value(position: number, name: string): string | number | undefined {
    const named = this.#args.find((each) => each.name === name);
    const unnamed = this.#args.filter((each) => each.name === undefined);
    return (named ?? unnamed.at(position))?.value;
  }
}

/** The words of a text, without the punctuation around them; what a hyphen or an apostrophe joins is one word. */
export function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{M}\p{N}'’‑‐-]+/u).flatMap((word) => {
    const plain = word.replace(/['’‑‐-]/g, '');
    return plain === '' ? [] : [plain];
  });
}

/** A word with its first letter as a capital; the others stay. */
export function capitalized(word: string): string {
  const [first = ''] = word;
  return first.toUpperCase() + word.slice(first.length);
}

import { type Alternatives, type Argument, type Call, type Part, PatternError } from './ast';

/** Deeper parentheses are no pattern. */
const DEEPEST = 20;
const NAME = /[A-Za-z][A-Za-z0-9]*/y;
const NUMBER = /-?\d{1,6}/y;

/**
 * Parses a formula of Better BibTeX (its manual, "Citation Keys"): `auth.lower + shorttitle(3, 3) + year`, alternatives
 * divided by `|` or `;`. Throws `PatternError`.
 */
export function parseFormula(pattern: string): Alternatives {
  return new FormulaParser(pattern).alternatives();
}

class FormulaParser {
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  alternatives(): Alternatives {
    const all: Part[][] = [];
    for (;;) {
      this.#skip();
      if (this.#at >= this.#text.length && all.length > 0) return all;
      all.push(this.#sum());
      this.#skip();
      if (this.#at >= this.#text.length) return all;
      if (!'|;'.includes(this.#text[this.#at])) this.#unexpected();
      this.#at++;
    }
  }

  #sum(): Part[] {
    const parts = [this.#part()];
    while (this.#take('+')) parts.push(this.#part());
    return parts;
  }

  #part(): Part {
    this.#skip();
    const first = this.#text[this.#at];
    if (first === '"' || first === "'") return { kind: 'text', text: this.#string(), filters: this.#filters() };
    if (first === '(') return this.#group();
    return { kind: 'call', call: this.#call(), filters: this.#filters() };
  }

  #group(): Part {
    const open = this.#at++;
    if (++this.#depth > DEEPEST) this.#unexpected();
    const parts = this.#sum();
    if (!this.#take(')')) throw new PatternError({ code: 'unclosed', sign: '(', at: open });
    this.#depth--;
    return { kind: 'group', parts, filters: this.#filters() };
  }

  #filters(): Call[] {
    const filters: Call[] = [];
    while (this.#take('.')) filters.push(this.#call());
    return filters;
  }

  #call(): Call {
    this.#skip();
    const at = this.#at;
    const name = this.#match(NAME);
    if (name === undefined) this.#unexpected();
    return { name: name, args: this.#args(), at };
  }

  #args(): Argument[] {
    const open = this.#at;
    const args: Argument[] = [];
    if (!this.#take('(')) return args;
    while (!this.#take(')')) {
      if (this.#at >= this.#text.length) throw new PatternError({ code: 'unclosed', sign: '(', at: open });
      args.push(this.#argument());
      if (!this.#take(',') && this.#text[this.#at] !== ')' && this.#at < this.#text.length) this.#unexpected();
    }
    return args;
  }

  #argument(): Argument {
    this.#skip();
    const name = this.#match(NAME);
    if (name !== undefined && !this.#take('=')) return { value: name };
    this.#skip();
    const sign = this.#text[this.#at];
    const text = sign === '"' || sign === "'" ? this.#string() : undefined;
    const number = text === undefined ? (this.#match(NUMBER) ?? this.#match(NAME)) : undefined;
    const value = text ?? number;
    if (value === undefined) this.#unexpected();
    this.#skip();
    const plain = number !== undefined && /^-?\d/.test(number) ? Number(number) : value;
    return name === undefined ? { value: plain } : { name, value: plain };
  }

  #string(): string {
    const start = this.#at;
    const end = this.#text.indexOf(this.#text[start], start + 1);
    if (end < 0) throw new PatternError({ code: 'unclosed', sign: this.#text[start], at: start });
    this.#at = end + 1;
    return this.#text.slice(start + 1, end);
  }

  #take(sign: string): boolean {
    this.#skip();
    if (this.#text[this.#at] !== sign) return false;
    this.#at++;
    return true;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }

  #skip(): void {
    while (/\s/.test(this.#text[this.#at] ?? '')) this.#at++;
  }

  #unexpected(): never {
    throw new PatternError({ code: 'unexpected', found: this.#text[this.#at] ?? '', at: this.#at });
  }
}

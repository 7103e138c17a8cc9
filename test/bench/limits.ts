/** Says of what was measured whether it is within what it must be, and remembers what is not. */
export class Limits {
  readonly #tell: (line: string) => void;
  readonly #missed: string[] = [];

  constructor(tell: (line: string) => void = console.log) {
    this.#tell = tell;
  }

  /** Takes a figure in milliseconds that must be less than another. */
  below(what: string, figure: number, limit: number): void {
    const holds = figure < limit;
    const line = `${what}: ${figure.toFixed(0)} ms, must be less than ${limit} ms`;
    this.#tell(`${holds ? 'held  ' : 'MISSED'} ${line}`);
    if (!holds) this.#missed.push(line);
  }

  /** What is not within its limit. */
  get missed(): readonly string[] {
    return this.#missed;
  }
}

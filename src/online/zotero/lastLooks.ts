/** What remembers a text by a name. */
interface Kept {
  readonly get: (name: string) => string | undefined;
  readonly set: (name: string, value: string) => void;
}

/** So often a look is remembered, in milliseconds: users are told the time to the minute. */
const EVERY_MS = 60_000;

/** When libraries were last looked at, also before VS Code was started; their copies only say when they last changed. */
export class LastLooks {
  readonly #kept: Kept;

  constructor(kept: Kept) {
    this.#kept = kept;
  }

  /** Remembers that a library was looked at. */
  looked(id: string, at: Date): void {
    const before = Date.parse(this.#kept.get(id) ?? '');
    // Clocks are also put back.
    if (!(Math.abs(at.getTime() - before) < EVERY_MS)) this.#kept.set(id, at.toISOString());
  }

  /** When a library was last as its copy is. @param changed when the copy last changed, in ISO 8601; undefined where there is none */
  asOf(id: string, changed: string | undefined): Date | undefined {
    const times = [changed, this.#kept.get(id)].map((time) => Date.parse(time ?? ''));
    const known = times.filter((time) => !Number.isNaN(time));
    return changed === undefined || known.length === 0 ? undefined : new Date(Math.max(...known));
  }
}

import type { FollowedFile } from './selection';

/** What an update did. */
export interface FactsChange<F extends FollowedFile> {
  /** Files with a new fact. */
  readonly changed: readonly F[];
  /** URIs of files that had a fact and have none any more. */
  readonly gone: readonly string[];
  /** Whether all files were looked for, and all that was found has been read. */
  readonly isWhole: boolean;
}

/** Gathers what an update does. */
export class ChangeGatherer<F extends FollowedFile> {
  readonly #changed = new Map<string, F>();
  readonly #gone = new Set<string>();

  changed(file: F): void {
    this.#gone.delete(file.uri);
    this.#changed.set(file.uri, file);
  }

  gone(uri: string): void {
    this.#changed.delete(uri);
    this.#gone.add(uri);
  }

  /** What was gathered; undefined where that is nothing. */
  change(isWhole: boolean): FactsChange<F> | undefined {
    if (this.#changed.size === 0 && this.#gone.size === 0 && !isWhole) return undefined;
    return { changed: [...this.#changed.values()], gone: [...this.#gone], isWhole };
  }
}

import { CITED } from '../editor/paperCompletionItem';
import type { RecentPapers } from '../editor/recentPapers';
import { citekeysOf } from '../sidebar/paperArguments';
import type { Command } from './command';

/** Remembers which papers were cited, so that completions offer them first. */
export class Cited implements Command {
  readonly id = CITED;
  readonly #recent: RecentPapers;

  constructor(recent: RecentPapers) {
    this.#recent = recent;
  }

  execute(...args: unknown[]): void {
    this.#recent.add(citekeysOf(args));
  }
}

import { CITED } from './paperCompletionItem';
import type { RecentPapers } from './recentPapers';
import { citekeysOf } from '../../choosing/paperArguments';
import type { Command } from '../../host/command';

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

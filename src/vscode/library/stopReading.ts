import type { ReadingProgress } from './readingProgress';
import type { Command } from '../host/command';

/** Stops the reading of paper lists that is under way. */
export class StopReading implements Command {
  readonly id = 'literatureNotes.stopReading';
  readonly #progress: ReadingProgress;

  constructor(progress: ReadingProgress) {
    this.#progress = progress;
  }

  execute(): void {
    this.#progress.stop();
  }
}

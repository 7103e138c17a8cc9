import type { Disk } from './disk';

/** Gives new files of a disk names that none has. */
export class NewNames {
  readonly #disk: Pick<Disk, 'link' | 'stat' | 'replace' | 'remove'>;
  #last: Promise<unknown> = Promise.resolve();

  constructor(disk: Pick<Disk, 'link' | 'stat' | 'replace' | 'remove'>) {
    this.#disk = disk;
  }

  /**
   * Gives a file a name, in one step, so that it is there whole or not at all. Rejects with `EEXIST` where another file has the
   * name. The old name may stay where it cannot be taken away.
   */
  async give(from: string, to: string): Promise<void> {
    try {
      // Renaming would overwrite what got the name meanwhile; a link is refused then.
      await this.#disk.link(from, to);
    } catch (error) {
      if (codeOf(error) === 'EEXIST') throw error;
      return this.#rename(from, to);
    }
    // The file has its name; what is left of the old one is nothing that anybody looks for.
    await this.#disk.remove(from).catch(ignoreFailure);
  }

  /**
   * Memory sticks and some network drives know no links. Here one name is given after the other, so that none of ours takes
   * another's. What other programs make between the look and the renaming would be lost; to reserve the name by an empty file
   * would leave that for a note where the host is killed, which happens more.
   */
  #rename(from: string, to: string): Promise<void> {
    const turn = this.#last.then(async () => {
      if (await this.#isThere(to)) throw Object.assign(new Error(`There is a file ${to}`), { code: 'EEXIST' });
      await this.#disk.replace(from, to);
    });
    this.#last = turn.catch(ignoreFailure);
    return turn;
  }

  async #isThere(path: string): Promise<boolean> {
    try {
      await this.#disk.stat(path);
      return true;
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return false;
      throw error;
    }
  }
}

function codeOf(error: unknown): unknown {
  return (error as { code?: unknown }).code;
}

function ignoreFailure(): void {}

import { Cooperation } from '../../base/cooperate';
import type { BetterBibtex } from './betterBibtex';
import type { ZoteroLibrary } from './library';
import { isPartLine, type Snapshot, type SnapshotHead } from './snapshot';

/** Who is asked, and since when. */
interface Asked {
  readonly betterBibtex: BetterBibtex;
  readonly library: () => Promise<ZoteroLibrary>;
  /** What the last snapshot says of itself. */
  readonly head: SnapshotHead;
  /** Gives that snapshot. */
  readonly read: () => Promise<Snapshot | undefined>;
  /** Whether the plug-in is asked for also where it was not there the last time. */
  readonly isThorough: boolean;
}

/** Items that may have another citekey than when they were last seen. */
interface Renamed {
  readonly keys: readonly string[];
  /** They were looked at: what they say stays, also where it is another one than the plug-in says. */
  settle(): void;
}

/**
 * The citekeys that Better BibTeX gives the items of a library, as they were last seen. It makes them anew without that the items change:
 * it keeps them itself, or, where Zotero does, leaves the date of the last change alone (its issue 3459). The object lives as long as a
 * library is followed.
 */
export class GivenCitekeys {
  /** By the keys of the items that can have one; empty where an item has none. */
  #known = new Map<string, string>();
  /** The snapshot that they are of. */
  #of: SnapshotHead | undefined;
  /** What the plug-in said of items that say otherwise themselves. */
  readonly #settled = new Map<string, string>();
  /** Whether there is the plug-in at all; undefined before anybody asked. */
  #isThere: boolean | undefined;

  /** Asks whether there is the plug-in. */
  async probe(betterBibtex: BetterBibtex, signal: AbortSignal): Promise<void> {
    this.#isThere = (await betterBibtex.version(signal)) !== undefined;
  }

  /** There is a newer snapshot. */
  async kept(snapshot: Snapshot): Promise<void> {
    if (this.#isThere === true) await this.#remember(snapshot);
  }

  /** Which items may have another citekey than when they were last seen. The last snapshot is read where it is not the one that was kept. */
  async changed({ betterBibtex, library, head, read, isThorough }: Asked, signal: AbortSignal): Promise<Renamed> {
    if (isThorough || this.#isThere === undefined) await this.probe(betterBibtex, signal);
    const snapshot = this.#isThere === true && this.#of !== head ? await read() : undefined;
    if (snapshot) {
      await this.#remember(snapshot);
      this.#of = head;
      this.#settled.clear();
    }
    if (this.#isThere !== true || this.#of !== head) return { keys: [], settle: () => {} };
    const citekeys = await betterBibtex.citekeys(await library(), [...this.#known.keys()], signal);
    const others = [...citekeys].filter(
      ([key, citekey]) => citekey !== this.#known.get(key) && citekey !== this.#settled.get(key),
    );
    return {
      keys: others.map(([key]) => key),
      settle: () => others.forEach(([key, citekey]) => this.#settled.set(key, citekey)),
    };
  }

  /** Lets others run meanwhile. */
  async #remember({ head, lines }: Snapshot): Promise<void> {
    const cooperation = new Cooperation();
    const known = new Map<string, string>();
    let count = 0;
    for (const [key, line] of lines) {
      if (!isPartLine(line)) known.set(key, citekeyOfLine(line));
      if (++count % 256 === 0) await cooperation.yieldIfDue();
    }
    this.#known = known;
    this.#of = head;
  }
}

/** What stands within a text has its quotes escaped. */
const CITEKEY = /,"citationKey":("(?:[^"\\]|\\.)*")/;

function citekeyOfLine(line: string): string {
  const stated = CITEKEY.exec(line)?.[1];
  return stated === undefined ? '' : String(JSON.parse(stated));
}

import type { Checksum } from '../../base/cache/storedFile';
import type { FileContent } from '../../workspace/factKind';
import type { PackedFile } from './packedFile';
import type { FileVersion, StoredFact, StoredIndex } from './storedFact';

/** Where what files say is kept between starts. */
export interface IndexStore {
  readonly checksum: Checksum;
  /** Milliseconds since 1970. */
  now(): number;
  /** What is kept; undefined where nothing is. */
  read(): Promise<Uint8Array | undefined>;
  /** Has it kept, in a while, in place of what was. */
  writeLater(bytes: () => Promise<Uint8Array>): void;
}

/**
 * What changed within so many milliseconds before it is kept is read again: a file system may count in seconds, so that a second
 * change has the time of the first.
 */
const TOO_FRESH = 3000;

/** What files said when they were last read from the disk, to be kept between starts, so that the next one need not read them. */
export class StoredFacts {
  readonly #store: IndexStore;
  readonly #versions = new Map<string, FileVersion>();
  #stored: Promise<StoredIndex | undefined> | undefined;
  /** Whether more is known than what is kept. */
  #hasNews = false;

  constructor(store: IndexStore) {
    this.#store = store;
  }

  /** What is kept of a file; undefined where it must be read. */
  async of({ uri, size, mtime, unsaved }: FileContent, rules: string): Promise<StoredFact | undefined> {
    if (unsaved !== undefined || !mtime) return undefined;
    const version = { size, mtime, rules };
    const found = (await (this.#stored ??= this.#open()))?.take(uri, version);
    if (found) this.#versions.set(uri, version);
    return found;
  }

  /** A file was read. */
  read({ uri, size, mtime, unsaved }: FileContent, rules: string): void {
    if (unsaved !== undefined || !mtime) {
      this.#versions.delete(uri);
      return;
    }
    this.#versions.set(uri, { size, mtime, rules });
    this.#hasNews = true;
  }

  /** All files are known: has what they say kept; what was kept before is not needed any more. */
  keep(factOf: (uri: string) => PackedFile | undefined): void {
    this.#stored = Promise.resolve(undefined);
    if (!this.#hasNews) return;
    this.#hasNews = false;
    this.#store.writeLater(async () => {
      const newest = this.#store.now() - TOO_FRESH;
      const settled = [...this.#versions].filter(([, { mtime }]) => mtime < newest);
      const { encodeIndex } = await import('./indexCache');
      return encodeIndex(
        settled.map(([uri, version]) => [uri, { ...version, fact: factOf(uri) }]),
        this.#store.checksum,
      );
    });
  }

  async #open(): Promise<StoredIndex | undefined> {
    const bytes = await this.#store.read();
    if (!bytes) return undefined;
    const { decodeIndex } = await import('./indexCache');
    return decodeIndex(bytes, this.#store.checksum);
  }
}

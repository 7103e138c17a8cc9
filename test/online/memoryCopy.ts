import type { KeptCopy } from '../../src/online/zotero/liveLibrary';

/** A copy of a library as windows share it, without a file. */
export class MemoryCopy implements KeptCopy {
  bytes: Uint8Array | undefined;
  /** How often it was read. */
  reads = 0;
  #stamp = 0;

  get text(): string {
    return new TextDecoder().decode(this.bytes);
  }

  read(): Promise<Uint8Array | undefined> {
    this.reads++;
    return Promise.resolve(this.bytes);
  }

  stamp(): Promise<number | undefined> {
    return Promise.resolve(this.bytes && this.#stamp);
  }

  write(bytes: Uint8Array): Promise<void> {
    this.bytes = bytes;
    this.#stamp++;
    return Promise.resolve();
  }
}

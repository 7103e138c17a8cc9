import type { PackReader } from '../packed/packReader';
import { paperCount, type Pack } from '../packed/pack';
import { OpenPack } from '../packed/openPack';
import { PackedPaper } from '../packed/packedPaper';
import type { Places } from '../packed/places';

/** The new papers of a reading, in their order, fetched a few packs at a time. */
export class FreshPapers {
  readonly #reader: PackReader;
  readonly #fetch: (from: number) => Promise<readonly Pack[]>;
  #packs: readonly Pack[] = [];
  #open: OpenPack | undefined;
  /** Packs fetched before those here, the pack that is being taken from, and what is taken from it. */
  #before = 0;
  #pack = 0;
  #taken = 0;

  constructor(reader: PackReader, fetch: (from: number) => Promise<readonly Pack[]>) {
    this.#reader = reader;
    this.#fetch = fetch;
  }

  get isEmpty(): boolean {
    return this.#pack === this.#packs.length;
  }

  async fetch(): Promise<void> {
    this.#before += this.#packs.length;
    this.#packs = await this.#fetch(this.#before);
    if (this.#packs.length === 0) throw new Error('The source was forgotten while it was read');
    this.#pack = 0;
    this.#startPack();
  }

  /** The next paper, which is the one at a position of the source. */
  take(places: Places, at: number): PackedPaper {
    const paper = new PackedPaper(this.#open!, this.#taken++, places, at);
    if (this.#taken === paperCount(this.#packs[this.#pack])) {
      this.#pack++;
      this.#startPack();
    }
    return paper;
  }

  #startPack(): void {
    this.#taken = 0;
    this.#open = this.isEmpty ? undefined : new OpenPack(this.#packs[this.#pack], this.#reader);
  }
}

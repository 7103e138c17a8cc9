import { WorkerCalls, type WorkerPort } from '../base/workerCalls';
import type { SearchChanges, SearchDocument } from './contract';
import { documentFingerprint } from './fingerprint';
import type { SearchCalls, Slot } from './protocol';
import type { SlotTable } from './slots';

/** How long one slice of feeding may hold this thread, in milliseconds. */
const SLICE_MS = 4;
/** How many slices may wait in the worker, so that a query is never behind a long queue. */
const SLICES_AHEAD = 2;
/** The clock is read once in so many papers. */
const CLOCK_STEP = 16;

/** What a session starts from. */
export interface SessionStart {
  readonly cacheFile?: string;
  /** Whether to read the cache; a worker that replaces a dead one does not, as the cache may be what killed it. */
  readonly readCache: boolean;
  /** The papers of the library, where they are known. */
  readonly documents?: readonly SearchDocument[];
}

/** One worker, from its start to its death, and what it has been fed. */
export class SearchSession {
  readonly calls: WorkerCalls<SearchCalls>;
  /** Resolves when the worker has papers to search, be it only those of its cache. */
  readonly searchable: Promise<unknown>;
  /** Resolves when the worker has the papers it was started with. */
  readonly ready: Promise<void>;
  readonly #slots: SlotTable;
  readonly #cached = new Map<string, number>();
  #feeding: Promise<void>;

  constructor(port: WorkerPort, slots: SlotTable, start: SessionStart) {
    this.calls = new WorkerCalls(port);
    this.#slots = slots;
    const opened = this.#open(start);
    this.ready = start.documents ? opened.then(() => this.#become(start.documents!)) : opened;
    this.searchable = opened.then(() => (this.#cached.size > 0 ? undefined : this.ready));
    this.#feeding = this.ready.catch(() => undefined);
    this.searchable.catch(() => undefined);
  }

  /** Sends changes, after all that was sent before; resolves when the next search sees them. */
  feed(changes: SearchChanges): Promise<void> {
    return this.#inTurn(() => this.#send(changes));
  }

  /** Makes these the papers, sending only what differs from the cache. To be called once, before any `feed`. */
  become(documents: readonly SearchDocument[]): Promise<void> {
    return this.#inTurn(() => this.#become(documents));
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#feeding.then(work);
    this.#feeding = done.catch(() => undefined);
    return done;
  }

  async #open({ cacheFile, readCache }: SessionStart): Promise<void> {
    const { ids, fingerprints } = await this.calls.call('open', { cacheFile, readCache });
    for (const [i, id] of ids.entries()) {
      this.#slots.slot(id);
      this.#cached.set(id, fingerprints[i]);
    }
  }

  async #become(documents: readonly SearchDocument[]): Promise<void> {
    await this.#send(await changesSince(this.#cached, documents));
  }

  async #send({ put, removed }: SearchChanges): Promise<void> {
    const underway: Promise<unknown>[] = [];
    for (let at = 0; at < put.length;) {
      const slice = this.#slice(put, at);
      at += slice.documents.length;
      underway.push(this.calls.call('put', slice));
      if (underway.length >= SLICES_AHEAD) await underway.shift();
      if (at < put.length) await pause();
    }
    const gone = removed.map((id) => this.#slots.find(id)).filter((slot) => slot !== undefined);
    if (gone.length > 0) underway.push(this.calls.call('remove', { slots: gone }));
    underway.push(this.calls.call('commit', null));
    await Promise.all(underway);
  }

  /** As many papers as can be prepared and cloned in one slice of time. */
  #slice(documents: readonly SearchDocument[], from: number): { slots: Slot[]; documents: SearchDocument[] } {
    const slice = { slots: [] as Slot[], documents: [] as SearchDocument[] };
    let cost = 0;
    for (let at = from; at < documents.length && cost < CHARACTERS_PER_SLICE; at++) {
      const document = plainDocument(documents[at]);
      slice.slots.push(this.#slots.slot(document.id));
      slice.documents.push(document);
      cost += PAPER_COST + textLength(document);
    }
    return slice;
  }
}

/** Characters that reading and cloning takes about a slice of time for, measured with margin. */
const CHARACTERS_PER_SLICE = 200_000;
/** What a paper costs beside its text, in the same measure. */
const PAPER_COST = 1000;

function textLength({ title, abstract, note }: SearchDocument): number {
  return title.length + (abstract?.length ?? 0) + (note?.text.length ?? 0);
}

/** A document that can be cloned: one that is given may read its fields from elsewhere when they are asked for. */
function plainDocument(document: SearchDocument): SearchDocument {
  const { id, title, authors, year, venue, abstract, keywords, aliases, type, source, doi, arxiv, language } = document;
  const { contentHash, note } = document;
  const texts = { id, title, authors, year, venue, abstract, keywords, aliases };
  return { ...texts, type, source, doi, arxiv, language, contentHash, note };
}

/** What turns the papers of a cache into these documents. Takes its time in slices. */
async function changesSince(cached: Map<string, number>, documents: readonly SearchDocument[]): Promise<SearchChanges> {
  if (cached.size === 0) return { put: documents, removed: [] };
  const put: SearchDocument[] = [];
  const kept = new Set<string>();
  let sliceStart = performance.now();
  for (const [i, document] of documents.entries()) {
    kept.add(document.id);
    if (cached.get(document.id) !== documentFingerprint(document)) put.push(document);
    if (i % CLOCK_STEP === 0 && performance.now() - sliceStart > SLICE_MS) {
      await pause();
      sliceStart = performance.now();
    }
  }
  return { put, removed: [...cached.keys()].filter((id) => !kept.has(id)) };
}

/** Lets the other work of this thread run. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

import { WorkerCalls, type WorkerPort } from '../base/workerCalls';
import type { FacetChange, SearchChanges, SearchDocument } from './contract';
import { documentFingerprint } from './fingerprint';
import { transferOf } from './transfer';
import type { SearchCalls } from './protocol';
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
  /** All facets, where they are known. */
  readonly facets?: readonly FacetChange[];
}

/** One worker, from its start to its death, and what it has been fed. */
export class WorkerSession {
  readonly calls: WorkerCalls<SearchCalls>;
  /** Resolves when the worker has papers to search, be it only those of its cache. */
  readonly searchable: Promise<unknown>;
  /** Resolves when the worker has the papers it was started with. */
  readonly ready: Promise<void>;
  /** Resolves when the slots of the cache's papers are taken; no other paper may get one before. */
  readonly #opened: Promise<void>;
  readonly #slots: SlotTable;
  readonly #cached = new Map<string, number>();
  #feeding: Promise<void>;

  constructor(port: WorkerPort, slots: SlotTable, start: SessionStart) {
    this.calls = new WorkerCalls(port);
    this.#slots = slots;
    const opened = this.#open(start);
    this.#opened = opened;
    this.ready = opened.then(() => this.#take(start));
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

  /** Sets facets; `all`: no other paper has any. Costs the same however many papers there are. */
  async setFacets(changes: readonly FacetChange[], all: boolean): Promise<void> {
    await this.#opened;
    const slots = changes.map(({ id }) => this.#slots.slot(id));
    await this.calls.call('facets', { slots, facets: changes.map(({ facets }) => facets), all });
  }

  async #take({ documents, facets }: SessionStart): Promise<void> {
    if (facets) await this.setFacets(facets, true);
    if (documents) await this.#become(documents);
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

  /** A call that is waited for later: when it fails before, that is not missed, but told then. */
  #call<Name extends keyof SearchCalls>(name: Name, request: SearchCalls[Name]['request']): Promise<unknown> {
    const reply = this.calls.call(name, request);
    reply.catch(() => undefined);
    return reply;
  }

  async #send({ put, removed }: SearchChanges): Promise<void> {
    const underway: Promise<unknown>[] = [];
    for (let at = 0; at < put.length;) {
      const transfer = transferOf(put, at);
      const slots = transfer.documents.map(({ id }) => this.#slots.slot(id));
      at += slots.length;
      underway.push(this.#call('put', { slots, transfer }));
      if (underway.length >= SLICES_AHEAD) await underway.shift();
      if (at < put.length) await pause();
    }
    const gone = removed.map((id) => this.#slots.find(id)).filter((slot) => slot !== undefined);
    if (gone.length > 0) underway.push(this.#call('remove', { slots: gone }));
    underway.push(this.#call('commit', null));
    await Promise.all(underway);
  }
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

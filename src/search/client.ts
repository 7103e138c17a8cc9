import { reasonOf } from '../base/reason';
import { WorkerDied, type WorkerPort } from '../base/workerCalls';
import { ColumnAnswer } from './answer';
import type {
  Explanation,
  FacetChange,
  Facets,
  RelatedPaper,
  SearchAnswer,
  SearchChanges,
  SearchDocument,
  SearchService,
  SupportingPaper,
} from './contract';
import type { RankablePaper, RankedPaper, RankingWishes } from './digest/contract';
import { rankedPapers, rankRequest } from './digest/wire';
import { pause, WorkerSession } from './workerSession';
import { SlotTable } from './slots';

/** Feeding is begun again so often; a question is asked again once. */
const FEEDING_RETRIES = 3;
/** After the second death in a row a new worker waits so long, then twice as long each time, in milliseconds … */
const FIRST_WAIT = 250;
/** … but never longer than this. */
const LONGEST_WAIT = 5000;
/** So many documents are taken in before other work of this thread gets its turn. */
const TAKEN_AT_ONCE = 4000;
/** Enough for all papers of any library. */
const NO_LIMIT = 0xffffffff;
const DEFAULT_RELATED = 10;
const DEFAULT_SUPPORT = 20;
/** More of a text than this is not looked at for what supports it: pages of it speak of everything. */
const LONGEST_TEXT = 10_000;

/** How a client keeps its index between sessions. */
export interface SearchClientOptions {
  /** Path of the library's cache file; its folder must exist. */
  readonly cacheFile?: string;
  /** Waits so many milliseconds. */
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/**
 * The search in a worker thread. The documents given to it are its source of truth: when the worker dies it is started
 * again and fed again, and a call that was pending is made again once. Workers that die one after the other are started
 * ever later, but always again when something is asked.
 *
 * @example
 * const client = new SearchClient(() => portOf(new Worker(file)), { cacheFile });
 * await client.update({ put: documents, removed: [] });
 * const answer = await client.search('title:diffusion year:2020..');
 */
export class SearchClient implements SearchService {
  readonly #start: () => WorkerPort;
  readonly #cacheFile: string | undefined;
  readonly #slots = new SlotTable();
  readonly #documents = new Map<string, SearchDocument>();
  readonly #facets = new Map<string, Facets>();
  #facetsTold = false;
  /** Whether the documents are the library; before the first update a cache may stand in for it. */
  #told = false;
  readonly #wait: (milliseconds: number) => Promise<void>;
  #session: WorkerSession | undefined;
  /** Workers that died since one answered. */
  #deaths = 0;
  /** A worker that takes the place of a dead one. */
  #starting: Promise<WorkerSession> | undefined;
  /** Resolves when the changes so far are made to the documents. */
  #taking: Promise<void> = Promise.resolve();
  #disposed = false;

  constructor(start: () => WorkerPort, options: SearchClientOptions = {}) {
    this.#start = start;
    this.#cacheFile = options.cacheFile;
    this.#wait = options.wait ?? pauseFor;
  }

  /** Starts the worker and its cache before the first papers are known. Never rejects. */
  async open(): Promise<void> {
    await this.#attempt((session) => session.ready).catch(() => undefined);
  }

  /**
   * The first update is taken as the whole library: papers of the cache that are not in it go. Resolves when the next
   * search sees the changes.
   */
  async update(changes: SearchChanges): Promise<void> {
    const taken = this.#taking.then(() => this.#take(changes));
    this.#taking = taken.catch(() => undefined);
    await taken;
    const before = this.#session;
    const first = !this.#told;
    this.#told = true;
    await this.#attempt((session) => {
      if (session !== before) return session.ready;
      return first ? session.become([...this.#documents.values()]) : session.feed(changes);
    }, FEEDING_RETRIES);
  }

  async setFacets(changes: readonly FacetChange[]): Promise<void> {
    for (const { id, facets } of changes) this.#facets.set(id, facets);
    const before = this.#session;
    const all = !this.#facetsTold;
    this.#facetsTold = true;
    await this.#attempt((session) => (session === before ? session.setFacets(changes, all) : session.ready));
  }

  async search(query: string, limit = NO_LIMIT): Promise<SearchAnswer> {
    const reply = await this.#ask(({ calls }) => calls.call('search', { query, limit }));
    return new ColumnAnswer(query, reply, this.#slots);
  }

  async explain(id: string, query: string): Promise<Explanation | undefined> {
    const slot = this.#slots.find(id);
    if (slot === undefined) return undefined;
    return (await this.#ask(({ calls }) => calls.call('explain', { slot, query }))) ?? undefined;
  }

  async related(id: string, limit = DEFAULT_RELATED): Promise<RelatedPaper[]> {
    const slot = this.#slots.find(id);
    if (slot === undefined) return [];
    const { slots, similarities } = await this.#ask(({ calls }) => calls.call('related', { slot, limit }));
    return Array.from(slots, (other, i) => ({ id: this.#slots.id(other), similarity: similarities[i] }));
  }

  async support(text: string, limit = DEFAULT_SUPPORT): Promise<SupportingPaper[]> {
    const reply = await this.#ask(({ calls }) => calls.call('support', { text: text.slice(0, LONGEST_TEXT), limit }));
    const { slots, scores, fields, sentences } = reply;
    return Array.from(slots, (slot, i) => ({
      id: this.#slots.id(slot),
      field: fields[i],
      sentence: sentences[i],
      score: scores[i],
    }));
  }

  async rank(candidates: readonly RankablePaper[], wishes: RankingWishes): Promise<RankedPaper[]> {
    const reply = await this.#ask(({ calls }) => calls.call('rank', rankRequest(candidates, wishes, this.#slots)));
    return rankedPapers(reply, wishes, this.#slots);
  }

  /** Writes the cache file where the papers changed since it was read; without a cache file nothing happens. */
  async save(): Promise<void> {
    if (this.#cacheFile !== undefined) await this.#attempt(({ calls }) => calls.call('save', null));
  }

  dispose(): void {
    this.#disposed = true;
    this.#session?.calls.end();
    this.#session = undefined;
    this.#documents.clear();
  }

  /** Makes the changes to the documents, in slices. */
  async #take({ put, removed }: SearchChanges): Promise<void> {
    for (const id of removed) this.#documents.delete(id);
    for (const [i, document] of put.entries()) {
      this.#documents.set(document.id, document);
      if ((i + 1) % TAKEN_AT_ONCE === 0) await pause();
    }
  }

  #facetChanges(): FacetChange[] {
    return Array.from(this.#facets, ([id, facets]) => ({ id, facets }));
  }

  #ask<Result>(question: (session: WorkerSession) => Promise<Result>): Promise<Result> {
    return this.#attempt((session) => session.searchable.then(() => question(session)));
  }

  /** Does something with a living worker; again with a new worker where one died over it, so often at most. */
  async #attempt<Result>(work: (session: WorkerSession) => Promise<Result>, retries = 1): Promise<Result> {
    for (let retry = 0; ; retry++) {
      const session = await this.#living();
      try {
        const result = await work(session);
        this.#deaths = 0;
        return result;
      } catch (error) {
        if (!(error instanceof WorkerDied) || this.#disposed) throw error;
        if (retry === retries) throw new Error(`The search worker keeps ending: ${reasonOf(error)}`, { cause: error });
      }
    }
  }

  async #living(): Promise<WorkerSession> {
    if (this.#disposed) throw new Error('The search was closed');
    if (this.#session && !this.#session.calls.dead) return this.#session;
    if (!this.#session) return this.#begin(true);
    this.#starting ??= this.#beginAgain().finally(() => (this.#starting = undefined));
    return this.#starting;
  }

  async #beginAgain(): Promise<WorkerSession> {
    if (this.#deaths++ > 0) await this.#wait(Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (this.#deaths - 2)));
    if (this.#disposed) throw new Error('The search was closed');
    return this.#begin(false);
  }

  #begin(readCache: boolean): WorkerSession {
    this.#session = new WorkerSession(this.#start(), this.#slots, {
      cacheFile: this.#cacheFile,
      readCache,
      documents: this.#told ? [...this.#documents.values()] : undefined,
      facets: this.#facetsTold ? this.#facetChanges() : undefined,
    });
    return this.#session;
  }
}

function pauseFor(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

import { SYSTEM_CLOCK, type Clock } from '../base/clock';
import { inBackground } from '../base/inBackground';
import type { CallHandlers } from '../base/workerCalls';
import type { Decompress } from '../base/compression';
import { TransferReader } from '../library/packed/transfer';
import { type CachedCorpus, decodeCorpus, type Decoding, encodeCorpus, writtenTexts } from './cache/corpusCache';
import { decodeFacets, encodeFacets } from './cache/facetCache';
import type { ByteSource } from '../base/cache/storedFile';
import type { CacheStorage, ScratchFile } from './cache/storage';
import { Corpus } from './corpus';
import type { Facets } from './contract';
import { rankingSteps } from './digest/rank';
import { documentFingerprint } from './fingerprint';
import type { OpenReply, RankReply, RankRequest, SearchCalls, SearchReply, Slot } from './protocol';
import type { LiveIndex } from './index/liveIndex';
import { explain, related, support } from './questions';
import { Searcher } from './ranking/searcher';
import { ByteLog, type LogSize } from './store/byteLog';
import { documentsOf, type Transfer } from './transfer';

/** So many papers are fingerprinted between two pauses. */
const PAPERS_PER_STEP = 200;
/** The cache is written when nothing changed for so long, in milliseconds. */
const QUIET_BEFORE_SAVE = 15_000;

/** A query that follows the opening sooner than this is not kept waiting by the warm-up; in milliseconds. */
const BEFORE_WARM_UP = 20;

/** So many changed papers leave garbage behind that an idle thread would keep for long. */
const MANY_CHANGES = 5000;
/** The garbage is collected so long after such a change, in milliseconds: when the first searches have their answers. */
const BEFORE_COLLECTING = 2000;
/** In a large update the garbage is collected after so many papers each, so that it does not add up to more than the papers. */
const COLLECT_EVERY = 20_000;

/** What the engine needs of the thread that it runs in. */
export interface EngineHost {
  /** Where cache files are kept; without it there is no cache. */
  readonly storage?: CacheStorage;
  /** How much of the papers' texts stays in memory; 8 MB unless told. */
  readonly textsInMemory?: LogSize;
  /** Undoes what the library made its papers smaller with. */
  readonly decompress: Decompress;
  /** Gives memory back that is not needed any more. */
  readonly collectGarbage?: () => void;
  /** Tells when the cache is to be written; the machine's unless told. */
  readonly clock?: Clock;
  /** Lets other calls be answered during long work. */
  pause(): Promise<void>;
  /** Ends the thread, as what it has turned out to be damaged; another one is given the papers anew. */
  giveUp(): never;
}

const PLAIN_HOST: EngineHost = {
  decompress: () => {
    throw new Error('Stored papers cannot be read here');
  },
  pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
  giveUp: () => {
    throw new Error('The cached papers are damaged');
  },
};

/** What runs in the worker: the papers, and the answers to the calls about them. */
export class SearchEngine {
  readonly #host: EngineHost;
  readonly #reader: TransferReader;
  #corpus: Corpus;
  #searcher: Searcher;
  /** Resolves when nothing is being merged or written; changes wait for it, queries do not. */
  #settled: Promise<void> = Promise.resolve();
  #searched = false;
  #cacheFile: string | undefined;
  /** The corpus's count of changes when the cache was read or written, and the facets' count. */
  #savedChanges = 0;
  #savedFacets = 0;
  /** The corpus's count of changes when they were committed last, and when garbage was collected. */
  #committedChanges = 0;
  #collectedChanges = 0;
  #cancelSave: (() => void) | undefined;

  constructor(host: EngineHost = PLAIN_HOST) {
    this.#host = host;
    this.#reader = new TransferReader(host.decompress);
    this.#corpus = new Corpus((first) => this.#newLog(first));
    this.#searcher = new Searcher(this.#corpus);
  }

  /** The calls of the protocol, bound to this engine. */
  handlers(): CallHandlers<SearchCalls> {
    return {
      open: ({ cacheFile, readCache }) => this.#open(cacheFile, readCache),
      put: ({ slots, transfer }) => this.#change(() => this.#put(slots, transfer)),
      remove: ({ slots }) => this.#change(() => slots.forEach((slot) => this.#corpus.remove(slot))),
      commit: () => this.#change(() => this.#commit()),
      facets: ({ slots, facets, all }) => this.#change(() => this.#setFacets(slots, facets, all)),
      search: ({ query, limit }) => this.search(query, limit),
      explain: ({ slot, query }) => explain(this.#corpus, slot, query),
      related: ({ slot, limit }) => related(this.#corpus, slot, limit),
      support: ({ text, limit }) => support(this.#corpus, this.#searcher, text, limit),
      rank: (request) => this.#rank(request),
      save: () => this.#save(),
    };
  }

  /** The index as of the last commit. */
  get index(): LiveIndex {
    return this.#corpus.index;
  }

  /** The answer to a query; at most `limit` hits, of however many papers are found. */
  search(query: string, limit: number): SearchReply {
    this.#searched = true;
    const { documents, scores, fields, ...findings } = this.#searcher.search(query, limit);
    const slots = documents.map((document) => this.#corpus.slot(document));
    const searched = this.#corpus.index.statistics.documents;
    return { ...findings, searched, hits: { slots, scores: Float32Array.from(scores), fields } };
  }

  #put(slots: readonly Slot[], transfer: Transfer): void {
    const documents = documentsOf(transfer, this.#reader);
    for (const [i, slot] of slots.entries()) this.#corpus.put(slot, documents[i]);
    if (this.#corpus.changes - this.#collectedChanges >= COLLECT_EVERY) this.#collect();
  }

  #setFacets(slots: readonly Slot[], facets: readonly Facets[], all: boolean): void {
    const table = this.#corpus.facets;
    if (all) table.clear();
    for (const [i, slot] of slots.entries()) table.set(slot, facets[i]);
    this.#saveLater();
  }

  async #open(cacheFile: string | undefined, readCache: boolean): Promise<OpenReply> {
    this.#cacheFile = cacheFile;
    const cached = cacheFile !== undefined && readCache ? await this.#load(cacheFile) : undefined;
    if (!cached) return { ids: [], fingerprints: new Float64Array() };
    this.#corpus = new Corpus((first) => this.#newLog(first), cached.parts);
    this.#searcher = new Searcher(this.#corpus);
    await this.#readFacets(cacheFile!, this.#host.storage!, cached.ids);
    setTimeout(() => this.#warmUp(), BEFORE_WARM_UP);
    return { ids: cached.ids, fingerprints: cached.fingerprints };
  }

  async #load(path: string): Promise<CachedCorpus | undefined> {
    const { storage } = this.#host;
    const file = await storage?.open(path);
    if (!storage || !file) return undefined;
    const cached = decodeCorpus(file, this.#decoding(storage));
    if (!cached) file.close();
    return cached;
  }

  #decoding({ checksum }: CacheStorage): Decoding {
    return { checksum, onDamage: () => this.#host.giveUp(), newLog: (first) => this.#newLog(first) };
  }

  #newLog(first?: ByteSource): ByteLog {
    return new ByteLog(() => this.#openScratch(), first, this.#host.textsInMemory);
  }

  /** A file for texts that would take much memory, in the folder of the cache. */
  #openScratch(): ScratchFile | undefined {
    return this.#cacheFile === undefined ? undefined : this.#host.storage?.scratch(this.#cacheFile);
  }

  /** Runs what every query runs once, so that the first one need not wait for the compiler. */
  #warmUp(): void {
    if (this.#searched) return;
    for (const query of ['title abstract', 'learn', 'wamr~1']) this.#searcher.search(query, 1);
  }

  async #change(change: () => void): Promise<null> {
    await this.#settled;
    change();
    return null;
  }

  #commit(): void {
    this.#corpus.commit();
    const changes = this.#corpus.changes - this.#committedChanges;
    if (changes >= COLLECT_EVERY) this.#collect();
    else if (changes >= MANY_CHANGES) setTimeout(() => this.#collect(), BEFORE_COLLECTING);
    this.#committedChanges = this.#corpus.changes;
    this.#searcher = new Searcher(this.#corpus);
    if (this.#corpus.wantsMerge) this.#settled = this.merge().catch(() => this.#host.giveUp());
    this.#saveLater();
  }

  #saveLater(): void {
    if (this.#cacheFile === undefined || !this.#host.storage) return;
    this.#cancelSave?.();
    const { clock = SYSTEM_CLOCK } = this.#host;
    this.#cancelSave = clock.after(QUIET_BEFORE_SAVE, () => inBackground(this.#save()));
  }

  #collect(): void {
    this.#collectedChanges = this.#corpus.changes;
    this.#host.collectGarbage?.();
  }

  /** Makes one segment of all changes; queries are answered meanwhile. */
  async merge(): Promise<void> {
    const steps = this.#corpus.merge();
    while (!steps.next().done) await this.#host.pause();
    this.#searcher = new Searcher(this.#corpus);
  }

  /** Ranks papers; queries are answered meanwhile. */
  async #rank(request: RankRequest): Promise<RankReply> {
    const steps = rankingSteps(this.#corpus, request);
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value;
      await this.#host.pause();
    }
  }

  async #save(): Promise<null> {
    await this.#settled;
    this.#cancelSave?.();
    const { storage } = this.#host;
    if (this.#cacheFile === undefined || !storage) return null;
    if (this.#corpus.facets.changes !== this.#savedFacets) await this.#writeFacets(this.#cacheFile, storage);
    if (this.#corpus.changes === this.#savedChanges) return null;
    this.#settled = this.#write(this.#cacheFile, storage);
    await this.#settled;
    return null;
  }

  async #writeFacets(path: string, storage: CacheStorage): Promise<void> {
    const { facets } = this.#corpus;
    const { changes } = facets;
    const documents = this.#corpus.livingDocuments().filter((document) => facets.has(this.#corpus.slot(document)));
    const ids = documents.map((document) => this.#corpus.document(document).id);
    const columns = facets.columns(documents.map((document) => this.#corpus.slot(document)));
    if (await storage.replace(facetFile(path), encodeFacets({ ids, columns }, storage.checksum)))
      this.#savedFacets = changes;
  }

  /** Takes over the facets of a cache; `ids` by slot. */
  async #readFacets(path: string, storage: CacheStorage, ids: readonly string[]): Promise<void> {
    const file = await storage.open(facetFile(path));
    const cached = file && decodeFacets(file, this.#decoding(storage));
    file?.close();
    if (!cached) return;
    const places = new Map(cached.ids.map((id, place) => [id, place]));
    const { facets } = this.#corpus;
    for (const [slot, id] of ids.entries()) {
      const place = places.get(id);
      if (place !== undefined) facets.setFrom(cached.columns, place, slot);
    }
    this.#savedFacets = facets.changes;
  }

  async #write(path: string, storage: CacheStorage): Promise<void> {
    if (!this.#corpus.parts()) await this.merge();
    const parts = this.#corpus.parts();
    if (!parts) return;
    const ids: string[] = [];
    const fingerprints = new Float64Array(parts.segment.count);
    for (let document = 0; document < fingerprints.length; document++) {
      const paper = this.#corpus.document(document);
      ids.push(paper.id);
      fingerprints[document] = documentFingerprint(paper);
      if (document % PAPERS_PER_STEP === 0) await this.#host.pause();
    }
    const { log } = parts.store;
    // Some systems do not replace a file that is open.
    if (!log.detach()) return;
    if (!(await storage.replace(path, encodeCorpus({ parts, ids, fingerprints }, storage.checksum)))) return;
    this.#savedChanges = this.#corpus.changes;
    if (!storage.readsStretches) return;
    const file = await storage.open(path);
    const texts = file && writtenTexts(file, this.#decoding(storage));
    if (texts?.length === log.length) log.rebase(texts);
    else file?.close();
  }
}

/** The cache file of the facets, beside that of the index. */
function facetFile(path: string): string {
  return `${path}.facets`;
}

import { everyFew, type Step, UNCOUNTED } from '../../base/steps';
import { fileOfBytes, type Checksum } from '../../base/cache/storedFile';
import type { Compress } from '../../base/compression';
import { hash53, hashBytes53 } from '../../base/hash';
import { applyEdits } from '../../base/textEdit';
import type { CallHandlers } from '../../base/workerCalls';
import type { Paper } from '../model/paper';
import { contentHash, packPapers, paperCount, type Pack } from '../packed/pack';
import { PLACE, placesOf, type Places } from '../packed/places';
import { limitProblems } from '../model/problemLimit';
import { changeSource } from '../writing/changeSource';
import { decodeCache, encodeCache, type CachedReading } from './cache';
import { formerIndexes, NEW } from './delta';
import type { ReadingCalls, ReadingFacts, ReadReply, ReadRequest } from './protocol';
import { givenTo, type Contexts } from './sharedContexts';
import { SourceTexts, type SourceContent } from './sourceTexts';

/** What the server needs of the thread that it runs in. */
export interface ServerPorts {
  readonly checksum: Checksum;
  readonly compress: Compress;
  /** Gives memory back that is not needed any more. */
  readonly collectGarbage?: () => void;
  /** The bytes of a file; rejects where it cannot be read. */
  readonly readFile: (file: string) => Promise<Uint8Array>;
  /** Replaces a file as a whole, so that a reader finds the old or the new one; rejects where that fails. */
  readonly replaceFile: (file: string, chunks: Iterable<Uint8Array>) => Promise<void>;
}

/** The last reading of a source. */
interface Delivered {
  readonly reading: ReadingFacts;
  readonly places: Places;
  /** What other sources gave to it, of what it wanted. */
  readonly given: string;
  /** All papers, until they are freed. */
  papers: readonly Paper[];
  /** Those of them that the other side does not know. */
  fresh: readonly Paper[];
  /** The packs of the new papers so far. */
  packs: Pack[];
  /** How many of the new papers are packed, and how many packs the other side has fetched. */
  packed: number;
  fetched: number;
  /** How often the source was read since it was last freed. */
  readonly readings: number;
  /** Tells what was read from other contents, until it is cached; undefined where it came from the cache. */
  fingerprint?: string;
}

/** Packs in one message. */
const PACKS_AT_ONCE = 8;
/** Steps of a reading of which one is reported: papers or lines, of which thousands take no time, or ten of them a second. */
const STEPS_REPORTED = 100;
/** From how many papers on memory counts for more than time. */
export interface ServerLimits {
  /** Papers of all sources that are kept, with the parsed text that they came from, for reading a changed source faster. */
  readonly kept: number;
  /** Papers of a source from which on they are compressed: of fewer it would take longer than the memory is worth. */
  readonly plain: number;
}

const LIMITS: ServerLimits = { kept: 20_000, plain: 20_000 };

/** Reads sources and tells what changed since the last time. Runs in a thread of its own, but knows nothing of threads. */
export class ReadingServer {
  readonly #ports: ServerPorts;
  readonly #limits: ServerLimits;
  readonly #texts = new SourceTexts();
  /** The sources that were last sent as texts. */
  readonly #sent = new Map<string, string>();
  /** In the order of their last reading. */
  readonly #delivered = new Map<string, Delivered>();
  /** The content hashes of papers by their records: one record makes one paper. */
  readonly #hashes = new WeakMap<Paper['record'], number>();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(ports: ServerPorts, limits = LIMITS) {
    this.#ports = ports;
    this.#limits = limits;
  }

  handlers(): CallHandlers<ReadingCalls> {
    return {
      read: (request, report = UNCOUNTED) => this.#inTurn(() => this.#read(request, everyFew(STEPS_REPORTED, report))),
      packs: ({ uri, from }) => this.#packs(uri, from),
      save: ({ uri, cacheFile }) => this.#inTurn(() => this.#save(uri, cacheFile)),
      change: ({ format, text, change }) => changeSource(format, text, change),
      forget: ({ uri }) => this.#inTurn(() => this.#forget(uri)),
    };
  }

  /** While one call waits for a file the next one does not begin: one source at a time is held in memory. */
  #inTurn<Reply>(work: () => Reply | Promise<Reply>): Promise<Reply> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  #forget(uri: string): undefined {
    this.#texts.forget(uri);
    this.#sent.delete(uri);
    this.#delivered.delete(uri);
    return undefined;
  }

  async #read(request: ReadRequest, step: Step): Promise<ReadReply> {
    this.#packAll(step);
    const { uri, fileName, given, known, cacheFile, missingField } = request;
    const content = await this.#contentOf(request);
    const fingerprint = cacheFile === undefined ? undefined : `${fingerprintOf(fileName, content)}-${missingField}`;
    const cached = known.length === 0 ? await this.#fromCache(cacheFile, fingerprint, given) : undefined;
    if (cached) return this.#deliverCached(uri, cached);
    const { papers, ...read } = this.#texts.read(uri, fileName, content, given, step);
    const lacks = missingField === undefined ? [] : this.#texts.missingFields(uri, papers, missingField);
    // Nobody reads thousands of problems, and sending them would take longer than reading the source.
    const reading = { ...read, problems: limitProblems([...read.problems, ...lacks]) };
    const former =
      known.length > 0
        ? formerIndexes(
            known,
            Float64Array.from(papers, (paper) => {
              step();
              return this.#hash(paper);
            }),
          )
        : new Int32Array(papers.length).fill(NEW);
    const places = placesOf(papers);
    this.#deliver(uri, {
      reading,
      places,
      papers,
      fresh: papers.filter((_, i) => former[i] === NEW),
      packs: [],
      packed: 0,
      fetched: 0,
      given: givenTo(reading, given),
      readings: (this.#delivered.get(uri)?.readings ?? 0) + 1,
      fingerprint,
    });
    return { reading, former, places };
  }

  async #contentOf({ uri, content }: ReadRequest): Promise<SourceContent> {
    const before = this.#sent.get(uri);
    this.#sent.delete(uri);
    if (content instanceof Uint8Array) return content;
    if (typeof content === 'object' && 'path' in content) return this.#ports.readFile(content.path);
    if (typeof content === 'object' && before === undefined) throw new Error(`No text of ${uri} that could be changed`);
    const text = typeof content === 'string' ? content : applyEdits(before!, [content]);
    this.#sent.set(uri, text);
    return text;
  }

  async #fromCache(
    cacheFile: string | undefined,
    fingerprint: string | undefined,
    given: Contexts,
  ): Promise<CachedReading | undefined> {
    if (cacheFile === undefined || fingerprint === undefined) return undefined;
    try {
      const cached = decodeCache(fileOfBytes(await this.#ports.readFile(cacheFile)), fingerprint, this.#ports.checksum);
      return cached && cached.given === givenTo(cached.reading, given) ? cached : undefined;
    } catch {
      // A cache that is not there or cannot be read is no error: the source is read instead.
      return undefined;
    }
  }

  #deliverCached(uri: string, { reading, places, packs, given }: CachedReading): ReadReply {
    const counts = { packed: 0, fetched: 0, readings: 0 };
    this.#deliver(uri, { reading, places, papers: [], fresh: [], packs: [...packs], ...counts, given });
    const count = packs.reduce((sum, pack) => sum + paperCount(pack), 0);
    return { reading, former: new Int32Array(count).fill(NEW), places };
  }

  #deliver(uri: string, delivered: Delivered): void {
    this.#delivered.delete(uri);
    this.#delivered.set(uri, delivered);
  }

  #packs(uri: string, from: number): readonly Pack[] {
    const delivered = this.#delivered.get(uri);
    if (!delivered) return [];
    while (delivered.packs.length < from + PACKS_AT_ONCE && delivered.packed < delivered.fresh.length) {
      this.#packMore(delivered);
    }
    if (delivered.packed === delivered.fresh.length) this.#free();
    const packs = delivered.packs.slice(from, from + PACKS_AT_ONCE);
    delivered.fetched = from + packs.length;
    return packs;
  }

  #packMore(delivered: Delivered): void {
    const { fresh, packed } = delivered;
    const pack = packPapers(fresh, packed, this.#compressFor(fresh));
    for (const [i, hash] of pack.hashes.entries()) this.#hashes.set(fresh[packed + i].record, hash);
    delivered.packs.push(pack);
    delivered.packed += paperCount(pack);
  }

  /** Packs what is still to be fetched of large sources, so that not all of them stand parsed in memory at once. */
  #packAll(step: Step): void {
    const all = [...this.#delivered.values()];
    if (all.reduce((sum, { papers }) => sum + papers.length, 0) <= this.#limits.kept / 2) return;
    for (const delivered of all) {
      while (delivered.packed < delivered.fresh.length) {
        this.#packMore(delivered);
        step();
      }
    }
    this.#free(this.#limits.kept / 2);
  }

  /** Frees what is kept of the sources read longest ago until it is little enough; those that change stay. */
  #free(most = this.#limits.kept): void {
    let kept = [...this.#delivered.values()].reduce((sum, { papers }) => sum + papers.length, 0);
    for (const [uri, delivered] of this.#delivered) {
      if (kept <= most) return;
      const isPacked = delivered.packed === delivered.fresh.length;
      if (!isPacked || delivered.papers.length === 0 || delivered.readings > 1) continue;
      kept -= delivered.papers.length;
      this.#texts.forget(uri);
      delivered.papers = delivered.fresh = [];
      delivered.packed = 0;
      this.#ports.collectGarbage?.();
    }
  }

  async #save(uri: string, cacheFile: string): Promise<undefined> {
    const delivered = this.#delivered.get(uri);
    if (delivered?.fingerprint === undefined) return;
    const { reading, places, given, fingerprint } = delivered;
    delivered.fingerprint = undefined;
    const packs = this.#allPacks(delivered);
    const isFetched = delivered.packed === delivered.fresh.length && delivered.fetched === delivered.packs.length;
    if (isFetched) delivered.packs = [];
    if (!packs) return;
    const cached = { content: fingerprint, given, reading, places, packs };
    await this.#ports.replaceFile(cacheFile, encodeCache(cached, this.#ports.checksum));
  }

  /** The packs of all papers of a source; undefined where some are not known here any more. */
  #allPacks({ packs, papers, places }: Delivered): readonly Pack[] | undefined {
    const count = places.length / PLACE;
    if (packs.reduce((sum, pack) => sum + paperCount(pack), 0) === count) return packs;
    if (papers.length !== count) return undefined;
    const all: Pack[] = [];
    const compress = this.#compressFor(papers);
    for (let at = 0; at < count; at += paperCount(all.at(-1)!)) all.push(packPapers(papers, at, compress));
    return all;
  }

  #compressFor(papers: readonly Paper[]): Compress | undefined {
    return papers.length >= this.#limits.plain ? this.#ports.compress : undefined;
  }

  #hash(paper: Paper): number {
    let hash = this.#hashes.get(paper.record);
    if (hash === undefined) this.#hashes.set(paper.record, (hash = contentHash(paper)));
    return hash;
  }
}

/** Tells contents apart, as far as they read differently: the name of a file has a say in its format. */
function fingerprintOf(fileName: string, content: SourceContent): string {
  const hash = typeof content === 'string' ? hash53(content) : hashBytes53(content);
  return `${fileName}-${typeof content}-${content.length}-${hash.toString(36)}`;
}

import { atOnce } from '../base/cooperate';
import { doiOfKey } from '../base/identifiers/doiKey';
import type { Entry } from './model/entry';
import type { Paper } from './model/paper';
import { KeyTable, type KeyMeaning } from './keys/keyTable';
import { papersByDoi } from './keys/papersByDoi';
import type { LibraryDiff } from './keys/libraryDiff';
import { compareParts, Candidate, type SourcePart, type SourcePrecedence } from './keys/candidate';
import type { SourceProblem } from './model/problem';
import type { ReadResult } from './formats/reader';
import { samePaper } from './model/samePaper';

export type { LibraryDiff };

/** A source as read anew; without `result` the source is gone. */
export interface SourceChange {
  readonly uri: string;
  readonly result: ReadResult | undefined;
  /** As before where it is left out. */
  readonly precedence?: SourcePrecedence;
}

const DEFAULT_PRECEDENCE: SourcePrecedence = { scope: 'workspace', position: 0 };
/** Papers taken in between two steps of `applying`; a step stays under a few milliseconds. */
const STEP = 400;

/**
 * All entries of all sources by citekey. Sources come and go as a whole; each update gives one diff. What stays the same
 * keeps its `Entry` object; only `source` of an entry that moved within its file is brought up to date in place.
 */
export class Library {
  readonly #parts = new Map<string, SourcePart>();
  readonly #keys = new KeyTable();
  #entries: readonly Entry[] | undefined;
  #problems: Map<string, SourceProblem[]> | undefined;
  /** Made when a DOI is asked for: few documents cite by one. */
  #byDoi: ReadonlyMap<string, Entry> | undefined;

  /** Replaces what a source holds. */
  setSource(uri: string, result: ReadResult, precedence?: SourcePrecedence): LibraryDiff {
    return this.apply([{ uri, result, precedence }]);
  }

  removeSource(uri: string): LibraryDiff {
    return this.apply([{ uri, result: undefined }]);
  }

  /** Several changes as one update. */
  apply(changes: readonly SourceChange[]): LibraryDiff {
    return atOnce(this.applying(changes));
  }

  /**
   * The same in short steps, for large sources: the caller lets others run between two steps. What is taken in so far can be
   * looked up already; the diff tells of all of it at the end. Two updates must not run at once.
   */
  *applying(changes: readonly SourceChange[]): Generator<undefined, LibraryDiff> {
    for (const change of changes) {
      yield* this.#replace(change);
      this.#entries = undefined;
      this.#byDoi = undefined;
      this.#problems = undefined;
    }
    const diff = yield* this.#keys.takeDiff(STEP);
    this.#entries = yield* this.#listed();
    this.#byDoi = undefined;
    this.#problems = undefined;
    return diff;
  }

  /** The entry with this main key. */
  get(citekey: string): Entry | undefined {
    return this.#keys.get(citekey);
  }

  /** What a cited key means: an entry, a further name or the DOI of one, an ambiguous key with its candidates, or nothing. */
  resolve(key: string): KeyMeaning | undefined {
    return this.#keys.resolve(key) ?? this.#withDoi(key);
  }

  #withDoi(key: string): KeyMeaning | undefined {
    const doi = doiOfKey(key);
    if (doi === undefined) return undefined;
    this.#byDoi ??= papersByDoi(this.entries());
    const aliasOf = this.#byDoi.get(doi);
    return aliasOf && { aliasOf, isDoi: true };
  }

  /** The entries that an ambiguous key could mean; empty for a key that is not ambiguous. */
  ambiguous(key: string): readonly Entry[] {
    const meaning = this.#keys.resolve(key);
    return meaning !== undefined && 'candidates' in meaning ? meaning.candidates : [];
  }

  /** The URIs of the sources in which a paper has a key, or states it as a further name; also where another one got it. */
  sourcesOf(key: string): ReadonlySet<string> {
    return this.#keys.sourcesOf(key);
  }

  /** All entries: sources by precedence, entries in the order of their source. */
  entries(): readonly Entry[] {
    this.#entries ??= atOnce(this.#listed());
    return this.#entries;
  }

  /** The URIs of all sources, by precedence. */
  sources(): string[] {
    return this.#sources().map((part) => part.uri);
  }

  /** What is wrong with a source: what its reader said, then what keys of it clash with what. */
  problems(uri: string): readonly SourceProblem[] {
    this.#problems ??= this.#keys.problems();
    return [...(this.#parts.get(uri)?.problems ?? []), ...(this.#problems.get(uri) ?? [])];
  }

  *#listed(): Generator<undefined, readonly Entry[]> {
    const entries: Entry[] = [];
    for (const part of this.#sources()) {
      for (const { entry } of part.candidates) {
        if (entry !== undefined) entries.push(entry);
        if (entries.length % STEP === 0) yield;
      }
    }
    return entries;
  }

  #sources(): SourcePart[] {
    return [...this.#parts.values()].sort(compareParts);
  }

  *#replace({ uri, result, precedence }: SourceChange): Generator<undefined, void> {
    const known = this.#parts.get(uri);
    if (known === undefined && result === undefined) return;
    const part = known ?? { uri, precedence: precedence ?? DEFAULT_PRECEDENCE, candidates: [], problems: [] };
    this.#parts.set(uri, part);
    if (precedence && compareParts(part, { ...part, precedence }) !== 0) {
      part.precedence = precedence;
      for (const candidate of part.candidates) this.#keys.reorder(candidate);
    }
    part.problems = result?.problems ?? [];
    yield* this.#replacePapers(part, result?.papers ?? []);
    if (result === undefined) this.#parts.delete(uri);
  }

  *#replacePapers(part: SourcePart, papers: readonly Paper[]): Generator<undefined, void> {
    const before = part.candidates;
    const next = new Array<Candidate>(papers.length);
    const fresh: Candidate[] = [];
    const keep = (candidate: Candidate, index: number) => {
      next[index] = candidate;
      if (candidate.moveTo(papers[index], index)) this.#keys.reorder(candidate);
    };
    let first = 0;
    while (first < Math.min(papers.length, before.length) && samePaper(before[first].paper, papers[first])) {
      keep(before[first], first++);
      if (first % STEP === 0) yield;
    }
    let end = papers.length;
    let oldEnd = before.length;
    while (end > first && oldEnd > first && samePaper(before[oldEnd - 1].paper, papers[end - 1])) {
      keep(before[--oldEnd], --end);
      if (end % STEP === 0) yield;
    }
    const known = new KnownCandidates(before.slice(first, oldEnd));
    for (let index = first; index < end; index++) {
      const same = known.take(papers[index]);
      if (same) keep(same, index);
      else fresh.push((next[index] = new Candidate(papers[index], part, index)));
      if (index % STEP === 0) yield;
    }
    part.candidates = next;
    yield* this.#inSteps(known.rest(), (candidate) => this.#keys.remove(candidate));
    yield* this.#inSteps(fresh, (candidate) => this.#keys.add(candidate));
    yield* this.#keys.settle(STEP);
  }

  *#inSteps(all: readonly Candidate[], act: (candidate: Candidate) => void): Generator<undefined, void> {
    for (let i = 0; i < all.length; i++) {
      act(all[i]);
      if (i % STEP === STEP - 1) yield;
    }
  }
}

/** Of so many former papers of one name an unchanged one is looked for; a limit for files that repeat a key endlessly. */
const MOST_OF_ONE_NAME = 20;

/** A source's former papers, to be found again by what they say. */
class KnownCandidates {
  readonly #byName = new Map<string, Candidate[]>();

  constructor(candidate: readonly Candidate[]) {
    // From the last to the first, so that `pop` gives the first of several.
    for (let i = candidate.length - 1; i >= 0; i--) {
      const name = nameOf(candidate[i].paper);
      const named = this.#byName.get(name);
      if (named) named.push(candidate[i]);
      else this.#byName.set(name, [candidate[i]]);
    }
  }

  /** Takes out the former paper that says the same. */
  take(paper: Paper): Candidate | undefined {
    const named = this.#byName.get(nameOf(paper)) ?? [];
    for (let i = named.length - 1; i >= 0 && i >= named.length - MOST_OF_ONE_NAME; i--) {
      if (samePaper(named[i].paper, paper)) return named.splice(i, 1)[0];
    }
    return undefined;
  }

  /** Those that were not taken out. */
  rest(): Candidate[] {
    return [...this.#byName.values()].flat().reverse();
  }
}

function nameOf(paper: Paper): string {
  return paper.statedKey ?? ` ${paper.title}`;
}

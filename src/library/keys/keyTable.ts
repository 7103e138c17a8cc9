import { MultiMap } from '../../base/multiMap';
import type { Entry } from '../model/entry';
import type { LibraryDiff } from './libraryDiff';
import { compareCandidates, type Candidate } from './candidate';
import type { SourceProblem } from '../model/problem';
import { resolveKey, type Loser } from './resolution';

/** What a key means. */
export type KeyMeaning =
  | { readonly entry: Entry }
  /** A further name that the entry states for itself; its DOI is one that is no key. */
  | { readonly aliasOf: Entry; readonly isDoi?: true }
  /** A made key that several papers would have; it names none of them. */
  | { readonly candidates: readonly Entry[] };

/** A key with more to it than one paper that has it. */
interface Clash {
  readonly losers: readonly Loser[];
  readonly candidates: readonly Candidate[];
}

/** Who wants which key and who has it. Changes are collected and settled together; only the keys they touch are looked at. */
export class KeyTable {
  readonly #wanting = new MultiMap<Candidate>();
  readonly #aliases = new MultiMap<Candidate>();
  readonly #entries = new Map<string, Entry>();
  readonly #clashes = new Map<string, Clash>();
  /** Keys with an added hash, with the key that was wanted. */
  readonly #hashed = new Map<string, string>();
  readonly #touched = new Set<string>();
  /** The entries before this update, of the citekeys it changed; undefined where there were none at all. */
  #before: Map<string, Entry | undefined> | undefined;

  add(candidate: Candidate): void {
    this.#wanting.add(candidate.wanted, candidate);
    this.#touch(candidate.wanted);
    for (const alias of candidate.paper.aliases) {
      this.#aliases.add(alias, candidate);
      this.#touch(alias);
    }
  }

  remove(candidate: Candidate): void {
    this.#wanting.delete(candidate.wanted, candidate);
    this.#touch(candidate.wanted);
    for (const alias of candidate.paper.aliases) {
      this.#aliases.delete(alias, candidate);
      this.#touch(alias);
    }
    this.#release(candidate);
  }

  /** Looks at a paper's keys again because its precedence changed. */
  reorder(candidate: Candidate): void {
    if (this.#wanting.count(candidate.wanted) > 1) this.#touch(candidate.wanted);
    for (const alias of candidate.paper.aliases) this.#touch(alias);
  }

  /** Settles the touched keys, `step` at a time. */
  *settle(step: number): Generator<undefined, void> {
    let count = 0;
    for (const key of this.#touched) {
      this.#touched.delete(key);
      this.#settleKey(key);
      if (++count % step === 0) yield;
    }
  }

  /** What changed since the last call, looked up `step` citekeys at a time. */
  *takeDiff(step: number): Generator<undefined, LibraryDiff> {
    const diff = { added: [] as Entry[], changed: [] as Entry[], removed: [] as Entry[] };
    let count = 0;
    if (this.#before === undefined) {
      for (const entry of this.#entries.values()) {
        diff.added.push(entry);
        if (++count % step === 0) yield;
      }
    }
    for (const [citekey, before] of this.#before ?? []) {
      const now = this.#entries.get(citekey);
      if (now !== before) {
        if (now === undefined) diff.removed.push(before!);
        else (before === undefined ? diff.added : diff.changed).push(now);
      }
      if (++count % step === 0) yield;
    }
    this.#before = this.#entries.size === 0 ? undefined : new Map();
    return diff;
  }

  get(citekey: string): Entry | undefined {
    return this.#entries.get(citekey);
  }

  resolve(key: string): KeyMeaning | undefined {
    const entry = this.#entries.get(key);
    if (entry) return { entry };
    const aliasOf = this.#aliases.get(key).find((candidate) => candidate.entry)?.entry;
    if (aliasOf) return { aliasOf };
    const candidates = this.#clashes
      .get(key)
      ?.candidates.map((candidate) => candidate.entry)
      .filter((each) => each !== undefined);
    return candidates?.length ? { candidates } : undefined;
  }

  /** The URIs of the sources in which a paper has a key, or states it as a further name; also where another one got it. */
  sourcesOf(key: string): Set<string> {
    const holders = [...this.#wanting.get(this.#hashed.get(key) ?? key), ...this.#aliases.get(key)];
    return new Set(holders.map(({ part }) => part.uri));
  }

  /** The problems of clashing keys by the URI of the source they are shown in. */
  problems(): Map<string, SourceProblem[]> {
    const byUri = new Map<string, SourceProblem[]>();
    const report = (candidate: Candidate, problem: SourceProblem) => push(byUri, candidate.part.uri, problem);
    for (const [key, { losers, candidates }] of this.#clashes) {
      for (const loser of losers) report(loser.candidate, doubleProblem(key, loser));
      if (candidates.length > 0) report(candidates[0], ambiguousProblem(key, candidates));
    }
    for (const key of this.#aliases.keys()) {
      const holders = this.#aliases.get(key).sort(compareCandidates);
      const main = this.#wanting
        .get(key)
        .sort(compareCandidates)
        .find((candidate) => candidate.stated);
      const owner = main ?? holders[0];
      for (const holder of holders) if (holder !== owner) report(holder, aliasProblem(key, holder, owner));
    }
    return byUri;
  }

  #touch(key: string): void {
    this.#touched.add(key);
    const wanted = this.#hashed.get(key);
    if (wanted !== undefined) this.#touched.add(wanted);
  }

  #settleKey(key: string): void {
    const wanting = this.#wanting.get(key);
    if (wanting.length === 1 && this.#aliases.count(key) === 0) {
      // As `resolveKey` would say, in no time: nearly all keys are such.
      this.#give(wanting[0], key, key);
      this.#clashes.delete(key);
      return;
    }
    wanting.sort(compareCandidates);
    const alias = this.#aliases.get(key).sort(compareCandidates).at(0);
    const resolution = resolveKey(key, wanting, alias, (other) => this.#isStated(other));
    const winners = new Set(resolution.winners.map(({ candidate }) => candidate));
    for (const candidate of wanting) if (!winners.has(candidate)) this.#release(candidate);
    for (const { candidate, citekey } of resolution.winners) this.#give(candidate, citekey, key);
    const { losers, candidates } = resolution;
    if (losers.length + candidates.length > 0) this.#clashes.set(key, { losers, candidates });
    else this.#clashes.delete(key);
  }

  #give(candidate: Candidate, citekey: string, wanted: string): void {
    if (candidate.entry && candidate.entry.citekey !== citekey) this.#release(candidate);
    const entry = candidate.entryAs(citekey);
    if (citekey !== wanted) this.#hashed.set(citekey, wanted);
    if (this.#entries.get(citekey) !== entry) this.#setEntry(citekey, entry);
  }

  /** Takes a paper's entry out of the table. */
  #release(candidate: Candidate): void {
    const { entry } = candidate;
    candidate.entry = undefined;
    if (entry === undefined || this.#entries.get(entry.citekey) !== entry) return;
    this.#setEntry(entry.citekey, undefined);
    this.#hashed.delete(entry.citekey);
  }

  #setEntry(citekey: string, entry: Entry | undefined): void {
    if (this.#before && !this.#before.has(citekey)) this.#before.set(citekey, this.#entries.get(citekey));
    if (entry) this.#entries.set(citekey, entry);
    else this.#entries.delete(citekey);
  }

  #isStated(key: string): boolean {
    return this.#wanting.get(key).some((candidate) => candidate.stated);
  }
}

function doubleProblem(key: string, { candidate, to, code }: Loser): SourceProblem {
  const severity = code === 'duplicate-key' && candidate.part === to.part ? 'warning' : 'information';
  const shape = { severity, range: candidate.paper.range, related: [to.place()], key } as const;
  return code === 'duplicate-key' ? { ...shape, code } : { ...shape, code, title: candidate.paper.title };
}

function ambiguousProblem(key: string, candidates: readonly Candidate[]): SourceProblem {
  const names = candidates.map((candidate) => candidate.entry?.citekey ?? candidate.wanted);
  const related = candidates.slice(1).map((candidate) => candidate.place());
  const { range } = candidates[0].paper;
  return { code: 'ambiguous-key', severity: 'information', range, related, key, candidates: names };
}

function aliasProblem(key: string, holder: Candidate, owner: Candidate): SourceProblem {
  const severity = holder.part === owner.part ? 'warning' : 'information';
  return { code: 'duplicate-alias', severity, range: holder.paper.range, related: [owner.place()], key };
}

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

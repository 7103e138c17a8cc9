import { MultiMap } from '../../base/multiMap';
import type { Entry } from '../model/entry';
import type { LibraryDiff } from '../library';
import { comparePlaced, type Placed } from './candidate';
import type { SourceProblem } from '../model/problem';
import { resolveKey, type Loser } from './resolution';

/** What a key means. */
export type KeyMeaning =
  | { readonly entry: Entry }
  /** A further name that the entry states for itself. */
  | { readonly aliasOf: Entry }
  /** A made key that several papers would have; it names none of them. */
  | { readonly candidates: readonly Entry[] };

/** A key with more to it than one draft that has it. */
interface Clash {
  readonly losers: readonly Loser[];
  readonly candidates: readonly Placed[];
}

/** Who wants which key and who has it. Changes are collected and settled together; only the keys they touch are looked at. */
export class KeyTable {
  readonly #wanting = new MultiMap<Placed>();
  readonly #aliases = new MultiMap<Placed>();
  readonly #entries = new Map<string, Entry>();
  readonly #clashes = new Map<string, Clash>();
  /** Keys with an added hash, with the key that was wanted. */
  readonly #hashed = new Map<string, string>();
  readonly #touched = new Set<string>();
  /** The entries before this update, of the citekeys it changed; undefined where there were none at all. */
  #before: Map<string, Entry | undefined> | undefined;

  add(placed: Placed): void {
    this.#wanting.add(placed.wanted, placed);
    this.#touch(placed.wanted);
    for (const alias of placed.draft.aliases) {
      this.#aliases.add(alias, placed);
      this.#touch(alias);
    }
  }

  remove(placed: Placed): void {
    this.#wanting.delete(placed.wanted, placed);
    this.#touch(placed.wanted);
    for (const alias of placed.draft.aliases) {
      this.#aliases.delete(alias, placed);
      this.#touch(alias);
    }
    this.#release(placed);
  }

  /** Looks at a draft's keys again because its precedence changed. */
  reorder(placed: Placed): void {
    if (this.#wanting.count(placed.wanted) > 1) this.#touch(placed.wanted);
    for (const alias of placed.draft.aliases) this.#touch(alias);
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
    const aliasOf = this.#aliases.get(key).find((placed) => placed.entry)?.entry;
    if (aliasOf) return { aliasOf };
    const candidates = this.#clashes
      .get(key)
      ?.candidates.map((placed) => placed.entry)
      .filter((each) => each !== undefined);
    return candidates?.length ? { candidates } : undefined;
  }

  /** The problems of clashing keys by the URI of the source they are shown in. */
  problems(): Map<string, SourceProblem[]> {
    const byUri = new Map<string, SourceProblem[]>();
    const report = (placed: Placed, problem: SourceProblem) => push(byUri, placed.part.uri, problem);
    for (const [key, { losers, candidates }] of this.#clashes) {
      for (const loser of losers) report(loser.placed, doubleProblem(key, loser));
      if (candidates.length > 0) report(candidates[0], ambiguousProblem(key, candidates));
    }
    for (const key of this.#aliases.keys()) {
      const holders = this.#aliases.get(key).sort(comparePlaced);
      const main = this.#wanting
        .get(key)
        .sort(comparePlaced)
        .find((placed) => placed.stated);
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
    wanting.sort(comparePlaced);
    const alias = this.#aliases.get(key).sort(comparePlaced).at(0);
    const resolution = resolveKey(key, wanting, alias, (other) => this.#isStated(other));
    const winners = new Set(resolution.winners.map(({ placed }) => placed));
    for (const placed of wanting) if (!winners.has(placed)) this.#release(placed);
    for (const { placed, citekey } of resolution.winners) this.#give(placed, citekey, key);
    const { losers, candidates } = resolution;
    if (losers.length + candidates.length > 0) this.#clashes.set(key, { losers, candidates });
    else this.#clashes.delete(key);
  }

  #give(placed: Placed, citekey: string, wanted: string): void {
    if (placed.entry && placed.entry.citekey !== citekey) this.#release(placed);
    const entry = placed.entryAs(citekey);
    if (citekey !== wanted) this.#hashed.set(citekey, wanted);
    if (this.#entries.get(citekey) !== entry) this.#setEntry(citekey, entry);
  }

  /** Takes a draft's entry out of the table. */
  #release(placed: Placed): void {
    const { entry } = placed;
    placed.entry = undefined;
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
    return this.#wanting.get(key).some((placed) => placed.stated);
  }
}

function doubleProblem(key: string, { placed, to, code }: Loser): SourceProblem {
  const severity = code === 'duplicate-key' && placed.part === to.part ? 'warning' : 'information';
  const shape = { severity, range: placed.draft.range, related: [to.place()], key } as const;
  return code === 'duplicate-key' ? { ...shape, code } : { ...shape, code, title: placed.draft.title };
}

function ambiguousProblem(key: string, candidates: readonly Placed[]): SourceProblem {
  const names = candidates.map((placed) => placed.entry?.citekey ?? placed.wanted);
  const related = candidates.slice(1).map((placed) => placed.place());
  const { range } = candidates[0].draft;
  return { code: 'ambiguous-key', severity: 'information', range, related, key, candidates: names };
}

function aliasProblem(key: string, holder: Placed, owner: Placed): SourceProblem {
  const severity = holder.part === owner.part ? 'warning' : 'information';
  return { code: 'duplicate-alias', severity, range: holder.draft.range, related: [owner.place()], key };
}

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

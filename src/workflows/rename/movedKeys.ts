import type { Entry } from '../../library/model/entry';
import { normaliseTitle } from '../../library/keys/citekey';

/** A key that a list had, and the one that the same paper has now. */
export interface MovedKey {
  readonly from: string;
  readonly to: string;
}

/** What tells a paper whatever its key. */
export type KnownEntry = Pick<Entry, 'citekey' | 'doi' | 'title' | 'year' | 'authors'>;

/** Of larger changes nothing is said: a list was taken out, or another workspace's came. */
const MOST = 20_000;
/** So many keys are remembered. */
const MOST_KNOWN = 10_000;
/** Titles of fewer letters are no sign of a paper: `Notes`, `Introduction`. */
const SHORTEST_TITLE = 10;

/** Which keys other programs changed: what vanished from the lists while the same paper, by DOI or title, is there anew. */
export class MovedKeys {
  /** The vanished papers by their signs; undefined where several had one. */
  readonly #vanished = new Map<string, KnownEntry | undefined>();
  readonly #moved = new Map<string, string>();

  /** Takes in what changed. @returns the keys that the same papers have under new names since, each once */
  take(removed: readonly KnownEntry[], added: readonly KnownEntry[]): MovedKey[] {
    if (removed.length > MOST || added.length > MOST) return [];
    for (const entry of removed) for (const sign of signsOf(entry)) this.#remember(sign, entry);
    const bySign = new Map<string, KnownEntry | undefined>();
    for (const entry of added) {
      this.#moved.delete(entry.citekey);
      for (const sign of signsOf(entry)) bySign.set(sign, bySign.has(sign) ? undefined : entry);
    }
    const found = new Map<string, string>();
    for (const [sign, entry] of bySign) {
      const old = entry && this.#vanished.get(sign);
      if (!old || old.citekey === entry.citekey || contradict(old, entry)) continue;
      if (!found.has(old.citekey)) found.set(old.citekey, entry.citekey);
    }
    for (const [from, to] of found) this.#moved.set(from, to);
    return [...found].map(([from, to]) => ({ from, to }));
  }

  /** The key that a paper has whose key was this one. */
  get(key: string): string | undefined {
    return this.#moved.get(key);
  }

  #remember(sign: string, entry: KnownEntry): void {
    const known = this.#vanished.get(sign);
    const { citekey, doi, title, year, authors } = entry;
    this.#vanished.delete(sign);
    this.#vanished.set(sign, known && known.citekey !== citekey ? undefined : { citekey, doi, title, year, authors });
    if (this.#vanished.size > MOST_KNOWN) this.#vanished.delete(this.#vanished.keys().next().value!);
  }
}

/** By what a paper is found under another key. */
export function signsOf({ doi, title }: Pick<KnownEntry, 'doi' | 'title'>): string[] {
  const plain = normaliseTitle(title);
  const signs = doi ? [`doi:${doi.toLowerCase()}`] : [];
  return plain.length >= SHORTEST_TITLE ? [...signs, `title:${plain}`] : signs;
}

/** Whether two papers of one title are not the same: by their DOIs, or both by year and first author. */
function contradict(a: KnownEntry, b: KnownEntry): boolean {
  if (a.doi && b.doi) return a.doi.toLowerCase() !== b.doi.toLowerCase();
  const otherYear = a.year !== undefined && b.year !== undefined && a.year !== b.year;
  const [one, other] = [a.authors.at(0), b.authors.at(0)];
  const otherAuthor = one && other && (one.family ?? one.literal) !== (other.family ?? other.literal);
  return otherYear && otherAuthor === true;
}

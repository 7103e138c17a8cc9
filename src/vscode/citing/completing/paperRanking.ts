import type { Entry } from '../../../library/model/entry';
import type { SearchHit, SearchService } from '../../../search/contract';
import type { Log } from '../../host/log';
import type { LibraryService } from '../../library/libraryService';
import type { RecentPapers } from './recentPapers';

/** What a completion wants papers for. */
export interface PaperWish {
  /** What is typed of the key. */
  readonly typed: string;
  /** Whether that is several words, which only papers that have all of them are meant by. */
  readonly inWords: boolean;
  /** The keys that the document cites. */
  readonly cited: readonly string[];
  /** Keys that are not to be offered. */
  readonly except: readonly string[];
  readonly limit: number;
}

/** Papers whose scores differ by less are equals: scores are floating point numbers. */
const NEARLY = 0.999;

/** Papers that match what is typed equally well. */
type Equals = readonly Entry[];

/**
 * Which papers a completion offers, the best first: those whose citekey begins as typed, then in the order of the library's own
 * search. Of those that match equally well, papers that the document cites or that were cited lately come first.
 */
export class PaperRanking {
  readonly #library: Pick<LibraryService, 'own'>;
  readonly #search: Pick<SearchService, 'search'>;
  readonly #recent: Pick<RecentPapers, 'citekeys'>;
  readonly #log: Pick<Log, 'error'>;

  constructor(
    library: Pick<LibraryService, 'own'>,
    search: Pick<SearchService, 'search'>,
    recent: Pick<RecentPapers, 'citekeys'>,
    log: Pick<Log, 'error'>,
  ) {
    this.#library = library;
    this.#search = search;
    this.#recent = recent;
    this.#log = log;
  }

  async rank({ typed, inWords, cited, except, limit }: PaperWish): Promise<readonly Entry[]> {
    const { own } = this.#library;
    const near = [...cited, ...this.#recent.citekeys].map((key) => own.get(key)).filter((entry) => entry !== undefined);
    const left = new Set(except);
    const words = typed.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();
    const most = limit + except.length;
    const matching =
      words === '' ? [near, own.entries().slice(0, most)] : await this.#matching(typed, words, inWords, near, most);
    const ranked = matching.flatMap((equals) => lifted(equals, near));
    return [...new Set(ranked)].filter((entry) => !left.has(entry.citekey)).slice(0, limit);
  }

  async #matching(
    typed: string,
    words: string,
    inWords: boolean,
    near: Equals,
    limit: number,
  ): Promise<readonly Equals[]> {
    const found = await this.#found(words, inWords, limit);
    return inWords ? found : [beginningWith(typed, near, this.#library.own.entries(), limit), ...found];
  }

  async #found(words: string, inWords: boolean, limit: number): Promise<readonly Equals[]> {
    try {
      const answer = await this.#search.search(words, limit);
      if (inWords && answer.mode === 'most-words') return [];
      return this.#equals(answer.slice(0, Math.min(limit, answer.total)));
    } catch (error) {
      this.#log.error('Searching for the completion', error);
      return [];
    }
  }

  #equals(hits: readonly SearchHit[]): Equals[] {
    const groups: { score: number; entries: Entry[] }[] = [];
    for (const { id, score } of hits) {
      const entry = this.#library.own.get(id);
      const last = groups.at(-1);
      if (entry && last && score >= last.score * NEARLY) last.entries.push(entry);
      else if (entry) groups.push({ score, entries: [entry] });
    }
    return groups.map(({ entries }) => entries);
  }
}

/** The papers whose key begins as typed, so many at most, and those near at hand among them for sure. */
function beginningWith(typed: string, near: Equals, entries: Equals, limit: number): Equals {
  const beginning = typed.toLowerCase();
  const begins = ({ citekey }: Entry): boolean => citekey.slice(0, typed.length).toLowerCase() === beginning;
  const found: Entry[] = near.filter(begins);
  for (const entry of entries) {
    if (found.length >= limit) break;
    if (begins(entry)) found.push(entry);
  }
  return found;
}

/** Equals with those of them that are near at hand first, in their order. */
function lifted(equals: Equals, near: readonly Entry[]): Equals {
  if (near.length === 0 || equals.length < 2) return equals;
  const all = new Set(equals);
  return [...near.filter((entry) => all.has(entry)), ...equals];
}

import type { Entry } from '../../../library/model/entry';
import type { SearchService } from '../../../search/contract';
import type { Log } from '../../host/log';
import type { LibraryService } from '../../library/libraryService';
import type { RecentPapers } from './recentPapers';

/** What a completion wants papers for. */
export interface PaperWish {
  /** What is typed of the key. */
  readonly typed: string;
  /** The keys that the document cites. */
  readonly cited: readonly string[];
  /** Keys that are not to be offered. */
  readonly except: readonly string[];
  readonly limit: number;
}

/**
 * Which papers a completion offers, the best first: papers that the document cites or that were cited lately, then those
 * whose citekey begins as typed, then in the order of the library's own search.
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

  async rank({ typed, cited, except, limit }: PaperWish): Promise<readonly Entry[]> {
    const { own } = this.#library;
    const words = typed.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();
    const beginning = words === '' ? [] : this.#beginningWith(typed);
    const found = words === '' ? own.entries().slice(0, limit + except.length) : await this.#found(words, limit);
    const near = [...cited, ...this.#recent.citekeys].map((key) => own.get(key)).filter((entry) => entry !== undefined);
    const matching = new Set([...beginning, ...found]);
    const first = words === '' ? near : near.filter((entry) => matching.has(entry));
    const left = new Set(except);
    return [...new Set([...first, ...matching])].filter((entry) => !left.has(entry.citekey)).slice(0, limit);
  }

  #beginningWith(typed: string): Entry[] {
    const beginning = typed.toLowerCase();
    return this.#library.own.entries().filter((entry) => entry.citekey.toLowerCase().startsWith(beginning));
  }

  async #found(words: string, limit: number): Promise<readonly Entry[]> {
    try {
      const answer = await this.#search.search(words, limit);
      const hits = answer.slice(0, Math.min(limit, answer.total));
      return hits.map(({ id }) => this.#library.own.get(id)).filter((entry) => entry !== undefined);
    } catch (error) {
      this.#log.error('Searching for the completion', error);
      return [];
    }
  }
}

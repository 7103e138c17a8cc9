import * as vscode from 'vscode';
import { Cooperation } from '../../base/cooperate';
import type { Interest, RankablePaper, RankedPaper, RankingWishes } from '../../search/digest/contract';
import type { SearchService } from '../../search/contract';
import { interestsOf, type UsedPaper } from '../../workflows/newPapers/interests';
import type { LibraryService } from '../library/libraryService';
import type { NotesService } from '../notes/notesService';
import type { PaperCitations } from '../references/paperCitations';

/** Of so many citing documents it is looked up when they were changed. */
const MOST_DOCUMENTS = 500;

/** What the ranking is made from. */
export interface RankerParts {
  readonly library: Pick<LibraryService, 'shown'>;
  readonly notes: Pick<NotesService, 'knownCitekeys' | 'noteOf' | 'stateOf'>;
  readonly paperCitations: Pick<PaperCitations, 'citekeys' | 'citersOf'>;
  readonly search: Pick<SearchService, 'rank'>;
}

/** What the user said of papers beside what was done with those of the library. */
export interface Said extends Omit<RankingWishes, 'interests'> {
  /** Papers of the library that are to tell nothing, as they are ranked themselves. */
  readonly except?: readonly string[];
}

/** Ranks papers by what the user did with those of the library: cited, noted, rated, read. Nothing leaves the computer. */
export class PaperRanker {
  readonly #parts: RankerParts;

  constructor(parts: RankerParts) {
    this.#parts = parts;
  }

  /**
   * All candidates, the one that matters most first. What the user said of papers that are not in the library is the caller's
   * to know: what is not wanted, followed, muted.
   */
  async rank(candidates: readonly RankablePaper[], { except = [], ...said }: Said = {}): Promise<RankedPaper[]> {
    const silent = new Set(except);
    const telling = (await this.interests()).filter(({ id }) => !silent.has(id));
    const interests = [...telling, ...except.map((id): Interest => ({ id, use: 'listed', weight: 0 }))];
    return this.#parts.search.rank(candidates, { ...said, interests });
  }

  /** What the papers of the library tell of what the user works on. */
  async interests(): Promise<Interest[]> {
    const { library, notes, paperCitations } = this.#parts;
    const cooperation = new Cooperation();
    const cited = paperCitations.citekeys();
    const changed = await this.#changeTimes(cited);
    const used: UsedPaper[] = [];
    for (const id of new Set([...cited, ...notes.knownCitekeys()])) {
      if (!library.shown.get(id)) continue;
      const [note, citers] = [notes.noteOf(id), paperCitations.citersOf(id)];
      const times = [note?.mtime, ...citers.map(({ uri }) => changed.get(uri))].filter((time) => time !== undefined);
      used.push({
        id,
        cited: citers.reduce((sum, { count }) => sum + count, 0),
        hasNote: note !== undefined,
        rating: note?.rating,
        status: notes.stateOf(id)?.status,
        usedAt: times.length > 0 ? Math.max(...times) : undefined,
      });
      await cooperation.yieldIfDue();
    }
    return interestsOf(used, Date.now());
  }

  /** When documents that cite papers were changed last, in milliseconds since 1970. */
  async #changeTimes(citekeys: readonly string[]): Promise<Map<string, number>> {
    const uris = new Set(citekeys.flatMap((key) => this.#parts.paperCitations.citersOf(key).map(({ uri }) => uri)));
    const times = new Map<string, number>();
    const some = [...uris].slice(0, MOST_DOCUMENTS);
    const all = await Promise.allSettled(some.map((uri) => vscode.workspace.fs.stat(vscode.Uri.parse(uri))));
    for (const [i, result] of all.entries()) if (result.status === 'fulfilled') times.set(some[i], result.value.mtime);
    return times;
  }
}

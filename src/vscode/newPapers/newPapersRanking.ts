import type * as vscode from 'vscode';
import { Cooperation, inTurns } from '../../base/cooperate';
import { displayTitle } from '../../library/model/display';
import type { Entry } from '../../library/model/entry';
import type { RankablePaper } from '../../search/digest/contract';
import { marked, wished, type NewPaperChoices } from '../../workflows/newPapers/choices';
import { fieldsOf, rankable, type NewPaper } from '../../workflows/newPapers/newPaper';
import type { SeenPapers } from '../../workflows/newPapers/seenPapers';
import { openPapers, openVersions, type RankedNewPaper } from '../../workflows/newPapers/shownPapers';
import type { KnownPapers } from '../../workflows/newPapers/takeIn';
import { OwnPapers } from '../../workflows/ownPapers';
import type { Log } from '../host/log';
import type { LibraryService } from '../library/libraryService';
import type { PaperRanker } from '../ranking/paperRanker';
import { rankingSentences } from '../ranking/rankingSentences';
import type { PaperCitations } from '../references/paperCitations';
import type { NewVersions } from './newVersions';

/** After so long without another change the papers are ranked anew, in milliseconds. */
const QUIET = 400;

/** What ranking needs of the rest. */
export interface RankingParts {
  readonly library: Pick<LibraryService, 'own' | 'shown'>;
  readonly paperCitations: Pick<PaperCitations, 'citersOf'>;
  /** Where new versions are told on their papers. */
  readonly newVersions: Pick<NewVersions, 'set'>;
  readonly log: Log;
}

/** What came and what the user chose of it. */
interface RankedFiles {
  readonly choices: { readonly value: NewPaperChoices };
  readonly seen: { readonly value: SeenPapers };
}

/** What the ranking asks, and whom it tells. */
interface RankingListener {
  /** Something else is to be shown. */
  changed(): void;
  /** The day where the user is. */
  today(): string;
}

/** A new version of a paper of the library. */
export interface OwnVersion {
  readonly citekey: string;
  readonly title: string;
  readonly version: number;
}

/** The papers that are shown, and of what they were ranked. */
interface Ranked {
  readonly papers: readonly RankedNewPaper[];
  readonly of: SeenPapers;
}

/** Puts the new papers into the order that matters to the user, anew whenever something changed. */
export class NewPapersRanking implements vscode.Disposable {
  readonly #parts: RankingParts;
  readonly #ranker: PaperRanker;
  readonly #files: RankedFiles;
  readonly #told: RankingListener;
  #own: { readonly entries: readonly Entry[]; readonly papers: Promise<OwnPapers> } | undefined;
  #versions: readonly OwnVersion[] = [];
  #ranked: Ranked | undefined;
  #running: Promise<void> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: RankingParts, ranker: PaperRanker, files: RankedFiles, told: RankingListener) {
    this.#parts = parts;
    this.#ranker = ranker;
    this.#files = files;
    this.#told = told;
  }

  /** What was ranked last; undefined before that. */
  get ranked(): Ranked | undefined {
    return this.#ranked;
  }

  /** The new versions of papers that the user cites. */
  get versions(): readonly OwnVersion[] {
    return this.#versions;
  }

  /** Resolves when all that is known so far is ranked. */
  async settled(): Promise<void> {
    if (this.#timer !== undefined) this.#rankNow();
    await this.#running;
  }

  /** The papers of the library as they are now. */
  #ownPapers(): Promise<OwnPapers> {
    const entries = this.#parts.library.own.entries();
    if (this.#own?.entries !== entries) {
      const papers = new OwnPapers({ entries: () => entries });
      this.#own = { entries, papers: inTurns(papers.looking()).then(() => papers) };
    }
    return this.#own.papers;
  }

  /** The papers of the library, and which of them are cited. */
  async known(): Promise<KnownPapers> {
    const own = await this.#ownPapers();
    return {
      same: (paper) => own.same(paper),
      isCited: (citekey) => this.#parts.paperCitations.citersOf(citekey).length > 0,
    };
  }

  /** Ranks anew when nothing has changed for so many milliseconds. */
  later(milliseconds = QUIET): void {
    this.#told.changed();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#rankNow(), milliseconds);
  }

  #rankNow(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#running = this.#running.then(async () => {
      try {
        this.#versions = await this.#newVersions();
        this.#parts.newVersions.set(new Map(this.#versions.map(({ citekey, version }) => [citekey, version])));
        this.#ranked = await this.#rank();
      } catch (error) {
        this.#parts.log.error('Ranking new papers', error);
      }
      this.#told.changed();
    });
  }

  async #newVersions(): Promise<OwnVersion[]> {
    const versions = openVersions(this.#files.seen.value, this.#told.today());
    if (versions.length === 0) return [];
    const own = await this.#ownPapers();
    return versions.flatMap(({ of, version }) => {
      const entry = own.with('arxiv', of) ?? own.with('doi', of);
      return entry ? [{ citekey: entry.citekey, title: displayTitle(entry), version }] : [];
    });
  }

  async #rank(): Promise<Ranked> {
    const choices = this.#files.choices.value;
    const known = await this.known();
    const of = this.#files.seen.value;
    const cooperation = new Cooperation();
    const papers: NewPaper[] = [];
    const candidates: RankablePaper[] = [];
    for (const paper of openPapers(of, choices, this.#told.today())) {
      await cooperation.yieldIfDue();
      if (known.same(fieldsOf(paper))) continue;
      papers.push(paper);
      candidates.push(rankable(paper));
    }
    if (papers.length === 0) return { of, papers: [] };
    const unwanted = marked(choices, 'unwanted');
    const ranked = await this.#ranker.rank(candidates, {
      unwanted: unwanted.map(rankable),
      followed: wished(choices, 'follow'),
      muted: wished(choices, 'mute'),
    });
    const titles = {
      ofOwn: (citekey: string) => {
        const entry = this.#parts.library.shown.get(citekey);
        return entry ? displayTitle(entry) : citekey;
      },
      ofUnwanted: (place: number) => titleOf(unwanted[place]),
    };
    const shown = ranked.map(({ index, band, reasons }): RankedNewPaper => {
      const telling = reasons.filter(({ kind }) => kind !== 'little-known');
      const isLittleKnown = telling.length < reasons.length;
      return { paper: papers[index], band, reasons: rankingSentences(telling, titles), isLittleKnown };
    });
    return { of, papers: shown };
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }
}

function titleOf(paper: NewPaper | undefined): string {
  return paper === undefined ? '' : fieldsOf(paper).title;
}

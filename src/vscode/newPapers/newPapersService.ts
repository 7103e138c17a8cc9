import * as vscode from 'vscode';
import { givenUp } from '../../base/claim';
import { inBackground } from '../../base/inBackground';
import { inTurns } from '../../base/cooperate';
import { Lease } from '../../base/lease';
import { reasonOf } from '../../base/reason';
import { localDay } from '../../notes/localDay';
import type { Feed } from '../../online/feeds/feed';
import { feedId, feedName } from '../../online/feeds/feedSetting';
import {
  choiceRecords,
  mergingChoices,
  NO_CHOICES,
  readingChoices,
  tidied,
  withFeedState,
  type FeedState,
  type NewPaperChoices,
} from '../../workflows/newPapers/choices';
import { isDue, lastAnswer } from '../../workflows/newPapers/schedule';
import {
  mergedSeen,
  mergingSeen,
  NOTHING_SEEN,
  readingSeen,
  seenRecords,
  type SeenPapers,
} from '../../workflows/newPapers/seenPapers';
import { sectionsOf, stateOfDay, type RankedNewPaper, type Section } from '../../workflows/newPapers/shownPapers';
import { takingIn } from '../../workflows/newPapers/takeIn';
import type { Log } from '../host/log';
import { sharedClaim, SharedFile } from '../host/sharedFile';
import { THIS_WINDOW } from '../host/thisWindow';
import type { LibraryService } from '../library/libraryService';
import type { NotesService } from '../notes/notesService';
import type { OnlineService } from '../online/onlineService';
import { PaperRanker, type RankerParts } from '../ranking/paperRanker';
import type { PaperCitations } from '../references/paperCitations';
import { FeedAsker } from './feedAsker';
import { feedSettings } from './feedSettings';
import { NewPapersRanking, type OwnVersion } from './newPapersRanking';
import type { NewVersions } from './newVersions';

/** It is looked so often whether feeds are to be asked, in milliseconds: a laptop that slept asks soon after. */
const LOOK_EVERY = 10 * 60_000;
/** After so long without another change the papers are ranked anew while the user writes, in milliseconds. */
const WRITING = 5000;
/** A window that began to ask feeds so long ago is gone, in milliseconds. */
const CLAIM_LASTS = 10 * 60_000;

const CHOICES = { nothing: NO_CHOICES, read: readingChoices, merge: mergingChoices, records: choiceRecords };
const SEEN = { nothing: NOTHING_SEEN, read: readingSeen, merge: mergingSeen, records: seenRecords };

/** The papers by the parts of the list. */
type Sections = Readonly<Record<Section, readonly RankedNewPaper[]>>;
const NONE: { readonly papers: readonly RankedNewPaper[] } = { papers: [] };

/** The parts of the list, and what they were made of. */
interface KeptSections {
  readonly papers: readonly RankedNewPaper[];
  readonly choices: NewPaperChoices;
  readonly today: string;
  readonly sections: Sections;
}

/** What the service needs of the rest. */
export interface NewPapersParts extends RankerParts {
  readonly library: Pick<LibraryService, 'own' | 'shown' | 'onDidChange'>;
  readonly notes: RankerParts['notes'] & Pick<NotesService, 'onDidChange'>;
  readonly paperCitations: RankerParts['paperCitations'] & Pick<PaperCitations, 'onDidChange'>;
  readonly online: () => Promise<OnlineService>;
  /** Where new versions are told on their papers. */
  readonly newVersions: Pick<NewVersions, 'set'>;
  readonly log: Log;
  /** Resolves when the library is read. */
  readonly ready: Promise<void>;
}

/** The new papers of the feeds that the user chose: asks for them once a day, keeps them, and ranks them. */
export class NewPapersService implements vscode.Disposable {
  readonly choices: SharedFile<NewPaperChoices>;
  readonly seen: SharedFile<SeenPapers>;
  readonly #parts: NewPapersParts;
  readonly #ranking: NewPapersRanking;
  readonly #asker: FeedAsker;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #abort = new AbortController();
  readonly #subscriptions: vscode.Disposable[];
  readonly #loaded: Promise<unknown>;
  readonly #window: string;
  readonly #lease: Lease;
  #fetching: Promise<number> | undefined;
  #sections: KeptSections | undefined;
  #looking: ReturnType<typeof setInterval> | undefined;

  /** Fires when something else is to be shown. */
  readonly onDidChange = this.#changed.event;
  /** The time, in milliseconds since 1970. */
  readonly now: () => number;

  /**
   * @param options.window what tells this window from others
   * @param options.now the time, in milliseconds since 1970
   */
  constructor(
    parts: NewPapersParts,
    storage: vscode.Uri,
    { window = THIS_WINDOW, now = Date.now }: { readonly window?: string; readonly now?: () => number } = {},
  ) {
    this.#parts = parts;
    this.#window = window;
    this.now = now;
    const ranker = new PaperRanker(parts);
    this.#asker = new FeedAsker(parts, ranker);
    this.choices = new SharedFile(vscode.Uri.joinPath(storage, 'newPapers', 'choices.jsonl'), CHOICES, parts.log);
    this.seen = new SharedFile(vscode.Uri.joinPath(storage, 'newPapers', 'seen.jsonl'), SEEN, parts.log);
    this.#lease = new Lease(sharedClaim(this.choices), window, { lasts: CLAIM_LASTS, now });
    const told = { changed: () => this.#changed.fire(), today: () => this.today };
    this.#ranking = new NewPapersRanking(parts, ranker, this, told);
    this.#loaded = Promise.all([parts.ready, this.choices.synchronize(), this.seen.synchronize()]);
    this.#subscriptions = [
      this.choices,
      this.seen,
      this.#ranking,
      this.#changed,
      this.choices.onDidChange(() => this.#ranking.later()),
      this.seen.onDidChange(() => this.#ranking.later()),
      parts.library.onDidChange(() => this.#ranking.later()),
      parts.notes.onDidChange(() => this.#ranking.later(WRITING)),
      parts.paperCitations.onDidChange(() => this.#ranking.later(WRITING)),
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) inBackground(this.look());
      }),
    ];
  }

  /** The day where the user is. */
  get today(): string {
    return localDay(new Date(this.now()));
  }

  /** Whether feeds are asked at the moment. */
  get isFetching(): boolean {
    return this.#fetching !== undefined;
  }

  /** Looks from now on whether feeds are to be asked. */
  async start(): Promise<void> {
    this.#looking ??= setInterval(() => inBackground(this.look()), LOOK_EVERY);
    await this.#loaded;
    await this.look();
  }

  /** Asks the feeds that are to be asked today. */
  async look(): Promise<void> {
    await this.#loaded;
    await Promise.all([this.choices.synchronize(), this.seen.synchronize()]);
    // Where a day is over, other papers are those of today.
    this.#changed.fire();
    await this.fetch(false);
  }

  /**
   * Asks the feeds, all of them or those that are to be asked today.
   * @returns how many new papers they had
   */
  async fetch(all: boolean): Promise<number> {
    await this.#loaded;
    while (this.#fetching) {
      if (!all) return this.#fetching;
      await this.#fetching;
    }
    this.#fetching = this.#fetch(all).finally(() => {
      this.#fetching = undefined;
      this.#changed.fire();
    });
    this.#changed.fire();
    return this.#fetching;
  }

  /** The papers by the parts of the list, each in the order that matters to the user; without those that the library has now. */
  sections(): Sections {
    const { papers } = this.#ranking.ranked ?? NONE;
    const [choices, today] = [this.choices.value, this.today];
    // All who show something of it ask one after the other.
    const kept = this.#sections;
    if (kept?.papers === papers && kept.choices === choices && kept.today === today) return kept.sections;
    const sections = sectionsOf(papers, choices, today);
    this.#sections = { papers, choices, today, sections };
    return sections;
  }

  /** What became of the papers of today; undefined where that is not known yet. */
  stateOfToday(): ReturnType<typeof stateOfDay> | undefined {
    const { ranked } = this.#ranking;
    return ranked && stateOfDay(ranked.of, this.sections().today, this.today);
  }

  /** The new versions of papers that the user cites. */
  get versions(): readonly OwnVersion[] {
    return this.#ranking.versions;
  }

  /** Resolves when all that is known so far is ranked. */
  async settled(): Promise<void> {
    await this.#loaded;
    await this.#ranking.settled();
  }

  async #fetch(all: boolean): Promise<number> {
    const feeds = feedSettings().flatMap((stated) => ('feed' in stated ? [stated.feed] : []));
    const isWanted = (feed: Feed) => all || isDue(this.choices.value.feeds[feedId(feed)], this.now());
    if (!feeds.some(isWanted)) return 0;
    await this.choices.synchronize();
    if (!feeds.some(isWanted) || (!all && !(await this.#lease.take()))) return 0;
    let fresh = 0;
    for (const feed of feeds.filter(isWanted)) fresh += await this.#ask(feed);
    await this.choices.change((choices) => this.#withoutClaim(tidied(choices, this.now())));
    await this.settled();
    return fresh;
  }

  #withoutClaim(choices: NewPaperChoices): NewPaperChoices {
    const claim = givenUp(choices.claim, this.#window, this.now());
    return claim === choices.claim ? choices : { ...choices, claim };
  }

  async #ask(feed: Feed): Promise<number> {
    const id = feedId(feed);
    const before: FeedState | undefined = this.choices.value.feeds[id];
    const answered = lastAnswer(before, this.now());
    const since = answered === undefined ? undefined : localDay(new Date(answered));
    let state: FeedState;
    try {
      const today = this.today;
      const { papers, leftOut } = await this.#asker.papersOf(feed, { today, since }, this.#abort.signal);
      const before = this.seen.value;
      const known = await this.#ranking.known();
      const taken = await inTurns(takingIn(before, { feed: feedName(feed), papers, day: today }, known));
      // Another window may have brought something meanwhile.
      await this.seen.change((seen) => (seen === before ? taken.seen : mergedSeen(seen, taken.seen)));
      state = { tried: this.now(), answered: this.now(), papers: papers.length, fresh: taken.fresh, leftOut };
    } catch (error) {
      if (this.#abort.signal.aborted) return 0;
      this.#parts.log.error(`Asking ${id}`, error);
      state = { ...before, answered, tried: this.now(), failure: reasonOf(error) };
    }
    await this.choices.change((choices) => withFeedState(choices, id, state));
    return state.failure === undefined ? (state.fresh ?? 0) : 0;
  }

  dispose(): void {
    this.#abort.abort();
    clearInterval(this.#looking);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

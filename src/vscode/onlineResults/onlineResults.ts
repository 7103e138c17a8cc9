import * as vscode from 'vscode';
import { isFailure } from '../../online/failure';
import type { NextPage } from '../../online/lists/onlineList';
import { OnlineList } from '../../online/lists/onlineList';
import { SERVICES, type ServiceId } from '../../online/services';
import { type SearchedPaper, searchedPapers, withOwnNow } from '../../workflows/adding/searchedPapers';
import { localNumber } from '../host/number';
import { tell } from '../host/tell';
import { withViewProgress } from '../host/progress';
import { allOf } from '../host/wordList';
import { failuresSentence } from '../online/failureSentences';
import type { OnlineService } from '../online/onlineService';
import type { Services } from '../shell/services';
import type { OnlineContent } from './shownOnline';

/** A list of papers that somebody wants to see. */
export interface WantedList {
  /** The heading. */
  readonly title: string;
  readonly next: NextPage;
  /** What is said where there is nothing. */
  readonly nothing: string;
  /** Whether what the library has is of interest. */
  readonly withOwn: boolean;
  /** Whether the user waits for it, so that the keyboard goes there. */
  readonly takesFocus: boolean;
}

/** Gets papers of the web and shows them in the Papers view, one list at a time. */
export class OnlineResults implements vscode.Disposable {
  readonly #services: Pick<Services, 'library' | 'session' | 'shownOnline'>;
  readonly #online: OnlineService;
  readonly #subscriptions: vscode.Disposable[];
  #list: OnlineList | undefined;
  #wanted: WantedList | undefined;
  #running: AbortController | undefined;
  #lists = 0;
  /** The search box when the list was asked for. */
  #query = '';

  constructor(services: Pick<Services, 'library' | 'session' | 'shownOnline'>, online: OnlineService) {
    this.#services = services;
    this.#online = online;
    this.#subscriptions = [
      // Whoever searches for something else does not want to see this any more.
      services.session.onDidAsk(() => {
        if (services.session.query !== this.#query) this.close();
      }),
      services.library.onDidChange((diff) => {
        const content = services.shownOnline.content;
        const papers = content && withOwnNow(content.papers, diff);
        if (content && papers) services.shownOnline.show({ ...content, papers });
      }),
    ];
  }

  /** Shows a list in place of the one before. Resolves when its first papers are there; where there are none, nothing stays. */
  async show(wanted: WantedList): Promise<void> {
    this.close();
    this.#query = this.#services.session.query;
    this.#wanted = wanted;
    this.#list = new OnlineList(wanted.next);
    this.#lists++;
    await this.more();
  }

  /** Shows more of the list. */
  async more(): Promise<void> {
    const [list, wanted] = [this.#list, this.#wanted];
    if (!list || !wanted || this.#running) return;
    const running = (this.#running = new AbortController());
    const before = this.#services.shownOnline.content?.papers ?? [];
    this.#tell({ papers: before, isRunning: true });
    let papers: readonly SearchedPaper[] = [];
    try {
      const asking = await this.#online.asking(running.signal);
      await withViewProgress('literatureNotes.papers', async () => {
        do {
          await list.more(asking);
          papers = this.#papersOf(list, wanted, before);
        } while (papers.length <= before.length && list.hasMore && list.failures.length === 0);
      });
    } catch (error) {
      if (this.#running === running) this.#end(before);
      // The user gave up: what was there before stays, and nothing else.
      if (isFailure(error) && error.code === 'cancelled') return;
      throw error;
    }
    // Another list was asked for meanwhile.
    if (this.#running !== running) return;
    this.#running = undefined;
    if (papers.length === 0) return this.#sayNothing(wanted, list);
    this.#tell({ papers, isRunning: false });
    if (wanted.takesFocus && before.length === 0) this.#services.shownOnline.goToPapers();
  }

  /** The papers of a list, marked; what was shown before stays, though the library has it now. */
  #papersOf(list: OnlineList, { withOwn }: WantedList, before: readonly SearchedPaper[]): SearchedPaper[] {
    const shown = new Set(before.map(({ found }) => found.item));
    return searchedPapers(list.found, this.#services.library.own).filter(
      ({ own, found }) => withOwn || !own || shown.has(found.item),
    );
  }

  /** Stops the asking; where nothing is being asked, takes the list away. */
  stop(): void {
    if (this.#running) this.#running.abort();
    else this.close();
  }

  /** Takes the list away, whatever is being asked. */
  close(): void {
    this.#running?.abort();
    this.#running = undefined;
    this.#list = this.#wanted = undefined;
    this.#services.shownOnline.show(undefined);
  }

  #end(before: readonly SearchedPaper[]): void {
    this.#running = undefined;
    if (before.length === 0) this.close();
    else this.#tell({ papers: before, isRunning: false });
  }

  #sayNothing({ nothing }: WantedList, { failures }: OnlineList): void {
    this.close();
    tell(failures.length > 0 ? failuresSentence(failures) : nothing, 'warning');
  }

  #tell({ papers, isRunning }: Pick<OnlineContent, 'papers' | 'isRunning'>): void {
    const { title } = this.#wanted!;
    const { hasMore, failures } = this.#list!;
    const found = papers.length > 0 ? foundSentence(papers, hasMore) : '';
    this.#services.shownOnline.show({
      id: this.#lists,
      title,
      detail: isRunning ? vscode.l10n.t('asking …') : found,
      papers,
      isRunning,
      hasMore: hasMore && !isRunning,
      ...(failures.length > 0 && !isRunning && { trouble: failuresSentence(failures) }),
    });
  }

  dispose(): void {
    this.close();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

/** `20+ from Crossref, arXiv`. */
function foundSentence(papers: readonly SearchedPaper[], hasMore: boolean): string {
  const ids = new Set(papers.flatMap(({ found }): readonly ServiceId[] => found.services));
  const names = allOf([...ids].map((id) => SERVICES[id].name));
  const all = hasMore ? `${localNumber(papers.length)}+` : localNumber(papers.length);
  return vscode.l10n.t('{0} from {1}', all, names);
}

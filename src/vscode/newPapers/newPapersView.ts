import * as vscode from 'vscode';
import { feedId, feedName } from '../../online/feeds/feedSetting';
import { lastAnswer } from '../../workflows/newPapers/schedule';
import { SECTIONS, type RankedNewPaper, type Section } from '../../workflows/newPapers/shownPapers';
import { FocusedRows } from '../host/focusedRows';
import { localNumber } from '../host/number';
import { tellInView } from '../host/tell';
import { openTreeView } from '../host/treeView';
import type { Services } from '../shell/services';
import { dayMessage } from './dayMessage';
import { leftOutSentence, mistakeSentence } from './feedSentences';
import { feedSettings } from './feedSettings';
import type { NewPapersSearch } from './newPapersSearch';
import type { NewPapersService } from './newPapersService';
import { TroubleNode, VersionNode, type NewPapersNode } from './newPapersNode';
import { NewPapersTree } from './newPapersTree';

type Sections = Readonly<Record<Section, readonly RankedNewPaper[]>>;

/** The New Papers view. */
export class NewPapersView implements vscode.Disposable {
  static readonly id = 'literatureNotes.newPapers';
  readonly tree = new NewPapersTree();
  readonly view: vscode.TreeView<NewPapersNode>;
  /** The rows that commands act on. */
  readonly rows: FocusedRows<NewPapersNode>;
  readonly #service: NewPapersService;
  readonly #services: Pick<Services, 'session' | 'log'>;
  readonly #search: NewPapersSearch;
  readonly #subscriptions: vscode.Disposable[];
  #shown = 0;

  constructor(service: NewPapersService, services: Pick<Services, 'session' | 'log'>, search: NewPapersSearch) {
    this.#service = service;
    this.#services = services;
    this.#search = search;
    this.view = openTreeView(NewPapersView.id, {
      treeDataProvider: this.tree,
      canSelectMany: true,
      showCollapseAll: true,
    });
    this.rows = new FocusedRows(this.view);
    this.#subscriptions = [
      this.tree,
      this.rows,
      this.view,
      service.onDidChange(() => this.refresh()),
      services.session.onDidChange(() => this.refresh()),
      this.view.onDidChangeVisibility(() => this.refresh()),
    ];
    this.refresh();
  }

  /** Draws what is known now. */
  refresh(): void {
    const shown = ++this.#shown;
    void this.#draw(() => shown === this.#shown).catch((error: unknown) =>
      this.#services.log.error('Showing new papers', error),
    );
  }

  async #draw(isCurrent: () => boolean): Promise<void> {
    const all = this.#service.sections();
    this.#tellBadge(all);
    if (!this.view.visible) return;
    const query = this.#services.session.answer?.query ?? '';
    const papers = SECTIONS.flatMap((section) => all[section]).map(({ paper }) => paper);
    const found = await this.#search.find(query, papers);
    if (!isCurrent()) return;
    const sections = found ? filtered(all, found) : all;
    this.tree.show({ sections, versions: this.#versions(), troubles: this.#troubles() });
    const count = SECTIONS.reduce((sum, section) => sum + sections[section].length, 0);
    this.view.description = this.#service.isFetching ? vscode.l10n.t('asking …') : littleKnown(sections);
    const message = found
      ? vscode.l10n.t('{0} of {1} new papers for “{2}”', localNumber(count), localNumber(papers.length), query)
      : this.#message();
    tellInView(this.view, message);
  }

  /** The number of papers that are likely for the user. */
  #tellBadge({ today, week }: Sections): void {
    const value = [...today, ...week].filter(({ band }) => band === 'likely').length;
    if (value === (this.view.badge?.value ?? 0)) return;
    const tooltip =
      value === 1 ? vscode.l10n.t('1 new paper likely for you') : vscode.l10n.t('{0} new papers likely for you', value);
    this.view.badge = value > 0 ? { value, tooltip } : undefined;
  }

  #message(): string | undefined {
    const feeds = feedSettings().flatMap((stated) => ('feed' in stated ? [stated.feed] : []));
    const states = feeds.map((feed) => this.#service.choices.value.feeds[feedId(feed)]);
    const now = this.#service.now();
    return dayMessage({
      state: this.#service.stateOfToday(),
      answered: Math.max(0, ...states.map((state) => lastAnswer(state, now) ?? 0)),
      isFetching: this.#service.isFetching,
      followsArxiv: feeds.some(({ kind }) => kind === 'arxiv'),
      now,
    });
  }

  #versions(): VersionNode[] {
    return this.#service.versions.map(({ citekey, title, version }) => new VersionNode(citekey, title, version));
  }

  #troubles(): TroubleNode[] {
    return feedSettings().flatMap((stated) => {
      if ('mistake' in stated)
        return [new TroubleNode(stated.stated, mistakeSentence(stated.mistake, stated.stated), 'mistake')];
      const { failure, leftOut = 0 } = this.#service.choices.value.feeds[feedId(stated.feed)] ?? {};
      const name = feedName(stated.feed);
      if (failure !== undefined) return [new TroubleNode(name, failure, 'failure')];
      return leftOut > 0 ? [new TroubleNode(name, leftOutSentence(leftOut), 'left-out')] : [];
    });
  }

  dispose(): void {
    this.#search.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

/** Said once, not in each row: no more than that is known of the user yet. */
function littleKnown(sections: Sections): string | undefined {
  const isSo = SECTIONS.some((section) => sections[section].some(({ isLittleKnown }) => isLittleKnown));
  return isSo ? vscode.l10n.t('few papers to go by yet') : undefined;
}

function filtered(all: Sections, found: ReadonlySet<string>): Sections {
  const kept = (section: Section) => all[section].filter(({ paper }) => found.has(paper.id));
  return { today: kept('today'), week: kept('week'), later: kept('later') };
}

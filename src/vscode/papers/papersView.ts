import * as vscode from 'vscode';
import { inBackground } from '../../base/inBackground';
import { Pause } from '../../base/pause';
import type { Entry } from '../../library/model/entry';
import type { SearchAnswer, SearchService } from '../../search/contract';
import { ContextKey } from '../host/contextKey';
import type { Log } from '../host/log';
import { isOnlineEnabled, PREFIX, rowLayout } from '../host/settings';
import { tellInView } from '../host/tell';
import { openTreeView } from '../host/treeView';
import { titleIn } from '../library/paperMarkdown';
import type { LibraryService } from '../library/libraryService';
import type { ReadingProgress } from '../library/readingProgress';
import type { NewVersions } from '../newPapers/newVersions';
import type { MarkedRetractions } from '../retractions/markedRetractions';
import type { LiveSources } from '../zotero/liveSources';
import type { NotesService } from '../notes/notesService';
import type { PaperCitations } from '../references/paperCitations';
import type { ShownOnline } from '../onlineResults/shownOnline';
import type { SearchFeed } from '../searching/searchFeed';
import type { SearchSession } from '../searching/searchSession';
import { searchStatus } from '../searching/searchStatus';
import type { ArrangementMemory } from './arrangementMemory';
import { PapersDrop } from './papersDrop';
import type { PapersNode } from './papersNode';
import { type PapersContent, PapersTree } from './papersTree';

/** Why the Papers view is empty, for its welcome texts. */
type PapersState = 'papers' | 'noFolder' | 'noSource' | 'noPapers' | 'noMatch' | 'loading';

/** So many rows are selected that were just added. */
const MOST_SELECTED = 100;
/** Once nobody has typed for so many milliseconds, the list shows the first that was found, wherever it was scrolled to before. */
const TO_TOP_MS = 150;
/** A search with so few answers may be better put to services on the web. */
const FEW = 10;

/** What the Papers view needs of the rest. */
export interface PapersViewParts {
  readonly library: LibraryService;
  readonly progress: ReadingProgress;
  readonly live: LiveSources;
  readonly notes: NotesService;
  readonly paperCitations: PaperCitations;
  readonly retractions: MarkedRetractions;
  readonly newVersions: NewVersions;
  readonly search: SearchService;
  readonly session: SearchSession;
  readonly feed: SearchFeed;
  readonly arrangement: ArrangementMemory;
  readonly shownOnline: ShownOnline;
  readonly log: Log;
}

/** The Papers view: brings the library, the notes, the search and the arrangement together and shows them as a tree. */
export class PapersView implements vscode.Disposable {
  static readonly id = 'literatureNotes.papers';

  readonly tree: PapersTree;
  readonly view: vscode.TreeView<PapersNode>;
  readonly #parts: PapersViewParts;
  readonly #state = new ContextKey<PapersState>('literatureNotes.papersState');
  readonly #hasQuery = new ContextKey<boolean>('literatureNotes.hasQuery');
  readonly #isSample = new ContextKey<boolean>('literatureNotes.isSample');
  readonly #onlineShown = new ContextKey<boolean>('literatureNotes.onlineShown');
  readonly #toTop = new Pause<string>(TO_TOP_MS, ([query]) => inBackground(this.#showTop(query)));
  readonly #subscriptions: vscode.Disposable[];
  #shownQuery: string | undefined;

  constructor(parts: PapersViewParts) {
    this.#parts = parts;
    this.tree = new PapersTree(this.#content());
    this.view = openTreeView(PapersView.id, {
      treeDataProvider: this.tree,
      canSelectMany: true,
      showCollapseAll: true,
      dragAndDropController: new PapersDrop(),
    });
    this.#subscriptions = [
      this.tree,
      this.view,
      parts.library.onDidChange(() => this.#update([])),
      parts.notes.onDidSettle((citekeys) => this.#update(citekeys)),
      parts.paperCitations.onDidSettle((citekeys) => this.#update(citekeys)),
      parts.retractions.onDidChange((citekeys) => this.#update(citekeys)),
      parts.newVersions.onDidChange((citekeys) => this.#update(citekeys)),
      this.#toTop,
      parts.session.onDidChange(() => (this.#isNewQuery() ? this.#showFound() : this.#update([]))),
      parts.session.onDidGoToResults(() => inBackground(this.focusFirst())),
      parts.feed.onDidFeed(() => inBackground(parts.session.again())),
      parts.progress.onDidChange(() => this.#tellState()),
      parts.live.onDidChange(() => this.#tellState()),
      parts.arrangement.onDidChange(() => this.#show()),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(`${PREFIX}.papers.row`) || change.affectsConfiguration(`${PREFIX}.online`)) {
          this.#show();
        }
      }),
      parts.shownOnline.onDidChange(() => {
        this.tree.showOnline(this.#content());
        this.#tellState();
      }),
      parts.shownOnline.onDidGoToPapers(() => inBackground(this.#focusOnline())),
    ];
    this.#tellState();
  }

  /** Moves the focus to the first paper. */
  async focusFirst(): Promise<void> {
    const first = await this.tree.firstPaper();
    if (first) await this.view.reveal(first, { select: true, focus: true });
    else await vscode.commands.executeCommand(`${PapersView.id}.focus`);
  }

  /** Moves the focus to the first paper of the web. */
  async #focusOnline(): Promise<void> {
    const row = this.tree.firstOnline();
    if (row) await this.view.reveal(row, { select: true, focus: true });
  }

  /** Shows papers in the tree and selects them; a search that does not find one of them is ended. */
  async reveal(citekeys: readonly string[]): Promise<void> {
    let rows = await this.#rowsOf(citekeys);
    if (rows.length < citekeys.length && this.#parts.session.answer) {
      await this.#parts.session.setQuery('');
      rows = await this.#rowsOf(citekeys);
    }
    for (const [i, row] of rows.slice(0, MOST_SELECTED).entries()) {
      // VS Code selects one row and no more, but each row that has the focus can be added to the selection.
      await this.view.reveal(row, { select: i === 0, focus: true });
      if (i > 0) await vscode.commands.executeCommand('list.toggleSelection');
    }
  }

  async #rowsOf(citekeys: readonly string[]): Promise<PapersNode[]> {
    const rows: PapersNode[] = [];
    for (const citekey of citekeys) {
      const row = await this.tree.rowOf(citekey);
      if (row) rows.push(row);
    }
    return rows;
  }

  /** Shows what was found, from its first row on: VS Code keeps how far down a list was looked through, with whatever is in it now. */
  #showFound(): void {
    this.#show();
    this.#toTop.dispose();
    if (this.#shownQuery !== undefined) this.#toTop.add([this.#shownQuery]);
  }

  async #showTop(query: string): Promise<void> {
    const [first] = await this.tree.getChildren();
    // To reveal a row in a view that is closed would open it.
    const isWanted = this.view.visible && query === this.#shownQuery;
    if (first && isWanted) await this.view.reveal(first, { select: false, focus: false });
  }

  #show(): void {
    this.tree.show(this.#content());
    this.#tellState();
  }

  /** Follows a change of the papers or of what is known of them; `touched` are those whose rows may look different by it. */
  #update(touched: readonly string[]): void {
    this.tree
      .update(this.#content(), new Set(touched), this.view.selection)
      .catch((error: unknown) => this.#parts.log.error('Showing the papers', error));
    this.#tellState();
  }

  /** Whether another query is answered than before; the same one is asked again when the library changes. */
  #isNewQuery(): boolean {
    const before = this.#shownQuery;
    this.#shownQuery = this.#parts.session.answer?.query;
    return this.#shownQuery !== before;
  }

  #content(): PapersContent {
    const {
      library,
      notes,
      paperCitations: citations,
      search,
      session,
      arrangement,
      shownOnline,
      retractions,
      newVersions,
    } = this.#parts;
    const { answer, meaning } = session;
    return {
      entries: answer ? found(session.ids, answer.mode, library) : library.shown.entries(),
      arrangement: arrangement.current,
      layout: rowLayout(),
      query: answer?.query,
      citations,
      retractions,
      newVersions,
      titleOf: (citekey) => titleIn(library, citekey),
      stateOf: (citekey) => notes.stateOf(citekey),
      explain: answer && ((citekey) => search.explain(citekey, answer.query)),
      online: shownOnline.content,
      wordsToAsk: answer && meaning && !shownOnline.content && mayAsk(answer) ? meaning.onlineWords : '',
    };
  }

  #tellState(): void {
    const { session, library, progress, live } = this.#parts;
    this.#state.set(this.#papersState());
    this.#isSample.set(library.isSample);
    this.#hasQuery.set(session.query !== '');
    this.#onlineShown.set(this.#parts.shownOnline.content !== undefined);
    const sample =
      library.isSample && !session.answer
        ? vscode.l10n.t('Sample library, to try things out. The + button, “Add Paper List…”, brings your own.')
        : '';
    const found = session.answer ? searchStatus(this.#parts) : '';
    const message = [sample, found, live.message, progress.message].filter(Boolean).join(' ');
    // VS Code shows no welcome text beside a message.
    const isUntold = (session.answer?.total === 0 && !this.tree.hasOnline) || message === '';
    tellInView(this.view, isUntold ? undefined : message);
    this.view.description = library.isSample ? vscode.l10n.t('Sample library') : undefined;
  }

  #papersState(): PapersState {
    const { session, library, feed } = this.#parts;
    if (session.answer?.total === 0) return feed.isWhole ? 'noMatch' : 'loading';
    if (library.shown.entries().length > 0) return 'papers';
    if (!vscode.workspace.workspaceFolders?.length) return 'noFolder';
    if (!library.isLoaded) return 'loading';
    return library.hasSources ? 'noPapers' : 'noSource';
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

/** Whether services on the web are worth to be asked as well: the library has few papers. */
function mayAsk({ total, mode, problems }: SearchAnswer): boolean {
  const hasFew = total <= FEW || mode === 'most-words';
  return hasFew && problems.length === 0 && isOnlineEnabled();
}

/**
 * The entries of an answer, best first; those of filters alone, which rank nothing, in the order of the paper lists. A
 * paper that left the library since it was searched is left out.
 */
function found(ids: readonly string[], mode: SearchAnswer['mode'], library: LibraryService): Entry[] {
  if (mode !== 'filters') return ids.map((id) => library.shown.get(id)).filter((entry) => entry !== undefined);
  const wanted = new Set(ids);
  return library.shown.entries().filter(({ citekey }) => wanted.has(citekey));
}

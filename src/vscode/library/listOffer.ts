import * as vscode from 'vscode';
import { UnmatchedLists } from '../../workflows/unmatchedLists';
import type { FollowingParts } from '../../workspace/documentFacts';
import { fileNameOf } from '../../workspace/uri';
import type { Log } from '../host/log';
import { localNumber } from '../host/number';
import { offer } from '../host/tell';
import { allOf } from '../host/wordList';
import type { LibraryService } from './libraryService';

/** The files that were offered in this workspace, so that each is offered once. */
const OFFERED = 'lists.offered';
const MOST_REMEMBERED = 500;
/** So many files are named in one offer, and counted for it. */
const MOST_NAMED = 3;
const MOST_COUNTED = 20;

interface Counted {
  readonly uri: string;
  readonly papers: number;
}

/** Offers, once, the files of the workspace that look like paper lists and are none yet. It begins when the sources have been read. */
export class ListOffer implements vscode.Disposable {
  readonly #lists: UnmatchedLists;
  readonly #library: LibraryService;
  readonly #state: vscode.Memento;
  readonly #log: Log;
  readonly #stop: () => void;
  #looking: Promise<void> = Promise.resolve();
  #isDisposed = false;

  constructor(library: LibraryService, following: FollowingParts, state: vscode.Memento, log: Log) {
    this.#library = library;
    this.#state = state;
    this.#log = log;
    this.#lists = new UnmatchedLists((uri) => library.isSource(vscode.Uri.parse(uri)), following);
    this.#stop = this.#lists.onDidChange(() => this.#look());
    this.#look();
  }

  #look(): void {
    if (this.#isDisposed) return;
    // One after the other, so that there is one offer at a time.
    this.#looking = this.#looking
      .then(() => this.#offer())
      .catch((error: unknown) => this.#log.error('Looking for paper lists', error));
  }

  async #offer(): Promise<void> {
    const known = new Set(this.#offered);
    const fresh = (await this.#lists.all()).filter((uri) => !known.has(uri)).slice(0, MOST_COUNTED);
    const counted: Counted[] = [];
    for (const uri of fresh) {
      if (this.#isDisposed) return;
      counted.push({ uri, papers: await this.#library.papersIn(vscode.Uri.parse(uri)) });
    }
    if (fresh.length > 0) await this.#remember(fresh);
    const lists = counted.filter(({ papers }) => papers > 0);
    if (lists.length === 0 || !(await ask(lists))) return;
    await vscode.commands.executeCommand(
      'literatureNotes.addPaperList',
      lists.map(({ uri }) => vscode.Uri.parse(uri)),
    );
  }

  get #offered(): readonly string[] {
    const stored = this.#state.get<unknown>(OFFERED);
    return Array.isArray(stored) ? stored.filter((uri): uri is string => typeof uri === 'string') : [];
  }

  async #remember(uris: readonly string[]): Promise<void> {
    await this.#state.update(OFFERED, [...uris, ...this.#offered].slice(0, MOST_REMEMBERED));
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#stop();
    this.#lists.dispose();
  }
}

function ask(lists: readonly Counted[]): Promise<boolean> {
  const papers = lists.reduce((sum, list) => sum + list.papers, 0);
  const names = lists.map(({ uri }) => fileNameOf(uri));
  const all = allOf(names, MOST_NAMED);
  if (lists.length > 1) {
    const sentence = vscode.l10n.t('{0} hold {1} references. Add them?', all, localNumber(papers));
    return offer(sentence, vscode.l10n.t('Add Them'), 'information');
  }
  const sentence =
    papers === 1
      ? vscode.l10n.t('{0} holds 1 reference. Add it?', all)
      : vscode.l10n.t('{0} holds {1} references. Add it?', all, localNumber(papers));
  return offer(sentence, vscode.l10n.t('Add It'), 'information');
}

import * as vscode from 'vscode';
import { authorNames, displayTitle } from '../../library/model/display';
import type { Entry } from '../../library/model/entry';
import { isFailure } from '../../online/failure';
import { searchable } from '../../online/lookUp';
import { searchServices, type SearchedOnline } from '../../online/mergedSearch';
import { webAddress } from '../../online/requests/request';
import { SERVICES } from '../../online/services';
import { searchedPapers, type SearchedPaper } from '../../workflows/adding/searchedPapers';
import { changingList, inertItem, input, pick } from '../host/ask';
import { tell } from '../host/tell';
import { EntryAdder } from '../library/entryAdder';
import type { LibraryService } from '../library/libraryService';
import { addTargets } from './addTargets';
import { failuresSentence } from './failureSentences';
import { signalOf, type OnlineService } from './onlineService';

/** So many papers are shown at a time. */
const PAGE = 20;
const AUTHORS = 3;
const ABSTRACT = 300;

interface ResultItem extends vscode.QuickPickItem {
  /** Left out for the row that gets more. */
  readonly paper?: SearchedPaper;
}

/** What can be done with a result. */
type Action = 'add' | 'cite' | 'note' | 'open';

/** Searches services for words and offers what they found. */
export class OnlineSearch {
  readonly #library: LibraryService;
  readonly #online: OnlineService;

  constructor(library: LibraryService, online: OnlineService) {
    this.#library = library;
    this.#online = online;
  }

  /** @param suggested what stands in the box at first where no words are given */
  async run(words: string | undefined, suggested: string): Promise<void> {
    const prompt = vscode.l10n.t('Words to search OpenAlex, arXiv and others for');
    const asked = words ?? (await input({ prompt, value: suggested }));
    if (asked === undefined || asked.trim() === '') return;
    const asking = await this.#online.asking(new AbortController().signal);
    if (!(await this.#online.agreeTo(searchable(asking).map(({ id }) => id)))) return;
    const shown: SearchedPaper[] = [];
    for (let offset = 0; ; offset += PAGE) {
      const answer = await this.#search(asked, offset);
      if (!answer) return;
      shown.push(...searchedPapers(answer.found, this.#library.own));
      if (shown.length === 0) return tell(nothingFound(answer, asked), 'warning');
      const chosen = await this.#show(asked, shown, answer);
      if (chosen === 'more') continue;
      if (chosen) await this.#act(chosen);
      return;
    }
  }

  /** The papers of the web for these words, merged. Undefined where the user gave up. */
  async #search(words: string, offset: number): Promise<SearchedOnline | undefined> {
    const title = vscode.l10n.t('Searching online for “{0}”', words);
    const options = { location: vscode.ProgressLocation.Notification, cancellable: true, title };
    return vscode.window.withProgress(options, async (_, token) => {
      try {
        return await searchServices(words, PAGE, offset, await this.#online.asking(signalOf(token)));
      } catch (error) {
        if (isFailure(error)) return undefined;
        throw error;
      }
    });
  }

  #show(
    words: string,
    papers: readonly SearchedPaper[],
    { failures }: SearchedOnline,
  ): Promise<SearchedPaper | 'more' | undefined> {
    const silent = failures.length > 0 ? ` · ${failuresSentence(failures)}` : '';
    const list = changingList<ResultItem>(
      vscode.l10n.t('Found online for “{0}”', words) + silent,
      vscode.l10n.t('Choose a paper to add, cite or open it'),
    );
    list.matchOnDetail = true;
    const more = inertItem<ResultItem>({ label: vscode.l10n.t('More…'), alwaysShow: true });
    list.items = [...papers.map(resultItem), more];
    return new Promise((resolve) => {
      list.onDidAccept(() => {
        const [chosen] = list.activeItems;
        if (!chosen) return;
        resolve(chosen.paper ?? 'more');
        list.hide();
      });
      list.onDidHide(() => {
        resolve(undefined);
        list.dispose();
      });
      list.show();
    });
  }

  async #act({ entry, own, found }: SearchedPaper): Promise<void> {
    const actions: { label: string; action: Action }[] = [
      ...(own ? [] : [{ label: vscode.l10n.t('Add to the Library'), action: 'add' as const }]),
      { label: own ? vscode.l10n.t('Cite') : vscode.l10n.t('Add and Cite'), action: 'cite' },
      { label: own ? vscode.l10n.t('Open Note') : vscode.l10n.t('Add and Open Note'), action: 'note' },
      { label: vscode.l10n.t('Open in Browser'), action: 'open' },
    ];
    const chosen = await pick(actions, { title: displayTitle(entry), placeHolder: entry.abstract?.slice(0, ABSTRACT) });
    if (!chosen) return;
    if (chosen.action === 'open') {
      const page = webAddress(found.url ?? '');
      if (page) await vscode.env.openExternal(vscode.Uri.parse(page.href));
      return;
    }
    const draft = vscode.window.activeTextEditor;
    const citekey = own?.citekey ?? (await this.#add(entry));
    if (citekey === undefined) return;
    // The library has it as soon as its list is read again.
    await vscode.commands.executeCommand('literatureNotes._revealPaper', citekey);
    if (chosen.action === 'add') return;
    if (chosen.action === 'cite' && draft) await vscode.window.showTextDocument(draft.document, draft.viewColumn);
    const command = chosen.action === 'cite' ? 'literatureNotes.insertCitation' : 'literatureNotes.openNote';
    await vscode.commands.executeCommand(command, citekey);
  }

  async #add(entry: Entry): Promise<string | undefined> {
    const targets = addTargets(this.#library);
    if (targets.length === 0) {
      tell(vscode.l10n.t('There is no paper list yet that could take the entry.'));
      return undefined;
    }
    const items = targets.map((source) => ({ label: vscode.workspace.asRelativePath(source.uri), source }));
    const target =
      targets.length === 1 ? items[0] : await pick(items, { placeHolder: vscode.l10n.t('Add the entry to') });
    if (!target || !(await new EntryAdder(this.#library).add([entry], target.source))) return undefined;
    return entry.citekey;
  }
}

function resultItem(paper: SearchedPaper): ResultItem {
  const { entry, own, found } = paper;
  const names = authorNames(entry);
  const authors = names.length > AUTHORS ? `${names.slice(0, AUTHORS).join(', ')}, …` : names.join(', ');
  const from = found.services.map((service) => SERVICES[service].name).join(', ');
  const retracted = found.isRetracted ? vscode.l10n.t('RETRACTED') : undefined;
  const abstract = entry.abstract?.replace(/\s+/g, ' ').slice(0, ABSTRACT);
  return inertItem({
    paper,
    label: displayTitle(entry),
    description: own ? vscode.l10n.t('in your library: {0}', own.citekey) : entry.year?.toString(),
    detail: [retracted, authors, entry.venue, from, abstract].filter(Boolean).join(' · '),
  });
}

function nothingFound({ failures }: SearchedOnline, words: string): string {
  return failures.length > 0
    ? failuresSentence(failures)
    : vscode.l10n.t('The services find nothing for “{0}”.', words);
}

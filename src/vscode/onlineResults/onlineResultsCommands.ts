import * as vscode from 'vscode';
import { searchPages } from '../../online/lists/searchPages';
import { searchable, servicesFor } from '../../online/lookUp';
import { identifierOf } from '../../library/model/identifierOf';
import type { ServiceId } from '../../online/services';
import { onlineWords } from '../../workflows/onlineWords';
import { input } from '../host/ask';
import type { OnlineService } from '../online/onlineService';
import type { Services } from '../shell/services';
import { CitationLists } from './citationLists';
import { FoundActions } from './foundActions';
import { OnlineResults } from './onlineResults';
import { onlinePapersOf } from './onlineArguments';

/** The commands about papers of the web, over one list of them. */
export function onlineResultsCommands(services: Services, online: OnlineService) {
  const results = new OnlineResults(services, online);
  const found = new FoundActions(services);
  const lists = new CitationLists(services, online, results);

  /** @param isAsked whether the user sits at the keyboard, and is asked before something is sent for the first time */
  const search = async (words: string, isAsked: boolean) => {
    const recipients = await searched(words, online);
    if (!isAsked) online.tell(recipients);
    else if (!(await online.agreeTo(recipients))) return;
    await results.show({
      title: vscode.l10n.t('Found online for “{0}”', words),
      next: searchPages(words),
      nothing: vscode.l10n.t('The services find nothing for “{0}”.', words),
      withOwn: true,
      takesFocus: isAsked,
    });
  };

  /** Searches for what stands in the search box; where that is nothing to ask others for, the user is asked. */
  const searchHere = async (given?: unknown) => {
    const words = textOf(given) ?? textOf(onlineWords(services.session.query)) ?? (await askForWords());
    if (words !== undefined) await search(words, true);
  };

  /** The papers of rows; without any, the one that the details view shows. */
  const papersOf = (args: readonly unknown[]) => {
    const { guest } = services.details;
    return args.length === 0 && guest ? [guest] : onlinePapersOf(args);
  };

  const actions = {
    searchOnline: (query: unknown) => {
      const words = textOf(query);
      return words === undefined ? askForWords(services.session.query).then(searchIf) : search(words, false);
    },
    closeOnlineResults: () => results.stop(),
    addOnlinePaper: async (...args: unknown[]) => {
      const keys = await found.add(papersOf(args));
      // The list was shown that has it now; who adds one from its row may want to add the next.
      if (keys && onlinePapersOf(args).length > 0) await vscode.commands.executeCommand('literatureNotes.papers.focus');
      return keys;
    },
    citeOnlinePaper: (...args: unknown[]) => found.cite(papersOf(args)),
    noteOnlinePaper: (...args: unknown[]) => found.note(papersOf(args)),
    openOnlinePaper: (...args: unknown[]) => found.open(papersOf(args)),
    showCitedWorks: (...args: unknown[]) => lists.showCited(args),
    showCitingWorks: (...args: unknown[]) => lists.showCiting(args),
    findMissingWorks: (...args: unknown[]) => lists.findMissing(args),
    _lookForKey: async (...args: unknown[]) => {
      const { LookForKey } = await import('./lookForKey');
      return new LookForKey(services, online).execute(args);
    },
    _searchOnlineHere: searchHere,
    _showOnlinePaper: (...args: unknown[]) => found.show(onlinePapersOf(args)),
    _moreOnlinePapers: () => results.more(),
  };
  return { actions, results };

  async function searchIf(words: string | undefined): Promise<void> {
    if (words !== undefined) await search(words, true);
  }
}

/** The services that are sent the words. */
async function searched(words: string, online: OnlineService): Promise<readonly ServiceId[]> {
  const identifiers = words.split(/\s+/).map(identifierOf);
  if (identifiers.every((each) => each !== undefined)) return [...new Set(identifiers.flatMap(servicesFor))];
  return searchable(await online.asking(new AbortController().signal)).map(({ id }) => id);
}

async function askForWords(value = ''): Promise<string | undefined> {
  const prompt = vscode.l10n.t('Words to search OpenAlex, arXiv and others for');
  return textOf(await input({ prompt, value: onlineWords(value) }));
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

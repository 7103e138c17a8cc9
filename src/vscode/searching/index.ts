import * as vscode from 'vscode';
import { inBackground } from '../../base/inBackground';
import { toggledTerm } from '../../workflows/queryTerms';
import { lazyCommand } from '../host/command';
import type { FeatureContext } from '../shell/feature';
import { ClearSearch } from './clearSearch';
import { RecentSearches } from './recentSearches';
import { SearchMemory } from './searchMemory';
import { SearchPapers } from './searchPapers';
import { searchState } from './searchState';
import { SearchView } from './searchView';
import { Suggestions } from './suggestions';

/** The search box of the sidebar, with its filters and its saved searches. */
export function searching({ services, extension, state, userState, own, commands }: FeatureContext): void {
  const { session, library, feed, notes, paperCitations: citations, retractions, log, onDidChangeLibrary } = services;
  const memory = new SearchMemory({ workspace: state, user: userState });
  const suggestions = new Suggestions(library, notes, citations, log);
  const actions = {
    search: (query: string) => inBackground(session.setQuery(query)),
    toggle: (term: string) => inBackground(session.setQuery(toggledTerm(session.query, term))),
    toResults: () => session.goToResults(),
    again: () => inBackground(session.again()),
    suggest: (text: string, cursor: number) => suggestions.at(text, cursor),
  };
  const parts = { session, library, feed, notes, citations, retractions, memory };
  const view = new SearchView(extension, actions, () => searchState(parts));
  own(
    memory,
    new RecentSearches(session, memory),
    vscode.window.registerWebviewViewProvider(SearchView.id, view),
    session.onDidAsk(() => view.show()),
    session.onDidChange(() => view.show()),
    memory.onDidChange(() => view.show()),
    onDidChangeLibrary(() => {
      suggestions.forget();
      view.show();
    }),
    retractions.onDidChange(() => view.show()),
    citations.onDidChange(() => {
      suggestions.forget();
      view.show();
    }),
  );
  commands(
    new SearchPapers(session, view),
    new ClearSearch(session),
    lazyCommand('literatureNotes.searchHelp', async () => {
      const { SearchHelp } = await import('./searchHelp');
      return new SearchHelp(session, view);
    }),
    lazyCommand(
      'literatureNotes.filterPapers',
      async () => new (await import('./filterPapers')).FilterPapers(session, parts),
    ),
    lazyCommand(
      'literatureNotes.saveSearch',
      async () => new (await import('./saveSearch')).SaveSearch(session, memory),
    ),
    lazyCommand('literatureNotes.openSearch', async () => {
      const { OpenSearch } = await import('./openSearch');
      return new OpenSearch(session, memory, view);
    }),
  );
}

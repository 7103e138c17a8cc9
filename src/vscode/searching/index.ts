import * as vscode from 'vscode';
import type { FeatureContext } from '../shell/feature';
import { ClearSearch } from './clearSearch';
import { SearchHelp } from './searchHelp';
import { SearchPapers } from './searchPapers';
import { searchStatus } from './searchStatus';
import { SearchView } from './searchView';

/** The search box of the sidebar. */
export function searching({ services, extension, own, commands }: FeatureContext): void {
  const { session, library } = services;
  const view = new SearchView(extension, session, () => searchStatus(session, library));
  own(
    vscode.window.registerWebviewViewProvider(SearchView.id, view),
    session.onDidAsk(() => view.show()),
    session.onDidChange(() => view.show()),
    library.onDidChange(() => view.show()),
  );
  commands(new SearchPapers(session, view), new ClearSearch(session), new SearchHelp(session, view));
}

import * as vscode from 'vscode';
import { PaperChooser } from './paperChooser';
import { PaperQuickPick } from './paperQuickPick';
import type { Services } from '../shell/services';
import { ArrangementMemory } from './arrangementMemory';
import { PapersView } from './papersView';
import { RowSelection } from './rowSelection';
import { SearchView } from '../searching/searchView';

/** The views of the sidebar, and what commands need of them. */
export interface Sidebar {
  readonly arrangement: ArrangementMemory;
  readonly chooser: PaperChooser;
  readonly papers: PapersView;
  readonly searchView: SearchView;
}

/** Makes the search box and the papers tree. */
export function createSidebar(context: vscode.ExtensionContext, services: Services): Sidebar {
  const arrangement = new ArrangementMemory(context.workspaceState);
  const papers = new PapersView({ ...services, arrangement });
  const searchView = new SearchView(context.extensionUri, services.session, {
    status: () => papers.status(),
    toResults: () => void papers.focusFirst(),
  });
  const selection = new RowSelection(papers.view);
  const chooser = new PaperChooser(
    services.library,
    selection,
    new PaperQuickPick(services.library, services.search, services.log),
  );
  context.subscriptions.push(
    arrangement,
    papers,
    selection,
    papers.onDidShow(() => searchView.show()),
    vscode.window.registerWebviewViewProvider(SearchView.id, searchView),
  );
  return { arrangement, chooser, papers, searchView };
}

import * as vscode from 'vscode';
import { lazyCommand } from '../host/command';
import type { FeatureContext } from '../shell/feature';
import { ArrangementMemory } from './arrangementMemory';
import { SHOW_PAPER } from './papersItem';
import { PapersView } from './papersView';
import { RowSelection } from './rowSelection';
import { ShowMore } from './showMore';
import { TakeFocusedRow } from './takeFocusedRow';

/** The tree of papers in the sidebar, and what can be done with its rows. */
export function papers({ services, state, own, commands }: FeatureContext): void {
  const { session, notes, choice, drafts, details } = services;
  const arrangement = new ArrangementMemory(state);
  const view = new PapersView({ ...services, arrangement });
  const selection = new RowSelection(view.view);
  choice.watch(() => selection.citekeys(), selection.onDidChange);
  own(arrangement, view, selection);
  commands(
    lazyCommand(
      'literatureNotes.groupPapers',
      async () => new (await import('./arrangePapers')).GroupPapers(arrangement),
    ),
    lazyCommand(
      'literatureNotes.sortPapers',
      async () => new (await import('./arrangePapers')).SortPapers(arrangement),
    ),
    new ShowMore(view.tree),
    lazyCommand(SHOW_PAPER, async () => {
      const { ShowPaper } = await import('./showPaper');
      return new ShowPaper(notes, drafts, details, () => selection.clicked());
    }),
    new TakeFocusedRow(selection),
    lazyCommand(
      'literatureNotes.relatedPapers',
      async () => new (await import('./relatedPapers')).RelatedPapers(session, choice),
    ),
    lazyCommand('literatureNotes.copyCitekey', async () => new (await import('./copyCitekey')).CopyCitekey(choice)),
    lazyCommand('literatureNotes.copyAsBibtex', async () => new (await import('./copyAsBibtex')).CopyAsBibtex(choice)),
    lazyCommand(
      'literatureNotes.openInBrowser',
      async () => new (await import('./openInBrowser')).OpenInBrowser(choice),
    ),
    lazyCommand(
      'literatureNotes.revealInSource',
      async () => new (await import('./revealInSource')).RevealInSource(choice),
    ),
    {
      // What menus and the key of a row do, under a name of its own: VS Code shows that key beside it, not the one of editors. A paper
      // of the web is added first.
      id: 'literatureNotes.citeRow',
      execute: (...rows) => {
        const online = rows.length > 0 ? [] : selection.online();
        if (online.length === 0) return vscode.commands.executeCommand('literatureNotes.insertCitation', ...rows);
        return vscode.commands.executeCommand('literatureNotes.citeOnlinePaper', online);
      },
    },
    {
      // Not for users: other features show with it what they have added.
      id: 'literatureNotes._revealPaper',
      execute: async (key) => (await import('./revealPaper')).revealPaper(view, services.library, key),
    },
  );
}

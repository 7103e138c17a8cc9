import type { FeatureContext } from '../shell/feature';
import { ArrangementMemory } from './arrangementMemory';
import { GroupPapers, SortPapers } from './arrangePapers';
import { CopyAsBibtex } from './copyAsBibtex';
import { CopyCitekey } from './copyCitekey';
import { OpenInBrowser } from './openInBrowser';
import { PapersView } from './papersView';
import { RelatedPapers } from './relatedPapers';
import { RevealInSource } from './revealInSource';
import { RowSelection } from './rowSelection';
import { ShowMore } from './showMore';
import { ShowPaper } from './showPaper';
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
    new GroupPapers(arrangement),
    new SortPapers(arrangement),
    new ShowMore(view.tree),
    new ShowPaper(notes, drafts, details),
    new TakeFocusedRow(selection),
    new RelatedPapers(session, choice),
    new CopyCitekey(choice),
    new CopyAsBibtex(choice),
    new OpenInBrowser(choice),
    new RevealInSource(choice),
    {
      // Not for users: other features show with it what they have added.
      id: 'literatureNotes._revealPaper',
      execute: async (key) => (await import('./revealPaper')).revealPaper(view, services.library, key),
    },
  );
}

import * as vscode from 'vscode';
import { CitedEntries } from '../citing/bibliography/citedEntries';
import type { FeatureContext } from '../shell/feature';
import { ActiveCitations } from './activeCitations';

/** What the document at hand cites, as a view of the sidebar. */
export function citations({ services, state, own, commands }: FeatureContext): void {
  const { library, citations: index, bibliographies, documents, choice, log } = services;
  const cited = new CitedEntries({ library, documents, citations: index, bibliographies });
  const changes = [
    (listener: () => void) => library.onDidChange(listener),
    (listener: () => void) => new vscode.Disposable(index.onDidChange(listener)),
    (listener: () => void) => bibliographies.onDidChange(listener),
    (listener: () => void) => vscode.workspace.onDidChangeTextDocument(listener),
  ];
  const active = new ActiveCitations({ library, documents, citations: index, cited, choice }, changes, state, log);
  choice.watchKeyed(() => active.rows?.take());
  own(active);
  commands(
    { id: 'literatureNotes._takeFocusedCited', execute: () => active.rows?.takeFocused() },
    { id: 'literatureNotes.showCitations', execute: () => active.show() },
    {
      id: 'literatureNotes.copyCitedAsBibtex',
      execute: async () => (await import('./copyCitedAsBibtex')).copyCitedAsBibtex(active),
    },
    {
      id: 'literatureNotes.insertCitationAgain',
      execute: async (...args) => (await import('./insertCitationAgain')).insertCitationAgain(active, args),
    },
  );
}

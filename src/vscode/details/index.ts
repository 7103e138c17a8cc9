import * as vscode from 'vscode';
import type { Command } from '../host/command';
import type { FeatureContext } from '../shell/feature';
import { tell } from '../host/tell';
import { DetailsView } from './detailsView';

/** More papers do not stand side by side so that somebody could read them. */
const MOST_COMPARED = 5;

/** Everything that is known of a paper, in a view of its own. */
export function details({ services, extension, own, commands }: FeatureContext): void {
  const { details: shown, choice } = services;
  const pinning = (id: Command['id'], isPinned: boolean): Command => ({ id, execute: () => shown.pin(isPinned) });
  own(shown, vscode.window.registerWebviewViewProvider(DetailsView.id, new DetailsView(extension, services)));
  commands(
    {
      id: 'literatureNotes.showDetails',
      execute: async (...args) => {
        const title = vscode.l10n.t('Show Details');
        const [entry] = await choice.papers(args, { title, many: false });
        if (!entry) return;
        shown.show(entry.citekey);
        await vscode.commands.executeCommand(`${DetailsView.id}.focus`);
      },
    },
    {
      id: 'literatureNotes.comparePapers',
      execute: async (...args) => {
        const entries = await choice.papers(args, {
          title: vscode.l10n.t('Compare Papers'),
          many: true,
          // One alone is compared with nothing.
          inEditor: 'none',
        });
        if (entries.length === 0) return;
        if (entries.length < 2 || entries.length > MOST_COMPARED) {
          return tell(vscode.l10n.t('Choose two to five papers to compare.'));
        }
        const { showComparison } = await import('./panels');
        showComparison(extension, services, entries);
      },
    },
    pinning('literatureNotes.pinDetails', true),
    pinning('literatureNotes.unpinDetails', false),
  );
}

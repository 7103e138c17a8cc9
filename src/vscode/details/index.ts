import * as vscode from 'vscode';
import type { Command } from '../host/command';
import type { FeatureContext } from '../shell/feature';
import { DetailsView } from './detailsView';

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
        const [entry] = await choice.papers(args, { title, many: false, cited: true });
        if (!entry) return;
        shown.show(entry.citekey);
        await vscode.commands.executeCommand(`${DetailsView.id}.focus`);
      },
    },
    pinning('literatureNotes.pinDetails', true),
    pinning('literatureNotes.unpinDetails', false),
  );
}

import * as vscode from 'vscode';
import { lazyCommand } from '../host/command';
import type { FeatureContext } from '../shell/feature';
import { IdentifierLinkProvider, LINKED_FILES } from './identifierLinkProvider';
import { ListOffer } from './listOffer';
import { Refresh } from './refresh';
import { SourceFixes } from './sourceFixes';
import { StopReading } from './stopReading';
import { UnreachableSources } from './unreachableSources';

/** The paper lists of the workspace: adding to them, reading them anew, mending what is wrong with them. */
export function library({ services, state, own, commands }: FeatureContext): void {
  const { library, notes, progress, reload, following, log, ready } = services;
  own(new SourceFixes(library).register());
  own(vscode.languages.registerDocumentLinkProvider(LINKED_FILES, new IdentifierLinkProvider(library, notes)));
  own(new UnreachableSources(), new ListOffer(library, following, state, log, ready));
  commands(
    lazyCommand('literatureNotes.addPaperList', async () => {
      const { AddPaperList } = await import('./addPaperList');
      return new AddPaperList(library);
    }),
    lazyCommand('literatureNotes.addEntryFromClipboard', async () => {
      const [{ AddEntryFromClipboard }, { EntryAdder }] = await Promise.all([
        import('./addEntryFromClipboard'),
        import('./entryAdder'),
      ]);
      return new AddEntryFromClipboard(library, new EntryAdder(library));
    }),
    new Refresh(reload),
    new StopReading(progress),
  );
}

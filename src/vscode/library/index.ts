import * as vscode from 'vscode';
import { lazyCommand } from '../host/command';
import { LazyFixes } from '../host/lazyFixes';
import type { FeatureContext } from '../shell/feature';
import { IdentifierLinkProvider, LINKED_FILES } from './identifierLinkProvider';
import { Refresh } from './refresh';
import { StopReading } from './stopReading';
import { UnreachableSources } from './unreachableSources';

/** Documents that can be sources. */
const SOURCES: vscode.DocumentSelector = [{ pattern: '**/*.{bib,ris,json,yaml,yml,txt}' }];

/** The paper lists of the workspace: adding to them, reading them anew, mending what is wrong with them. */
export function library({ services, state, own, commands }: FeatureContext): void {
  const { library, notes, progress, live, reload, following, log, ready } = services;
  own(new LazyFixes(async () => new (await import('./sourceFixes')).SourceFixes(library)).register(SOURCES));
  own(vscode.languages.registerDocumentLinkProvider(LINKED_FILES, new IdentifierLinkProvider(library, notes)));
  own(new UnreachableSources());
  // Nothing is offered before the sources have been read; what looks for it is loaded then.
  void ready
    .then(async () => own(new (await import('./listOffer')).ListOffer(library, following, state, log)))
    .catch((error: unknown) => log.error('Looking for paper lists', error));
  void ready
    .then(async () => {
      const { UnreachableFolders } = await import('./unreachableFolders');
      const folders = new UnreachableFolders(library);
      own(folders);
      await folders.tell();
    })
    .catch((error: unknown) => log.error('Looking for folders of paper lists', error));
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
    new Refresh(async () => {
      await live.refresh?.();
      await reload();
    }),
    new StopReading(progress),
  );
}

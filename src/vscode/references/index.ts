import * as vscode from 'vscode';
import { KeyPlaces } from '../citing/showing/keyPlaces';
import { CITING_DOCUMENTS } from '../citing/selectors';
import { lazyCommand } from '../host/command';
import type { FeatureContext } from '../shell/feature';
import type { CitekeyRenamer } from './citekeyRenamer';
import type { CitekeyRenames } from './citekeyRenames';
import { ChangedKeys } from './changedKeys';
import { KeyChangeFixes } from './keyChangeFixes';
import { KeysAtPositions } from './keyAtPosition';
import { PaperSymbols } from './paperSymbols';
import type { PaperReferences } from './paperReferences';
import { CitekeyReferences } from './referencesProvider';
import { CitekeyRenameProvider } from './renameProvider';
import { SHOW_CELL } from './showPlace';

/** Documents that cite, and paper lists in which a citekey can be pointed at. */
const DOCUMENTS: readonly vscode.DocumentFilter[] = [
  ...CITING_DOCUMENTS,
  { pattern: '**/*.{bib,bibtex,json,yaml,yml,ris}' },
];

/** Who cites what: all places of a paper, and its citekey changed in all of them. */
export function references({ services, own, commands, storage }: FeatureContext): void {
  const { library, notes, citations, choice, lastChange, search, log, comparison, bibliographies, documents } =
    services;
  const keys = new KeysAtPositions(new KeyPlaces(documents, library, notes), library);
  let placesLoaded: Promise<PaperReferences> | undefined;
  const places = () => (placesLoaded ??= loadPlaces());
  const loadPlaces = async () => {
    const { PaperReferences } = await import('./paperReferences');
    return new PaperReferences({ citations, library, notes, documents });
  };
  // What changes files is loaded when it is first wanted.
  let loaded: Promise<CitekeyRenames> | undefined;
  const renames = () => (loaded ??= load());
  const load = async () => {
    const { CitekeyRenames } = await import('./citekeyRenames');
    return new CitekeyRenames(citations, library, notes, bibliographies);
  };
  const renamer = async (): Promise<CitekeyRenamer> => {
    const { CitekeyRenamer } = await import('./citekeyRenamer');
    return new CitekeyRenamer(await renames(), lastChange, comparison);
  };
  const renameProvider = new CitekeyRenameProvider(keys, async () => {
    const { ProvidedRenames } = await import('./providedRenames');
    return new ProvidedRenames(await renames(), await renamer(), lastChange);
  });
  const follow = async () => new (await import('./followKeys')).FollowKeys(await renames(), lastChange, comparison);
  const remembered = vscode.Uri.joinPath(storage, 'cited-papers.json');
  const changedKeys = new ChangedKeys({ library, notes, citations, log, follow, remembered });
  own(
    changedKeys,
    renameProvider,
    vscode.languages.registerCodeActionsProvider(CITING_DOCUMENTS, new KeyChangeFixes(documents, changedKeys), {
      providedCodeActionKinds: KeyChangeFixes.kinds,
    }),
    vscode.languages.registerReferenceProvider(DOCUMENTS, new CitekeyReferences(keys, places)),
    vscode.languages.registerWorkspaceSymbolProvider(new PaperSymbols(library, search)),
    vscode.languages.registerRenameProvider(DOCUMENTS, renameProvider),
  );
  commands(
    changedKeys,
    lazyCommand('literatureNotes.findReferences', async () => {
      const { FindReferences } = await import('./findReferences');
      return new FindReferences(choice, await places());
    }),
    lazyCommand(SHOW_CELL, async () => new (await import('./showCell')).ShowCell()),
    lazyCommand('literatureNotes.renameCitekey', async () => {
      const { RenameCitekey } = await import('./renameCitekey');
      return new RenameCitekey(choice, await renamer());
    }),
    lazyCommand('literatureNotes.regenerateCitekeys', async () => {
      const { RegenerateCitekeys } = await import('./regenerateCitekeys');
      return new RegenerateCitekeys(choice, library, await renames(), lastChange, comparison);
    }),
  );
}

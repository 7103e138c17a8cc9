import * as vscode from 'vscode';
import { CitingDocuments } from '../citing/citingDocuments';
import { CITING_DOCUMENTS } from '../citing/selectors';
import type { FeatureContext } from '../shell/feature';
import { FindReferences } from './findReferences';
import { CitekeyRenames } from './citekeyRenames';
import { KeysAtPositions } from './keyAtPosition';
import { PaperSymbols } from './paperSymbols';
import { PaperReferences } from './paperReferences';
import { CitekeyReferences } from './referencesProvider';
import { RenameCitekey } from './renameCitekey';
import { CitekeyRenameProvider } from './renameProvider';

/** Documents that cite, and paper lists in which a citekey can be pointed at. */
const DOCUMENTS: readonly vscode.DocumentFilter[] = [
  ...CITING_DOCUMENTS,
  { pattern: '**/*.{bib,bibtex,json,yaml,yml,ris}' },
];

/** Who cites what: all places of a paper, and its citekey changed in all of them. */
export function references({ services, own, commands }: FeatureContext): void {
  const { library, notes, citations, choice, lastChange, search } = services;
  const documents = new CitingDocuments();
  const keys = new KeysAtPositions(documents, library, notes);
  const places = new PaperReferences(citations, library, notes, documents);
  const renames = new CitekeyRenames(citations, library, notes);
  own(
    documents,
    vscode.languages.registerReferenceProvider(DOCUMENTS, new CitekeyReferences(keys, places)),
    vscode.languages.registerWorkspaceSymbolProvider(new PaperSymbols(library, search)),
    vscode.languages.registerRenameProvider(DOCUMENTS, new CitekeyRenameProvider(keys, renames)),
  );
  commands(new FindReferences(choice, places), new RenameCitekey(choice, renames, lastChange));
}

import * as vscode from 'vscode';
import { CitingDocuments } from '../citing/citingDocuments';
import { CITING_DOCUMENTS } from '../citing/selectors';
import type { FeatureContext } from '../shell/feature';
import { FindReferences } from './findReferences';
import { KeysAtPositions } from './keyAtPosition';
import { PaperReferences } from './paperReferences';
import { CitekeyReferences } from './referencesProvider';

/** Documents that cite, and paper lists in which a citekey can be pointed at. */
const DOCUMENTS: readonly vscode.DocumentFilter[] = [
  ...CITING_DOCUMENTS,
  { pattern: '**/*.{bib,bibtex,json,yaml,yml,ris}' },
];

/** Who cites what: all places of a paper. */
export function references({ services, own, commands }: FeatureContext): void {
  const { library, notes, citations, choice } = services;
  const documents = new CitingDocuments();
  const keys = new KeysAtPositions(documents, library, notes);
  const places = new PaperReferences(citations, library, notes, documents);
  own(documents, vscode.languages.registerReferenceProvider(DOCUMENTS, new CitekeyReferences(keys, places)));
  commands(new FindReferences(choice, places));
}

import * as vscode from 'vscode';
import type { References } from '../../formatting/references';
import { CITEKEYS_TYPE } from '../../host/draggedPapers';
import type { LibraryService } from '../../library/libraryService';
import type { RecentPapers } from '../completing/recentPapers';
import { CITING_DOCUMENTS } from '../selectors';
import type { DefinedCommands } from '../syntaxOf';
import { CITATION_KIND, REFERENCE_KIND } from './transferKinds';

/** What dropping and pasting makes of papers in documents; what does so is loaded with the first drop, the first paste. */
export function transfers(
  library: LibraryService,
  recent: RecentPapers,
  references: References,
  defined: DefinedCommands,
): readonly vscode.Disposable[] {
  let drop: Promise<vscode.DocumentDropEditProvider> | undefined;
  const loadDrop = async () => new (await import('./dropProvider')).CitationDrop(library, recent, references, defined);
  let paste: Promise<vscode.DocumentPasteEditProvider> | undefined;
  const loadPaste = async () => new (await import('./pasteProvider')).CitationPaste(library, defined);
  return [
    // Any document can be cited in; one of another kind gets Pandoc's form.
    vscode.languages.registerDocumentDropEditProvider(
      '*',
      { provideDocumentDropEdits: async (...at) => (await (drop ??= loadDrop())).provideDocumentDropEdits(...at) },
      { dropMimeTypes: [CITEKEYS_TYPE], providedDropEditKinds: [CITATION_KIND, REFERENCE_KIND] },
    ),
    vscode.languages.registerDocumentPasteEditProvider(
      CITING_DOCUMENTS,
      {
        provideDocumentPasteEdits: async (...at) => (await (paste ??= loadPaste())).provideDocumentPasteEdits?.(...at),
      },
      { pasteMimeTypes: ['text/plain'], providedPasteEditKinds: [CITATION_KIND] },
    ),
  ];
}

import * as vscode from 'vscode';
import type { TextEdit } from '../../base/textEdit';
import type { Entry } from '../../library/model/entry';
import { isRefusal } from '../../library/writing/editRefusal';
import { tell } from '../host/tell';
import { refusalSentence } from './editRefusalSentences';
import type { LibraryService, WritableSource } from './libraryService';
import { nameOf, toWorkspaceEdit } from './sourceEdits';

/** Why entries were not added, as a sentence; undefined where they were. */
export type Refusal = string | undefined;

/** Adds entries at the end of a source, in its own style, as one edit that can be undone. It saves nothing. */
export class EntryAdder {
  readonly #library: LibraryService;

  constructor(library: LibraryService) {
    this.#library = library;
  }

  async add(entries: readonly Entry[], source: WritableSource): Promise<Refusal> {
    const [{ keyIn }, { writtenEntry }, { firstUnencodable }] = await Promise.all([
      import('../../library/writing/legalKey'),
      import('../../library/writing/writtenEntry'),
      import('../../library/writing/encodable'),
    ]);
    const keys = entries.map(({ citekey }) => [citekey, keyIn(source.format, citekey)] as const);
    const renamed = keys.filter(([citekey, key]) => key !== undefined && key !== citekey);
    for (const [, key = ''] of renamed) {
      if (this.#library.own.resolve(key)) return refusalSentence({ code: 'key-taken', key }, nameOf(source.uri));
    }
    // Opened with the wrong encoding, VS Code would replace what it cannot decode.
    const document = await vscode.workspace.openTextDocument(source.uri, { encoding: source.encoding });
    const { version } = document;
    const written = entries.map((entry) => writtenEntry(entry, source.format));
    const edits = await this.#library.planChange(document, { kind: 'add', entries: written });
    if (isRefusal(edits)) return refusalSentence(edits, nameOf(source.uri));
    const added = edits.map((edit) => edit.newText).join('');
    const refused = firstUnencodable(added, document.encoding);
    if (refused !== undefined) {
      return vscode.l10n.t(
        '“{0}” is saved as {1}, which has no “{2}”. Save the file as UTF-8 first.',
        nameOf(source.uri),
        document.encoding,
        refused,
      );
    }
    const isApplied = document.version === version && (await this.#apply(document, edits));
    if (!isApplied) return vscode.l10n.t('“{0}” cannot be changed.', nameOf(source.uri));
    for (const [citekey, key = ''] of renamed) {
      const sentence = vscode.l10n.t('“{0}” cannot be a citekey there; the entry was added as “{1}”.', citekey, key);
      tell(sentence);
    }
    return undefined;
  }

  async #apply(document: vscode.TextDocument, edits: readonly TextEdit[]): Promise<boolean> {
    if (!(await vscode.workspace.applyEdit(toWorkspaceEdit(document, edits)))) return false;
    const last = document.lineAt(document.lineCount - 1).range.end;
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(last, last) });
    return true;
  }

  /** The sources that can take entries, the workspace's first. */
  sources(): WritableSource[] {
    return this.#library.writableSources();
  }
}

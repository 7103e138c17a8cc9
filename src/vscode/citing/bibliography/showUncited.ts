import * as vscode from 'vscode';
import type { Entry } from '../../../library/model/entry';
import { paperLine } from '../../../workflows/paperRow';
import { citationsOf, type Uncited } from '../../citations/documentCitations';
import { pick } from '../../host/ask';
import type { Command } from '../../host/command';
import { toRange } from '../../host/convert';
import { tell } from '../../host/tell';
import type { CitedEntries, CitedEntriesParts } from './citedEntries';
import type { UncitedInLists } from './uncitedInLists';
import { documentOf } from './wholeDocument';
import { localNumber } from '../../host/number';

/** Shows the entries of a document's bibliography, or of a paper list, that are not cited. */
export class ShowUncited implements Command {
  readonly id = 'literatureNotes.showUncited';
  readonly #parts: CitedEntriesParts;
  readonly #cited: CitedEntries;
  readonly #lists: UncitedInLists;

  constructor(parts: CitedEntriesParts, cited: CitedEntries, lists: UncitedInLists) {
    this.#parts = parts;
    this.#cited = cited;
    this.#lists = lists;
  }

  /** @param args the URI of a document or a list; without it that of the editor, or all lists where nothing there cites */
  async execute(...args: unknown[]): Promise<void> {
    const document = await this.#document(args[0]);
    const { uncited, name } = await this.#uncited(document);
    if (uncited.is === 'all-listed') return tell(vscode.l10n.t('“{0}” is listed as a whole, cited or not.', name));
    if (uncited.is === 'not-known') {
      const sentence = vscode.l10n.t(
        'What of “{0}” is not cited is not known: “{1}” could not be read.',
        name,
        uncited.unread,
      );
      return tell(sentence, 'warning');
    }
    if (uncited.entries.length === 0) return tell(vscode.l10n.t('All entries of “{0}” are cited.', name));
    await show(uncited.entries, name);
  }

  async #document(given: unknown): Promise<vscode.TextDocument | undefined> {
    if (typeof given === 'string') return documentOf(vscode.Uri.parse(given), this.#parts.documents);
    if (given instanceof vscode.Uri) return documentOf(given, this.#parts.documents);
    return vscode.window.activeTextEditor?.document;
  }

  async #uncited(document: vscode.TextDocument | undefined): Promise<{ uncited: Uncited; name: string }> {
    const { library } = this.#parts;
    const name = document ? vscode.workspace.asRelativePath(document.uri) : '';
    if (document && library.isSource(document.uri))
      return { uncited: await this.#lists.of([document.uri.toString()]), name };
    const parts = { ...this.#parts, cited: this.#cited };
    const uncited = document && this.#parts.documents.of(document) && (await citationsOf(document, parts)).uncited;
    if (uncited) return { uncited, name: vscode.l10n.t('the bibliography of {0}', name) };
    return { uncited: await this.#lists.of(library.sources()), name: vscode.l10n.t('all paper lists') };
  }
}

async function show(entries: readonly Entry[], name: string): Promise<void> {
  const items = entries.map((entry) => ({
    label: entry.citekey,
    detail: paperLine(entry),
    entry,
  }));
  const title =
    entries.length === 1
      ? vscode.l10n.t('1 entry that is not cited: {0}', name)
      : vscode.l10n.t('{0} entries that are not cited: {1}', localNumber(entries.length), name);
  const picked = await pick(items, { title, matchOnDetail: true });
  if (!picked) return;
  const { start } = toRange(picked.entry.source.range);
  await vscode.window.showTextDocument(vscode.Uri.parse(picked.entry.source.uri), {
    selection: new vscode.Range(start, start),
  });
}

import * as vscode from 'vscode';
import type { CiteItem, Syntax } from '../../citations/syntax';
import { pandoc } from '../../citations/syntaxes/pandoc';
import type { Entry } from '../../library/entry';
import { citationToExtend, detailedEdits, detailedItem } from '../../workflows/detailedCitation';
import { writeAtCursors } from '../editor/citeAtCursors';
import { askDetails, askForm } from '../editor/detailsDialog';
import type { RecentPapers } from '../editor/recentPapers';
import { syntaxOf } from '../editor/syntaxOf';
import type { LibraryService } from '../library/libraryService';
import type { PaperChooser } from '../sidebar/paperChooser';
import type { Command } from './command';
import { activeDraft, offerCopy } from './draft';

/** Cites papers with what the user says about each: text before and after, the place in it, and how the citation reads. */
export class InsertCitationWithDetails implements Command {
  readonly id = 'literatureNotes.insertCitationWithDetails';
  readonly #library: LibraryService;
  readonly #chooser: PaperChooser;
  readonly #recent: RecentPapers;

  constructor(library: LibraryService, chooser: PaperChooser, recent: RecentPapers) {
    this.#library = library;
    this.#chooser = chooser;
    this.#recent = recent;
  }

  async execute(...args: unknown[]): Promise<void> {
    const title = vscode.l10n.t('Insert Citation with Details');
    // The dialog takes the focus; the citation goes where it was before.
    const editor = activeDraft(this.#library);
    const syntax = editor ? syntaxOf(editor.document) : pandoc;
    const entries = await this.#chooser.papers(args, { title, many: true });
    const items = await askItems(entries, syntax);
    if (!items || items.length === 0) return;
    const around = editor && citationAround(editor, syntax);
    const form = around ? around.form : await askForm(syntax, items);
    if (form === undefined) return;
    this.#recent.add(entries.map((entry) => entry.citekey));
    const done =
      editor && (await writeAtCursors(editor, (text, offsets) => detailedEdits(text, offsets, items, form, syntax)));
    if (!done) await offerCopy(syntax.format({ form, items }), editor?.document);
  }
}

/** The citation at the first cursor: the items go into it, so its form stays. */
function citationAround({ document, selection }: vscode.TextEditor, syntax: Syntax) {
  return citationToExtend(document.getText(), document.offsetAt(selection.end), syntax);
}

/** Each paper as a cite item with its details; undefined where the user cancelled. */
async function askItems(entries: readonly Entry[], syntax: Syntax): Promise<CiteItem[] | undefined> {
  const items: CiteItem[] = [];
  for (const entry of entries) {
    const details = await askDetails(entry);
    if (!details) return undefined;
    items.push(detailedItem(entry.citekey, details, syntax));
  }
  return items;
}

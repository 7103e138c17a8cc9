import * as vscode from 'vscode';
import type { CiteItem, Syntax } from '../../../citations/syntax';
import { DEFAULT_SYNTAX } from '../../../citations/syntaxes';
import type { Entry } from '../../../library/model/entry';
import { citationToExtend, detailedEdits, detailedItem } from '../../../workflows/detailedCitation';
import { type CiteAt, writeAtCursors } from './citeAtCursors';
import { input, pick } from '../../host/ask';
import { askDetails, askForm, type Prompts } from './detailsDialog';
import type { RecentPapers } from '../completing/recentPapers';
import { syntaxOf } from '../syntaxOf';
import type { Drafts } from '../../host/drafts';
import type { ChosenPapers } from '../../choosing/paperChoice';
import type { Command } from '../../host/command';
import { noDocument, offerCopy } from './offerCopy';

/** Cites papers with what the user says about each: text before and after, the place in it, and how the citation reads. */
export class InsertCitationWithDetails implements Command {
  readonly id = 'literatureNotes.insertCitationWithDetails';
  readonly #drafts: Pick<Drafts, 'active'>;
  readonly #chosen: Pick<ChosenPapers, 'papers'>;
  readonly #recent: RecentPapers;
  readonly #prompts: Prompts;

  constructor(
    drafts: Pick<Drafts, 'active'>,
    chosen: Pick<ChosenPapers, 'papers'>,
    recent: RecentPapers,
    prompts: Prompts = { pick, input },
  ) {
    this.#drafts = drafts;
    this.#chosen = chosen;
    this.#recent = recent;
    this.#prompts = prompts;
  }

  async execute(...args: unknown[]): Promise<void> {
    const title = vscode.l10n.t('Insert Citation with Details');
    // The dialog takes the focus; the citation goes where it was before.
    const editor = await this.#drafts.active();
    const syntax = editor ? syntaxOf(editor.document) : DEFAULT_SYNTAX;
    const entries = await this.#chosen.papers(args, { title, many: true });
    const items = await askItems(entries, syntax, this.#prompts);
    if (!items || items.length === 0) return;
    const around = editor && citationAround(editor, syntax);
    const form = around ? around.form : await askForm(syntax, items, this.#prompts);
    if (form === undefined) return;
    this.#recent.add(entries.map((entry) => entry.citekey));
    const citeAt: CiteAt = (text, offsets) => detailedEdits(text, offsets, items, form, syntax);
    const refusal = editor ? await writeAtCursors(editor, citeAt) : noDocument();
    if (refusal !== undefined) await offerCopy(refusal, syntax.format({ form, items }));
  }
}

/** The citation at the first cursor: the items go into it, so its form stays. */
function citationAround({ document, selection }: vscode.TextEditor, syntax: Syntax) {
  return citationToExtend(document.getText(), document.offsetAt(selection.end), syntax);
}

/** Each paper as a cite item with its details; undefined where the user cancelled. */
async function askItems(entries: readonly Entry[], syntax: Syntax, prompts: Prompts): Promise<CiteItem[] | undefined> {
  const items: CiteItem[] = [];
  for (const entry of entries) {
    const details = await askDetails(entry, prompts);
    if (!details) return undefined;
    items.push(detailedItem(entry.citekey, details, syntax));
  }
  return items;
}

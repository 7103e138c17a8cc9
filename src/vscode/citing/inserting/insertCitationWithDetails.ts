import * as vscode from 'vscode';
import { statedFormatting } from '../../../citations/csl/statedStyle';
import type { CiteItem, FoundCitation, Syntax } from '../../../citations/syntax';
import { DEFAULT_SYNTAX } from '../../../citations/syntaxes';
import { displayTitle } from '../../../library/model/display';
import type { Entry } from '../../../library/model/entry';
import { citationToExtend, detailedEdits, detailedItem, formsOf } from '../../../workflows/detailedCitation';
import { typedDetails } from '../../../workflows/typedDetails';
import type { ChosenPapers } from '../../choosing/paperChoice';
import type { Command } from '../../host/command';
import type { Drafts } from '../../host/drafts';
import type { RecentPapers } from '../completing/recentPapers';
import { citationLocale } from '../../host/settings';
import { type DefinedCommands, syntaxOf } from '../syntaxOf';
import { type CiteAt, writeAtCursors } from './citeAtCursors';
import { type AskDetails, askInOneField, type DetailsQuestion } from './detailsField';
import { noDocument, offerCopy } from './offerCopy';
import { canWriteAll } from './unwritable';

/** Cites papers with what the user says about each: text before and after, the place in it, and how the citation reads. */
export class InsertCitationWithDetails implements Command {
  readonly id = 'literatureNotes.insertCitationWithDetails';
  readonly #drafts: Pick<Drafts, 'active'>;
  readonly #chosen: ChosenPapers;
  readonly #recent: RecentPapers;
  readonly #defined: DefinedCommands;
  readonly #ask: AskDetails;

  constructor(
    drafts: Pick<Drafts, 'active'>,
    chosen: ChosenPapers,
    recent: RecentPapers,
    defined: DefinedCommands,
    ask: AskDetails = askInOneField,
  ) {
    this.#drafts = drafts;
    this.#defined = defined;
    this.#chosen = chosen;
    this.#recent = recent;
    this.#ask = ask;
  }

  async execute(...args: unknown[]): Promise<void> {
    // The field takes the focus; the citation goes where it was before.
    const editor = await this.#drafts.active();
    const syntax = editor ? syntaxOf(editor.document, this.#defined) : DEFAULT_SYNTAX;
    const asked = await this.#papersAndDetails(args, editor, syntax);
    if (!asked) return;
    const { keys, items, form } = asked;
    this.#recent.add(keys);
    const citeAt: CiteAt = (text, offsets) => detailedEdits(text, offsets, items, form, syntax);
    const refusal = editor ? await writeAtCursors(editor, citeAt, this.#defined) : noDocument();
    if (refusal !== undefined) await offerCopy(refusal, syntax.format({ form, items }));
  }

  /** Asks for papers and what is said of them; who goes back from the second is asked for the first again. */
  async #papersAndDetails(args: readonly unknown[], editor: vscode.TextEditor | undefined, syntax: Syntax) {
    const title = vscode.l10n.t('Insert Citation with Details');
    const canGoBack = !this.#chosen.areKnown(args);
    for (;;) {
      const entries = await this.#chosen.papers(args, { title, many: true, inEditor: 'none' });
      if (entries.length === 0) return undefined;
      const keys = entries.map((entry) => entry.citekey);
      if (!canWriteAll(keys, syntax)) return undefined;
      const around = editor && citationAround(editor, syntax);
      const language = editor && languageOf(editor.document, syntax);
      const previews = (typed: string) => previewsOf(typed, keys, syntax, around, language);
      const answer = await this.#ask({ title: titleOf(entries), canGoBack, previews });
      if (answer) return { keys, items: itemsOf(answer.typed, keys, syntax, language), form: answer.form };
      if (!canGoBack) return undefined;
    }
  }
}

/** The language in which places are labelled: that of the document, else of the setting. */
function languageOf(document: vscode.TextDocument, syntax: Syntax): string | undefined {
  if (syntax.hasEnglishLabels) return undefined;
  return statedFormatting(document.getText(), syntax.id).locale ?? citationLocale(document);
}

/** The citation at the first cursor: the items go into it, so its form stays. */
function citationAround({ document, selection }: vscode.TextEditor, syntax: Syntax): FoundCitation | undefined {
  return citationToExtend(document.getText(), document.offsetAt(selection.end), syntax);
}

function previewsOf(
  typed: string,
  keys: readonly string[],
  syntax: Syntax,
  around: FoundCitation | undefined,
  language: string | undefined,
): ReturnType<DetailsQuestion['previews']> {
  const items = itemsOf(typed, keys, syntax, language);
  if (!around) return { forms: formsOf(syntax, items), told: typedDetails(typed, keys).form };
  const { form, command } = around;
  return { forms: [{ form, text: syntax.format({ form, command, items: [...around.items, ...items] }) }] };
}

/** Each paper as a cite item with its details. */
function itemsOf(typed: string, keys: readonly string[], syntax: Syntax, language: string | undefined): CiteItem[] {
  const { details } = typedDetails(typed, keys, language);
  return keys.map((key, i) => detailedItem(key, details[i], syntax));
}

function titleOf(entries: readonly Entry[]): string {
  return entries.map(displayTitle).join('; ');
}

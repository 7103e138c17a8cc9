import * as vscode from 'vscode';
import { inBackground } from '../../base/inBackground';
import { EMPTY_PLAN, madeForText } from '../../base/editPlan';
import { writeLocator } from '../../citations/locator';
import { syntaxFor } from '../../citations/syntaxes';
import { displayTitle } from '../../library/model/display';
import type { Entry } from '../../library/model/entry';
import type { QuoteSource } from '../../notes/quote';
import { detailedItem } from '../../workflows/detailedCitation';
import { citekeysOf } from '../choosing/paperArguments';
import { canWriteAll } from '../citing/inserting/unwritable';
import type { PaperChoice } from '../choosing/paperChoice';
import { titleAbout } from '../choosing/titleAbout';
import { input } from '../host/ask';
import type { Command } from '../host/command';
import { currentText } from '../host/currentText';
import { citationLocale } from '../host/settings';
import { offer, tell } from '../host/tell';
import type { NewNotes } from './newNotes';
import type { NoteChanges } from './noteChanges';
import type { NotesService } from './notesService';

/** What putting text into notes takes. */
export interface QuotingParts {
  readonly notes: NotesService;
  readonly choice: Pick<PaperChoice, 'papers' | 'selected'>;
  readonly newNotes: NewNotes;
  readonly changes: NoteChanges;
}

/** What is put into a note, when it is known which one. */
interface NewBlock {
  readonly text: string;
  readonly citation?: string;
  readonly source?: (note: string) => QuoteSource;
}

/**
 * Puts the selected text, else that of the clipboard, into a paper's note as a quotation with citation and page. The second
 * argument may give both: `{ text, page }`.
 */
export class InsertQuote implements Command {
  readonly id = 'literatureNotes.insertQuote';
  readonly #parts: QuotingParts;

  constructor(parts: QuotingParts) {
    this.#parts = parts;
  }

  async execute(...args: unknown[]): Promise<void> {
    const title = vscode.l10n.t('Insert Quote');
    const given = givenQuote(args[1]);
    const text = given.text ?? selected()?.text ?? (await vscode.env.clipboard.readText());
    if (text.trim() === '') return tell(vscode.l10n.t('Select the words to quote, or copy them, first.'));
    const [entry] = await this.#parts.choice.papers(this.#about(args), { title, many: false });
    if (!entry || !canWriteAll([entry.citekey], syntaxFor('markdown'))) return;
    const prompt = vscode.l10n.t('Page or pages of the quotation, such as 33-35, or “chap. 2” (Enter for none)');
    const page = given.page ?? (await input({ title: titleAbout(title, [entry]), prompt, ignoreFocusOut: true }));
    if (page !== undefined) await putInto(entry, { text, citation: citationOf(entry, page) }, this.#parts);
  }

  /** Where no paper is given or selected, the one whose note is in front. */
  #about(args: readonly unknown[]): readonly unknown[] {
    const { notes, choice } = this.#parts;
    const editor = vscode.window.activeTextEditor?.document.uri;
    if (citekeysOf(args).length > 0 || !editor) return args;
    const papers = choice.selected();
    const note = notes.noteAt(editor);
    return papers.length > 0 ? [papers] : note ? [note.citekey] : args;
  }
}

/** Puts the selected text of any document into a paper's note, with the place that it comes from. */
export class AddToNote implements Command {
  readonly id = 'literatureNotes.addToNote';
  readonly #parts: QuotingParts;

  constructor(parts: QuotingParts) {
    this.#parts = parts;
  }

  async execute(...args: unknown[]): Promise<void> {
    const selection = selected();
    if (!selection) return tell(vscode.l10n.t('Select the text that is to go into a note first.'));
    // What stands in a note goes into that of another paper.
    const question = { title: vscode.l10n.t('Add to Note'), many: false, inEditor: 'cited' } as const;
    const [entry] = await this.#parts.choice.papers(args, question);
    if (!entry) return;
    const { linkBetween } = await import('../../notes/quote');
    const { text, uri, line } = selection;
    const name = vscode.workspace.asRelativePath(uri);
    const label = vscode.l10n.t('{0}, line {1}', name, line + 1);
    const source = (note: string) => ({ label, link: linkBetween(note, uri.toString(), line) });
    await putInto(entry, { text, source }, this.#parts);
  }
}

/** Puts a block into a paper's note, which is made where there is none, and says so. */
async function putInto(entry: Entry, block: NewBlock, { newNotes, changes }: QuotingParts): Promise<void> {
  const uri = await newNotes.noteOf(entry);
  if (!uri) return;
  if (uri.path.endsWith('.org')) {
    return tell(vscode.l10n.t('The note of “{0}” is in Org, which is only read.', displayTitle(entry)), 'warning');
  }
  const [{ insertBlock, quotationBlock }, text] = await Promise.all([import('../../notes/quote'), currentText(uri)]);
  if (text === undefined) return;
  const { source, ...rest } = block;
  const written = quotationBlock({ ...rest, source: source?.(uri.toString()) });
  const edits = [{ uri: uri.toString(), madeFor: madeForText(text), edits: [insertBlock(text, written)] }];
  const done = await changes.carryOut({ ...EMPTY_PLAN, edits }, { doing: vscode.l10n.t('Writing into the note') });
  const isInFront = vscode.window.activeTextEditor?.document.uri.toString() === uri.toString();
  if (done.length > 0 && !isInFront) inBackground(offerNote(entry, uri));
}

async function offerNote(entry: Entry, uri: vscode.Uri): Promise<void> {
  const sentence = vscode.l10n.t('Added to the note of “{0}”.', displayTitle(entry));
  if (await offer(sentence, vscode.l10n.t('Open Note'), 'information')) await vscode.window.showTextDocument(uri);
}

function citationOf({ citekey }: Entry, place: string): string {
  const syntax = syntaxFor('markdown');
  // A number alone is a page; whoever means a chapter writes so.
  const isPage = /^(?:\d|[ivxlcdm]+(?![a-z.]))/i.test(place.trim());
  const locator = isPage ? writeLocator('page', place.trim(), citationLocale(undefined)) : place;
  return syntax.format({ items: [detailedItem(citekey, { locator }, syntax)] });
}

/** The selected text of the editor in front, with its place; undefined where nothing is selected. */
function selected(): { readonly text: string; readonly uri: vscode.Uri; readonly line: number } | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor || editor.selections.every(({ isEmpty }) => isEmpty)) return undefined;
  const ranges = [...editor.selections].sort((a, b) => a.start.compareTo(b.start));
  const text = ranges.map((range) => editor.document.getText(range)).join('\n\n');
  return { text, uri: editor.document.uri, line: ranges[0].start.line };
}

/** What another extension or a keybinding gives of a quotation. */
function givenQuote(value: unknown): { readonly text?: string; readonly page?: string } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  const { text, page } = value as { text?: unknown; page?: unknown };
  const isPage = typeof page === 'string' || typeof page === 'number';
  return { text: typeof text === 'string' ? text : undefined, page: isPage ? String(page) : undefined };
}

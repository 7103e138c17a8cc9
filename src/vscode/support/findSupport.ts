import * as vscode from 'vscode';
import { inBackground } from '../../base/inBackground';
import { insertionAt } from '../../citations/insert';
import type { Entry } from '../../library/model/entry';
import type { SearchService } from '../../search/contract';
import { type DraftSentence, draftSentence } from '../../workflows/draftSentence';
import { paperLine } from '../../workflows/paperRow';
import { type CiteAt, writeAtCursors } from '../citing/inserting/citeAtCursors';
import { offerCopy } from '../citing/inserting/offerCopy';
import { canWriteAll } from '../citing/inserting/unwritable';
import { type DefinedCommands, knownSyntaxOf, syntaxOf } from '../citing/syntaxOf';
import { changingList, inertItem } from '../host/ask';
import type { Command } from '../host/command';
import { tell } from '../host/tell';
import type { LibraryService } from '../library/libraryService';
import type { NotesService } from '../notes/notesService';

/** How many papers are offered. */
const LIMIT = 20;

/** A paper whose abstract or note speaks of a text, for other extensions and scripts. */
export interface Support {
  readonly citekey: string;
  readonly sentence: string;
  /** Higher is better; scores compare within one answer only. */
  readonly score: number;
}

interface SupportItem extends vscode.QuickPickItem {
  readonly citekey: string;
}

/**
 * Finds the papers whose abstract or note speaks of a text, with the sentence that does. A text as argument is answered with
 * them; without one they are listed for what is selected in the editor, and the chosen one is cited behind it.
 */
export class FindSupport implements Command {
  readonly id = 'literatureNotes.findSupport';
  readonly #library: Pick<LibraryService, 'shown'>;
  readonly #notes: Pick<NotesService, 'noteUri'>;
  readonly #search: Pick<SearchService, 'support'>;
  readonly #defined: DefinedCommands;

  constructor(
    library: Pick<LibraryService, 'shown'>,
    notes: Pick<NotesService, 'noteUri'>,
    search: Pick<SearchService, 'support'>,
    defined: DefinedCommands,
  ) {
    this.#defined = defined;
    this.#library = library;
    this.#notes = notes;
    this.#search = search;
  }

  async execute(text: unknown): Promise<Support[]> {
    if (typeof text === 'string') return this.#find(text);
    const editor = vscode.window.activeTextEditor;
    const said = editor ? sentenceIn(editor, this.#defined).said : '';
    const found = said === '' ? [] : await this.#find(said);
    if (!editor || said === '')
      tell(vscode.l10n.t('Select a sentence in an editor first, or put the cursor into one.'));
    else if (found.length === 0) tell(vscode.l10n.t('No abstract and no note of the library speaks of this.'));
    else this.#offer(found, said, editor);
    return found;
  }

  async #find(text: string): Promise<Support[]> {
    const found = await this.#search.support(text, LIMIT);
    return found.map(({ id, sentence, score }) => ({ citekey: id, sentence, score }));
  }

  #offer(found: readonly Support[], said: string, editor: vscode.TextEditor): void {
    const list = changingList<SupportItem>(vscode.l10n.t('Find Support'), said.replace(/\s+/g, ' '));
    list.matchOnDetail = true;
    list.items = found.flatMap((support) => {
      const entry = this.#library.shown.get(support.citekey);
      return entry ? [supportItem(entry, support)] : [];
    });
    list.onDidTriggerItemButton(({ item }) => this.#open(item.citekey));
    list.onDidAccept(() => {
      const [item] = list.selectedItems;
      list.hide();
      if (item) inBackground(cite(item.citekey, editor, this.#defined));
    });
    list.onDidHide(() => list.dispose());
    list.show();
  }

  /** Opens the note of a paper, else its entry in the source. */
  #open(citekey: string): void {
    const command = this.#notes.noteUri(citekey) ? 'literatureNotes.openNote' : 'literatureNotes.revealInSource';
    void vscode.commands.executeCommand(command, citekey);
  }
}

/** Cites a paper behind what it supports, with a space before where a word ends there. */
async function cite(citekey: string, editor: vscode.TextEditor, defined: DefinedCommands): Promise<void> {
  if (!canWriteAll([citekey], syntaxOf(editor.document))) return;
  const citeBehind: CiteAt = (text, _, syntax) => {
    const { citeAt } = sentenceIn(editor, defined);
    const touches = /\S/.test(text.charAt(citeAt - 1));
    return insertionAt(text, citeAt, [citekey], syntax).edits.map((edit) =>
      touches && edit.start === citeAt && edit.end === citeAt ? { ...edit, newText: ` ${edit.newText}` } : edit,
    );
  };
  const refusal = await writeAtCursors(editor, citeBehind, defined);
  if (refusal !== undefined) await offerCopy(refusal, syntaxOf(editor.document).format({ items: [{ key: citekey }] }));
}

/** What is said where the cursor or the selection of an editor is. */
function sentenceIn({ document, selection }: vscode.TextEditor, defined: DefinedCommands): DraftSentence {
  const text = document.getText();
  const range = { start: document.offsetAt(selection.start), end: document.offsetAt(selection.end) };
  const citations = knownSyntaxOf(document, defined)?.find(text) ?? [];
  return draftSentence(
    text,
    range,
    citations.map((citation) => citation.range),
  );
}

function supportItem(entry: Entry, { citekey, sentence }: Support): SupportItem {
  return inertItem({
    citekey,
    label: paperLine(entry),
    detail: sentence,
    buttons: [{ iconPath: new vscode.ThemeIcon('go-to-file'), tooltip: vscode.l10n.t('Open') }],
  });
}

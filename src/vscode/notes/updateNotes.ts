import * as vscode from 'vscode';
import { MultiMap } from '../../base/multiMap';
import type { Entry } from '../../library/model/entry';
import type { ManagedField } from '../../notes/agreedFields';
import { citekeysOf } from '../choosing/paperArguments';
import type { PaperChoice } from '../choosing/paperChoice';
import { pick, pickMany } from '../host/ask';
import type { Command } from '../host/command';
import { closeComparison, type Comparison } from '../host/comparison';
import { choose, tell } from '../host/tell';
import { withNotification } from '../host/progress';
import type { AgreedMemory } from './agreedMemory';
import {
  agreedByPaper,
  changedTexts,
  type ExaminedNote,
  examineNotes,
  type OpenDifference,
  openDifferences,
  type PaperNote,
  planOfUpdates,
  type TakenFields,
} from './examinedNotes';
import type { NoteChanges } from './noteChanges';
import type { NotesService } from './notesService';
import { localNumber } from '../host/number';
import { sideBySide } from '../host/wordList';

/** From so many notes on, the user is shown that they are being looked at, and can stop it. */
const MANY = 20;

/** What updating notes takes. */
export interface UpdateNotesParts {
  readonly library: { readonly shown: { get(citekey: string): Entry | undefined } };
  readonly notes: Pick<NotesService, 'citekeys' | 'notesOf' | 'noteAt'>;
  readonly choice: Pick<PaperChoice, 'papers' | 'selected'>;
  readonly changes: Pick<NoteChanges, 'carryOut'>;
  readonly agreed: Pick<AgreedMemory, 'all' | 'add'>;
  readonly comparison: Pick<Comparison, 'show'>;
  /** Asks what to do; notifications, without it. */
  readonly ask?: typeof choose;
}

/**
 * Brings the fields of existing notes that repeat what entries say up to date. The user is told first how many notes change, can
 * look at all changes, and decides about fields that were changed by hand.
 */
export class UpdateNotes implements Command {
  readonly id = 'literatureNotes.updateNotes';
  readonly #parts: UpdateNotesParts;

  constructor(parts: UpdateNotesParts) {
    this.#parts = parts;
  }

  async execute(...args: unknown[]): Promise<void> {
    const papers = await this.#papers(args);
    if (papers === undefined) return;
    const found = papers.flatMap((citekey) => this.#notesOf(citekey));
    const papersOf = new MultiMap<PaperNote>();
    for (const note of found) papersOf.add(note.uri.toString(), note);
    // A note that several papers have is not to say what one of them is called.
    const notes = found.filter(({ uri }) => papersOf.count(uri.toString()) === 1);
    if (notes.length === 0)
      return tell(vscode.l10n.t('None of these papers has a note whose metadata can be updated.'));
    const taken = new Map<string, Set<ManagedField>>();
    for (;;) {
      const examined = await this.#examine(notes, taken);
      if (!examined) return;
      const answer = await this.#propose(examined);
      if (answer === 'update') return this.#update(examined);
      if (answer !== 'differences' || !(await chooseDifferences(openDifferences(examined), taken))) return;
    }
  }

  /** The citekeys that the command is about; undefined where the user cancelled. */
  async #papers(args: readonly unknown[]): Promise<readonly string[] | undefined> {
    const { choice, notes } = this.#parts;
    const title = vscode.l10n.t('Update Note Metadata');
    if (citekeysOf(args).length > 0) {
      return (await choice.papers(args, { title, many: true })).map(({ citekey }) => citekey);
    }
    const all = notes.citekeys();
    const selected = choice.selected().filter((citekey) => notes.notesOf(citekey).length > 0);
    const editor = vscode.window.activeTextEditor?.document.uri;
    const active = editor && notes.noteAt(editor)?.citekey;
    const items = [
      ...(active === undefined ? [] : [{ label: vscode.l10n.t('The note in the editor'), keys: [active] }]),
      ...(selected.length === 0 ? [] : [{ label: countOf(this.#countOf(selected), 'selected'), keys: selected }]),
      { label: countOf(this.#countOf(all), 'all'), keys: all },
    ];
    return (await pick(items, { title }))?.keys;
  }

  #countOf(citekeys: readonly string[]): number {
    return citekeys.reduce((count, citekey) => count + this.#notesOf(citekey).length, 0);
  }

  /** A paper with its notes that are files of their own and can be edited, the main one first. */
  #notesOf(citekey: string): PaperNote[] {
    const { library, notes } = this.#parts;
    const entry = library.shown.get(citekey);
    const whole = notes.notesOf(citekey).filter(({ linkedBy, uri }) => linkedBy !== 'heading' && !uri.endsWith('.org'));
    return entry ? whole.map(({ uri }, i) => ({ entry, uri: vscode.Uri.parse(uri), isFurther: i > 0 })) : [];
  }

  async #examine(notes: readonly PaperNote[], taken: TakenFields): Promise<ExaminedNote[] | undefined> {
    const { agreed, library } = this.#parts;
    const isPaper = (citekey: string) => library.shown.get(citekey) !== undefined;
    const remembered = { agreed: await agreed.all(), isPaper };
    if (notes.length < MANY) return examineNotes(notes, remembered, taken, { isCancellationRequested: false });
    const title = vscode.l10n.t('Comparing notes with their entries');
    return withNotification(title, async (_, token) => {
      const examined = await examineNotes(notes, remembered, taken, token);
      return token.isCancellationRequested ? undefined : examined;
    });
  }

  /** Says what would change and what differs, until the user has decided. */
  async #propose(examined: readonly ExaminedNote[]): Promise<'update' | 'differences' | undefined> {
    this.#remember(examined.filter(({ update }) => update.edits.length === 0));
    const changed = changedTexts(examined);
    const differences = openDifferences(examined);
    const [update, show, decide] = [
      vscode.l10n.t('Update'),
      vscode.l10n.t('Show Changes'),
      vscode.l10n.t('Show Differences'),
    ];
    const actions = [...(changed.length > 0 ? [update, show] : []), ...(differences.length > 0 ? [decide] : [])];
    const sentence = proposal(examined, changed.length, differences);
    const title = vscode.l10n.t('Update Note Metadata');
    for (;;) {
      const answer = await (this.#parts.ask ?? choose)(sentence, actions, 'information');
      if (answer === show) {
        await this.#parts.comparison.show(title, changed);
        continue;
      }
      await closeComparison(title);
      return answer === update ? 'update' : answer === decide ? 'differences' : undefined;
    }
  }

  async #update(examined: readonly ExaminedNote[]): Promise<void> {
    const done = await this.#parts.changes.carryOut(planOfUpdates(examined), {
      doing: vscode.l10n.t('Updating notes'),
      done: (files) =>
        files === 1
          ? vscode.l10n.t('1 note was updated.')
          : vscode.l10n.t('{0} notes were updated.', localNumber(files)),
    });
    this.#remember(examined.filter(({ uri }) => done.includes(uri.toString())));
  }

  #remember(notes: readonly ExaminedNote[]): void {
    this.#parts.agreed.add(agreedByPaper(notes));
  }
}

/** Has the user tick the fields for which the entry is to count; false where the user cancelled. */
async function chooseDifferences(
  differences: readonly OpenDifference[],
  taken: Map<string, Set<ManagedField>>,
): Promise<boolean> {
  const items = differences.map((difference) => ({
    label: difference.property,
    description: difference.citekey,
    detail: vscode.l10n.t('Note: {0}  →  Entry: {1}', shown(difference.note), shown(difference.entry)),
    difference,
  }));
  const picked = await pickMany(items, {
    title: vscode.l10n.t('Fields in Which Notes and Entries Differ'),
    placeHolder: vscode.l10n.t('Tick those that the note is to take from the entry; all others stay'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  for (const { difference } of picked ?? []) {
    const uri = difference.uri.toString();
    taken.set(uri, (taken.get(uri) ?? new Set()).add(difference.field));
  }
  return picked !== undefined && picked.length > 0;
}

function proposal(examined: readonly ExaminedNote[], changed: number, differences: readonly OpenDifference[]): string {
  const sentences = [
    changed === 0
      ? vscode.l10n.t('No note changes (compared: {0}).', localNumber(examined.length))
      : vscode.l10n.t(
          '{0} of {1} notes change, as their entries did.',
          localNumber(changed),
          localNumber(examined.length),
        ),
  ];
  if (differences.length > 0) {
    const notes = new Set(differences.map(({ uri }) => uri.toString())).size;
    sentences.push(
      differences.length === 1
        ? vscode.l10n.t('1 field says something else than its entry and stays.')
        : vscode.l10n.t(
            '{0} fields say something else than their entries and stay (notes: {1}).',
            localNumber(differences.length),
            localNumber(notes),
          ),
    );
  }
  const unread = examined.filter(({ update }) => update.problem !== undefined).length;
  if (unread > 0) sentences.push(vscode.l10n.t('Left out, see the Problems panel: {0}.', unread));
  return sentences.join(' ');
}

function countOf(notes: number, which: 'selected' | 'all'): string {
  return which === 'all'
    ? vscode.l10n.t('All {0} notes', notes)
    : vscode.l10n.t('The notes of the selected papers ({0})', notes);
}

function shown(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && !value.some(Array.isArray)) return sideBySide(value.map(shown));
  try {
    return JSON.stringify(value);
  } catch {
    // In YAML it can hold itself.
    return '…';
  }
}

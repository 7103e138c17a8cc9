import * as vscode from 'vscode';
import { Cooperation } from '../../base/cooperate';
import { type EditPlan, EMPTY_PLAN, madeForText } from '../../base/editPlan';
import { applyEdits } from '../../base/textEdit';
import type { Entry } from '../../library/model/entry';
import type { AgreedFields, ManagedField } from '../../notes/agreedFields';
import type { FieldDifference, NoteUpdate, noteUpdate } from '../../notes/managedFields';
import { noteValues } from '../../notes/values';
import { currentText } from '../host/currentText';
import { folderSettings } from '../host/settings';

/** A paper with one of its notes. */
export interface PaperNote {
  readonly entry: Entry;
  readonly uri: vscode.Uri;
  /** Whether it is a note beside the paper's main one. */
  readonly isFurther: boolean;
}

/** A note, and what becomes of it when its metadata is updated. */
export interface ExaminedNote extends PaperNote {
  readonly text: string;
  /** What notes of the paper and its entry agreed in when that was last seen. */
  readonly known: AgreedFields | undefined;
  readonly update: NoteUpdate;
}

/** A difference that is left to the user. */
export interface OpenDifference extends FieldDifference {
  readonly uri: vscode.Uri;
  readonly citekey: string;
}

/** Fields by note for which the entry counts. */
export type TakenFields = ReadonlyMap<string, ReadonlySet<ManagedField>>;

/** What notes and entries agreed in by citekey, and which keys papers have. */
export interface Remembered {
  readonly agreed: ReadonlyMap<string, AgreedFields>;
  readonly isPaper: (citekey: string) => boolean;
}

/**
 * Looks what becomes of notes, of which the main one of a paper comes before the others. Those that cannot be read are left out; stops
 * where the signal says so.
 */
export async function examineNotes(
  notes: readonly PaperNote[],
  { agreed, isPaper }: Remembered,
  taken: TakenFields,
  signal: { readonly isCancellationRequested: boolean },
): Promise<ExaminedNote[]> {
  const [managed, { Agreements }] = await Promise.all([
    import('../../notes/managedFields'),
    import('../../notes/agreements'),
  ]);
  const agreements = new Agreements(agreed, isPaper);
  const examined: ExaminedNote[] = [];
  const statedByMain = new Map<string, readonly ManagedField[]>();
  const cooperation = new Cooperation();
  for (const note of notes) {
    if (signal.isCancellationRequested) break;
    const text = await currentText(note.uri).catch(() => undefined);
    if (text !== undefined) examined.push(examine(note, text, managed.noteUpdate));
    await cooperation.yieldIfDue();
  }
  return examined;

  function examine(note: PaperNote, text: string, updateOf: typeof noteUpdate): ExaminedNote {
    const { entry, uri, isFurther } = note;
    const { names } = folderSettings(vscode.workspace.getWorkspaceFolder(uri)?.uri).notes;
    const known = agreements.of(entry.citekey, text, names);
    const mainStates = isFurther ? (statedByMain.get(entry.citekey) ?? []) : undefined;
    const parts = { agreed: known, taken: taken.get(uri.toString()), mainStates };
    const update = updateOf(text, noteValues(entry, { created: '' }), names, parts);
    if (!isFurther) statedByMain.set(entry.citekey, update.stated);
    return { ...note, text, known, update };
  }
}

/**
 * What is to be remembered of papers when some of their notes say what they are to say: what the main ones agree in and, in fields that
 * these do not state, further ones.
 */
export function agreedByPaper(notes: readonly ExaminedNote[]): Map<string, AgreedFields> {
  const agreed = new Map<string, AgreedFields>();
  const mainFirst = [...notes].sort((a, b) => Number(a.isFurther) - Number(b.isFurther));
  for (const { entry, known, update } of mainFirst) {
    agreed.set(entry.citekey, { ...(agreed.get(entry.citekey) ?? known), ...update.agreed });
  }
  return agreed;
}

/** The plan that updates notes. */
export function planOfUpdates(notes: readonly ExaminedNote[]): EditPlan {
  const edits = notes
    .filter(({ update }) => update.edits.length > 0)
    .map(({ uri, text, update }) => ({ uri: uri.toString(), madeFor: madeForText(text), edits: update.edits }));
  return { ...EMPTY_PLAN, edits };
}

/** The notes that change, with what they become. */
export function changedTexts(notes: readonly ExaminedNote[]): { uri: vscode.Uri; after: string }[] {
  const changed = notes.filter(({ update }) => update.edits.length > 0);
  return changed.map(({ uri, text, update }) => ({ uri, after: applyEdits(text, update.edits) }));
}

export function openDifferences(notes: readonly ExaminedNote[]): OpenDifference[] {
  return notes.flatMap(({ uri, entry, update }) =>
    update.differences.map((difference) => ({ ...difference, uri, citekey: entry.citekey })),
  );
}

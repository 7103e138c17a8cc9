import * as vscode from 'vscode';
import { Cooperation } from '../../../base/cooperate';
import { type EditPlan, EMPTY_PLAN, mergePlans } from '../../../base/editPlan';
import { OneByOne } from '../../../base/oneByOne';
import type { Entry } from '../../../library/model/entry';
import type { Note } from '../../../notes/note';
import type { FieldValue } from '../../../notes/yamlText';
import { inSteps } from '../../host/inSteps';
import { currentText } from '../../host/currentText';
import { paperCount } from '../../host/number';
import { folderSettings } from '../../host/settings';
import { choose, tell } from '../../host/tell';
import type { MadeTogether, NewNotes } from '../newNotes';
import type { NoteChanges } from '../noteChanges';
import { noteSentence } from '../noteSentences';
import type { KeptStates } from './keptStates';
import type { NotesService } from '../notesService';
import { tagsInForm } from './tagForm';

/** What is set of papers. */
export interface StateChange {
  readonly field: 'status' | 'rating' | 'tags' | 'priority';
  /** The new value of a paper, by its note as it is. */
  readonly valueOf: (note: Note | undefined) => FieldValue;
}

/** So many notes are read at a time. */
const AT_ONCE = 16;
/** So many are made at a time: what is written meanwhile is taken in together. */
const MADE_AT_ONCE = 64;

/** Sets what notes state of the reading of their papers. A paper without a note gets one; several are agreed to first. */
export class ReadingState {
  readonly #notes: NotesService;
  readonly #newNotes: NewNotes;
  readonly #changes: NoteChanges;
  readonly #kept: KeptStates;

  constructor(notes: NotesService, newNotes: NewNotes, changes: NoteChanges, kept: KeptStates) {
    this.#notes = notes;
    this.#newNotes = newNotes;
    this.#changes = changes;
    this.#kept = kept;
  }

  /** The Markdown file that holds a paper's state: parts of files have no front matter of their own. */
  noteOf(citekey: string): Note | undefined {
    return this.#notes.notesOf(citekey).find(({ linkedBy, uri }) => linkedBy !== 'heading' && !uri.endsWith('.org'));
  }

  async set(entries: readonly Entry[], change: StateChange): Promise<void> {
    const isKept = (entry: Entry) => change.field === 'status' && this.#kept.fileFor(entry) !== undefined;
    const noteless = entries.filter(({ citekey }) => !this.noteOf(citekey));
    const without = noteless.filter((entry) => !isKept(entry));
    if (without.length > 1 && !(await this.#agreesToNotes(without.length))) return;
    const made = await this.#make(without, change);
    const notes = new Map<string, Note>();
    for (const { citekey } of entries) {
      const note = this.noteOf(citekey);
      const isDone = note !== undefined && made.citekeys.has(citekey) && states(note, change);
      if (note && !isDone && !notes.has(note.uri)) notes.set(note.uri, note);
    }
    const edits = await this.#edits([...notes.values()], change);
    const kept =
      change.field === 'status'
        ? await this.#keptEdits(entries, String(change.valueOf(undefined)))
        : await this.#kept.removals(made.moved);
    await this.#changes.carryOut(
      { edits: [...edits, ...kept], deletes: [] },
      {
        doing: vscode.l10n.t('Setting what notes state'),
        done: (files) => doneSentence(files - kept.length, made.undo.deletes.length),
      },
      made.undo,
    );
  }

  /** Keeps the status of papers without notes, where they have one, and takes out of the state file what notes state. */
  async #keptEdits(entries: readonly Entry[], status: string): Promise<EditPlan['edits']> {
    const noteless = entries.filter(({ citekey }) => !this.noteOf(citekey));
    const noted = entries.filter(({ citekey }) => this.noteOf(citekey)).map(({ citekey }) => citekey);
    const kept =
      status === '' ? this.#kept.removals(noteless.map(({ citekey }) => citekey)) : this.#kept.edits(noteless, status);
    const plans = [await kept, await this.#kept.removals(noted)];
    return mergePlans(plans.map((edits) => ({ ...EMPTY_PLAN, edits }))).edits;
  }

  async #agreesToNotes(papers: number): Promise<boolean> {
    const create = vscode.l10n.t('Create Notes');
    return (
      (await choose(vscode.l10n.t('{0} have no note yet. Create the notes?', paperCount(papers)), [create])) === create
    );
  }

  /**
   * Makes notes that state what is set, by one template where the user is asked for it. The first that cannot be made ends it,
   * as the others could not either.
   */
  async #make(entries: readonly Entry[], { field, valueOf }: StateChange): Promise<MadeNotes> {
    const undos: EditPlan[] = [];
    const refusals: string[] = [];
    const moved: string[] = [];
    const together: MadeTogether = {
      states: [{ field, value: valueOf(undefined) }],
      undos,
      moved,
      turns: new OneByOne(),
      refused: (sentence) => refusals.push(sentence),
    };
    const citekeys = new Set<string>();
    await inSteps(vscode.l10n.t('Making notes'), entries.length, async ({ done, signal }) => {
      const waiting = [...entries];
      const makeOne = async () => {
        const entry = signal.aborted ? undefined : waiting.shift();
        if (!entry) return false;
        if (await this.#newNotes.make(entry, together)) done(citekeys.add(entry.citekey).size);
        else waiting.length = 0;
        return waiting.length > 0;
      };
      // With the first, the user may be asked for the template.
      await makeOne();
      await Promise.all(
        Array.from({ length: MADE_AT_ONCE }, async () => {
          while (await makeOne());
        }),
      );
    });
    if (refusals.length > 0) tell(refusals[0], 'error');
    return { citekeys, moved, undo: mergePlans(undos) };
  }

  async #edits(notes: readonly Note[], change: StateChange): Promise<EditPlan['edits']> {
    const { planOfField } = await import('../../../notes/fieldPlan');
    const cooperation = new Cooperation();
    const edits: EditPlan['edits'][number][] = [];
    const wrong: string[] = [];
    const waiting = [...notes];
    const next = async () => {
      for (let note = waiting.shift(); note; note = waiting.shift()) {
        const uri = vscode.Uri.parse(note.uri);
        const { names } = folderSettings(vscode.workspace.getWorkspaceFolder(uri)?.uri).notes;
        const text = await currentText(uri).catch(() => undefined);
        if (text === undefined)
          wrong.push(vscode.l10n.t('“{0}” cannot be read.', vscode.workspace.asRelativePath(uri)));
        else {
          const value = await valueFor(note, change);
          const { plan, problem } = planOfField({ uri: note.uri, text, names, field: change.field, value });
          edits.push(...plan.edits);
          if (problem) wrong.push(`${vscode.workspace.asRelativePath(uri)}: ${noteSentence(problem)}`);
        }
        await cooperation.yieldIfDue();
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, next));
    if (wrong.length > 0) tell(wrong.slice(0, 3).join(' '), 'warning');
    return edits;
  }
}

/** The notes that papers got. */
interface MadeNotes {
  readonly citekeys: ReadonlySet<string>;
  /** Those that state what the state file keeps. */
  readonly moved: readonly string[];
  /** What takes them away again. */
  readonly undo: EditPlan;
}

/** The new value of a note, tags in the form that they have where it lies. */
async function valueFor(note: Note, { field, valueOf }: StateChange): Promise<FieldValue> {
  const value = valueOf(note);
  if (field !== 'tags' || !Array.isArray(value)) return value;
  return tagsInForm(value as readonly string[], note.tags, vscode.Uri.joinPath(vscode.Uri.parse(note.uri), '..'));
}

/** Whether a note states what is to be set. */
function states(note: Note, { field, valueOf }: StateChange): boolean {
  return JSON.stringify(note[field]) === JSON.stringify(valueOf(note));
}

/** What is said of a change that one sees nowhere else; undefined where there is nothing to say. */
function doneSentence(changed: number, made: number): string | undefined {
  const sentences: string[] = [];
  if (changed > 1) sentences.push(vscode.l10n.t('{0} notes were changed.', changed));
  if (made > 0) sentences.push(vscode.l10n.t('{0} got a note.', paperCount(made)));
  return sentences.length > 0 ? sentences.join(' ') : undefined;
}

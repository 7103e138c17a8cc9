import * as vscode from 'vscode';
import { type EditPlan, mergePlans, planOfNewFile } from '../../../base/editPlan';
import type { Entry } from '../../../library/model/entry';
import { currentText } from '../../host/currentText';
import { tell } from '../../host/tell';
import type { LibraryService } from '../../library/libraryService';
import type { NoteChanges } from '../noteChanges';
import { type NotesService, stateFileOf } from '../notesService';

type Edits = EditPlan['edits'];
/** By file and citekey; undefined where a paper's line is to go. */
type Statuses = Map<string, Map<string, string | undefined>>;

/** Keeps the status of papers without notes in the state file, where the user wants that. */
export class KeptStates {
  readonly #library: Pick<LibraryService, 'folderOf'>;
  readonly #notes: NotesService;
  readonly #changes: NoteChanges;
  /** The papers whose lines are to go, and the work of that: what comes meanwhile goes together. */
  readonly #leaving = new Set<string>();
  #left: Promise<void> = Promise.resolve();

  constructor(library: Pick<LibraryService, 'folderOf'>, notes: NotesService, changes: NoteChanges) {
    this.#library = library;
    this.#notes = notes;
    this.#changes = changes;
  }

  /** The file that keeps the status of a paper without a note; undefined where it is to get a note instead. */
  fileFor(entry: Entry): vscode.Uri | undefined {
    const kept = this.#notes.keptStatusOf(entry.citekey);
    if (kept) return vscode.Uri.parse(kept.uri);
    const folder = this.#library.folderOf(entry.source.uri) ?? vscode.workspace.workspaceFolders?.[0];
    return folder && stateFileOf(folder.uri);
  }

  /** The edits that keep a status of papers; a file that is not there yet is made. Where that cannot be, the user is told. */
  async edits(entries: readonly Entry[], status: string): Promise<Edits> {
    const files: Statuses = new Map();
    for (const entry of entries) {
      const uri = this.fileFor(entry)?.toString();
      if (uri !== undefined) put(files, uri, entry.citekey, status);
    }
    return this.#editsOf(files);
  }

  /** The edits that take out of the state file what it keeps of papers. */
  async removals(citekeys: readonly string[]): Promise<Edits> {
    const files: Statuses = new Map();
    for (const citekey of citekeys) {
      const uri = this.#notes.keptStatusOf(citekey)?.uri;
      if (uri !== undefined) put(files, uri, citekey, undefined);
    }
    return this.#editsOf(files);
  }

  /** The status that is kept of a paper. */
  statusOf(citekey: string): string | undefined {
    return this.#notes.keptStatusOf(citekey)?.status;
  }

  /** Takes out what is kept of a paper whose new note states it; of papers that come together in one go. */
  forget(citekey: string): Promise<void> {
    this.#leaving.add(citekey);
    const left = this.#left.then(async () => {
      const citekeys = [...this.#leaving];
      this.#leaving.clear();
      const edits = await this.removals(citekeys);
      if (edits.length === 0) return;
      await this.#changes.carryOut({ edits, deletes: [] }, { doing: vscode.l10n.t('Setting what notes state') });
    });
    this.#left = left.catch(() => undefined);
    return left;
  }

  async #editsOf(files: Statuses): Promise<Edits> {
    const { planOfStatuses } = await import('../../../notes/stateFile');
    const plans: EditPlan[] = [];
    for (const [file, statuses] of files) {
      const uri = vscode.Uri.parse(file);
      const text = (await currentText(uri).catch(() => undefined)) ?? (await made(uri));
      if (text !== undefined) plans.push(planOfStatuses(file, text, statuses));
    }
    return mergePlans(plans).edits;
  }
}

function put(files: Statuses, uri: string, citekey: string, status: string | undefined): void {
  const statuses = files.get(uri) ?? new Map<string, string | undefined>();
  files.set(uri, statuses.set(citekey, status));
}

/** Makes a file with nothing in it; undefined where that cannot be, and the user was told. */
async function made(uri: vscode.Uri): Promise<'' | undefined> {
  const [{ applyPlan }, { refusalsSentence }] = await Promise.all([
    import('../../host/applyPlan'),
    import('../../host/refusalSentence'),
  ]);
  const outcome = await applyPlan(planOfNewFile(uri.toString(), ''));
  if (outcome.kind === 'done') return '';
  if (outcome.kind === 'refused') tell(refusalsSentence(outcome.refusals), 'warning');
  return undefined;
}

import * as vscode from 'vscode';
import { planOfNewFile } from '../../base/editPlan';
import { syntaxFor } from '../../citations/syntaxes';
import type { Entry } from '../../library/model/entry';
import { noteFileName, withSuffix } from '../../notes/fileName';
import { renderNote } from '../../notes/template';
import { type NoteValues, noteValues } from '../../notes/values';
import { relativePath } from '../../workspace/uri';
import { paperLinks } from '../../workflows/links';
import { applyPlan } from '../host/applyPlan';
import { refusalSentence } from '../host/refusalSentence';
import { tell } from '../host/tell';
import { type FolderSettings, folderSettings } from '../host/settings';
import type { LibraryService } from '../library/libraryService';
import type { NotesService } from './notesService';
import { templateSentence } from './noteSentences';

/** Said in the place of a template that cannot be read. */
const UNREADABLE = Symbol('unreadable');
/** How many names are tried for a note whose name others have. */
const MOST_NAMES = 100;

/** Creates notes from the user's template. It never writes to a file that exists. */
export class NoteMaker {
  readonly #library: Pick<LibraryService, 'folderOf'>;
  readonly #notes: Pick<NotesService, 'add'>;

  constructor(library: Pick<LibraryService, 'folderOf'>, notes: Pick<NotesService, 'add'>) {
    this.#library = library;
    this.#notes = notes;
  }

  /**
   * The new note of a paper, saved; undefined where none could be made, and the user was told why.
   * @param created the date that the note states, as `2026-01-31`
   */
  async create(entry: Entry, created: string): Promise<vscode.Uri | undefined> {
    const folder = this.#library.folderOf(entry.source.uri) ?? vscode.workspace.workspaceFolders?.[0];
    if (!folder) return refuse(vscode.l10n.t('Open a folder first: notes are kept in it.'));
    const { notes } = folderSettings(folder.uri);
    const base = vscode.Uri.joinPath(folder.uri, notes.folder);
    if (base.path !== folder.uri.path && relativePath(folder.uri.toString(), base.toString()) === undefined) {
      return refuse(
        vscode.l10n.t(
          'The setting literatureNotes.notes.folder leads out of the workspace folder: “{0}”.',
          notes.folder,
        ),
      );
    }
    const template = await readTemplate(notes, folder);
    if (template === UNREADABLE) return undefined;
    const uri = await writeNote(base, notes, template, valuesOf(entry, created));
    if (!uri) return undefined;
    await this.#notes.add(uri);
    return uri;
  }
}

/** Writes the note; where a template is wrong, the built-in one takes its place. The user is told of that, and of a failure. */
async function writeNote(
  base: vscode.Uri,
  { fileName, names }: FolderSettings['notes'],
  template: string | undefined,
  values: NoteValues,
): Promise<vscode.Uri | undefined> {
  const name = noteFileName(fileName, values);
  const content = renderNote(template, values, names);
  if (name.problem) warn(templateSentence('literatureNotes.notes.fileName', name.problem));
  if (content.problem) warn(templateSentence('literatureNotes.notes.template', content.problem));
  return writeNew(base, name.segments, content.text);
}

/** The user's template; undefined for the built-in one. Tells the user of one that cannot be read. */
async function readTemplate(
  { template }: FolderSettings['notes'],
  folder: vscode.WorkspaceFolder,
): Promise<string | undefined | typeof UNREADABLE> {
  if (template === '') return undefined;
  const isAbsolute = /^(\/|[a-zA-Z]:[\\/])/.test(template);
  const uri = isAbsolute
    ? folder.uri.with({ path: vscode.Uri.file(template).path })
    : vscode.Uri.joinPath(folder.uri, template);
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    refuse(
      vscode.l10n.t(
        'The note template “{0}” cannot be read. Correct the setting literatureNotes.notes.template.',
        template,
      ),
    );
    return UNREADABLE;
  }
}

/** What a template can say about a paper. */
function valuesOf(entry: Entry, created: string): NoteValues {
  const citation = syntaxFor('markdown').format({ items: [{ key: entry.citekey }] });
  const links = paperLinks(entry).map(({ label, url }) => ({ label, url }));
  return noteValues(entry, { created, citation, links });
}

/**
 * Writes a file under the first free name: `name.md`, `name-2.md`, …, whole or not at all. What else than a taken name speaks
 * against it would do so for every name: that is told, and the end.
 */
async function writeNew(base: vscode.Uri, segments: readonly string[], text: string): Promise<vscode.Uri | undefined> {
  for (let number = 1; number <= MOST_NAMES; number++) {
    const uri = vscode.Uri.joinPath(base, ...(number === 1 ? segments : withSuffix(segments, number)));
    const outcome = await applyPlan(planOfNewFile(uri.toString(), text));
    if (outcome.kind === 'done') return uri;
    const refusals = outcome.kind === 'refused' ? outcome.refusals : [];
    if (refusals.some(({ code }) => code !== 'exists')) return refuse(refusals.map(refusalSentence).join(' '));
  }
  return refuse(vscode.l10n.t('No note could be created in “{0}”: all its names are taken.', base.fsPath));
}

function warn(sentence: string): void {
  tell(sentence, 'warning');
}

function refuse(sentence: string): undefined {
  tell(sentence, 'error');
  return undefined;
}

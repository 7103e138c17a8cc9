import * as vscode from 'vscode';
import { type EditPlan, planOfNewFile } from '../../base/editPlan';
import { OneByOne } from '../../base/oneByOne';
import { applyEdits } from '../../base/textEdit';
import type { Entry } from '../../library/model/entry';
import { type AgreedFields } from '../../notes/agreedFields';
import { setField } from '../../notes/edit';
import type { FieldNames, NoteField } from '../../notes/fieldNames';
import { noteUpdate } from '../../notes/managedFields';
import { noteFileName, withSuffix } from '../../notes/fileName';
import type { NoteProblem } from '../../notes/problem';
import { renderNote } from '../../notes/template';
import type { NoteValues } from '../../notes/values';
import type { FieldValue } from '../../notes/yamlText';
import { relativePath } from '../../workspace/uri';
import { applyPlan } from '../host/applyPlan';
import { toRange } from '../host/convert';
import { refusalSentence } from '../host/refusalSentence';
import { type FolderSettings, folderSettings } from '../host/settings';
import { offer, tell } from '../host/tell';
import type { LibraryService } from '../library/libraryService';
import { summaryNotice } from '../library/paperMarkdown';
import { noteSentence, templateSentence } from './noteSentences';
import type { NotesService } from './notesService';
import { type NoteTemplate, readTemplate, settledTemplate, type TemplateChoice } from './noteTemplate';
import { allValues, type FindRelated, plainValues } from './paperValues';

/** The name of a note that needs nothing but the citekey. */
const CITEKEY_ALONE = '{{ citekey }}';
/** How many names are tried for a note whose name others have. */
const MOST_NAMES = 100;

/** What a note is made with. */
export interface NoteMakerParts {
  readonly library: Pick<LibraryService, 'folderOf' | 'isSample'>;
  readonly notes: Pick<NotesService, 'add'>;
  readonly findRelated?: FindRelated;
  /** Remembers what a note said when it was made. */
  readonly agreed?: { add(notes: ReadonlyMap<string, AgreedFields>): void };
}

/** How one note is made. */
export interface NewNoteOptions {
  /** Which template, where not the settings alone decide. */
  readonly templates?: Pick<TemplateChoice, 'templateOf'>;
  /** The text that is selected where the user is. */
  readonly selection?: string;
  /** A field that the note states besides what its template writes. */
  readonly states?: { readonly field: NoteField; readonly value: FieldValue };
  /** Lets notes that are made at once be rendered one by one. */
  readonly turns?: OneByOne;
  /** Told why the note cannot be made; without it, the user is told. */
  readonly refused?: (sentence: string) => void;
}

/** A note that was made. */
export interface MadeNote {
  readonly uri: vscode.Uri;
  /** What takes it away again. */
  readonly undo: EditPlan;
}

/** Creates notes from templates. It never writes to a file that exists. */
export class NoteMaker {
  readonly #parts: NoteMakerParts;

  constructor(parts: NoteMakerParts) {
    this.#parts = parts;
  }

  /**
   * The new note of a paper, saved; undefined where none could be made, and the user was told why, or cancelled.
   * @param created the date that the note states, as `2026-01-31`
   */
  async create(entry: Entry, created: string, options: NewNoteOptions = {}): Promise<MadeNote | undefined> {
    const { library, notes: service, findRelated, agreed } = this.#parts;
    const refuse = refusing(options);
    const folder = library.folderOf(entry.source.uri) ?? vscode.workspace.workspaceFolders?.[0];
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
    const template = options.templates
      ? await options.templates.templateOf(entry, folder)
      : settledTemplate(entry, folder);
    if (!template) return undefined;
    const text = template.uri && (await readTemplate(template.uri));
    if (template.uri && text === undefined) return undefined;
    const asked = `${notes.fileName}\n${text ?? ''}`;
    const occasion = { created, selection: options.selection };
    const isPlain = text === undefined && notes.fileName === CITEKEY_ALONE;
    const values = isPlain ? plainValues(entry, occasion) : await allValues(entry, occasion, asked, findRelated);
    const { turns = new OneByOne() } = options;
    const written = await turns.run(() =>
      noteFrom(library.isSample ? ofSample(values) : values, notes, { ...template, text }, options),
    );
    const made = written && (await writeNew(base, written.segments, written.text, options));
    if (!made) return undefined;
    await service.add(made.uri);
    const update = await turns.run(() => noteUpdate(written.text, values, notes.names));
    agreed?.add(new Map([[entry.citekey, update.agreed]]));
    return made;
  }
}

/** The note and its name; undefined where a template is wrong, and the user was told where. */
function noteFrom(
  values: NoteValues,
  { fileName, names }: FolderSettings['notes'],
  template: NoteTemplate & { readonly text?: string },
  options: NewNoteOptions,
): { readonly segments: readonly string[]; readonly text: string } | undefined {
  const { segments, problem } = noteFileName(fileName, values);
  if (problem) return refusing(options)(templateSentence('literatureNotes.notes.fileName', problem));
  const note = renderNote(template.text, values, names);
  if (note.text !== undefined) return { segments, text: stating(note.text, names, options.states) };
  if (template.uri) void tellOfTemplate(template.uri, note.problem);
  else refusing(options)(noteSentence(note.problem));
  return undefined;
}

/** A note's text with a field set; as it is where its front matter does not let that be. */
function stating(text: string, names: FieldNames, states: NewNoteOptions['states']): string {
  return states ? applyEdits(text, setField(text, names[states.field], states.value).edits) : text;
}

/** What a note says of a paper of the sample library, whose summary is not the paper's abstract. */
function ofSample(values: NoteValues): NoteValues {
  if (values.abstract === undefined) return values;
  return { ...values, abstract: `${values.abstract}\n\n${summaryNotice()}` };
}

/** Tells where a template is wrong, and shows the place to one who wants that. */
async function tellOfTemplate(uri: vscode.Uri, problem: NoteProblem): Promise<void> {
  const sentence = templateSentence(vscode.workspace.asRelativePath(uri), problem);
  if (!(await offer(sentence, vscode.l10n.t('Open Template'), 'error'))) return;
  await vscode.window.showTextDocument(uri, { selection: toRange(problem.range) });
}

/**
 * Writes a file under the first free name: `name.md`, `name-2.md`, …, whole or not at all. What else than a taken name speaks
 * against it would do so for every name: that is told, and the end.
 */
async function writeNew(
  base: vscode.Uri,
  segments: readonly string[],
  text: string,
  options: NewNoteOptions,
): Promise<MadeNote | undefined> {
  const refuse = refusing(options);
  for (let number = 1; number <= MOST_NAMES; number++) {
    const uri = vscode.Uri.joinPath(base, ...(number === 1 ? segments : withSuffix(segments, number)));
    const outcome = await applyPlan(planOfNewFile(uri.toString(), text));
    if (outcome.kind === 'done') return { uri, undo: outcome.undo };
    const refusals = outcome.kind === 'refused' ? outcome.refusals : [];
    if (refusals.some(({ code }) => code !== 'exists')) return refuse(refusals.map(refusalSentence).join(' '));
  }
  return refuse(vscode.l10n.t('No note could be created in “{0}”: all its names are taken.', base.fsPath));
}

/** Says why a note cannot be made to whom the options name. */
function refusing({ refused }: NewNoteOptions): (sentence: string) => undefined {
  return (sentence) => {
    if (refused) refused(sentence);
    else tell(sentence, 'error');
    return undefined;
  };
}

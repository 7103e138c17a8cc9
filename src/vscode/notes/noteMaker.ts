import * as vscode from 'vscode';
import { inBackground } from '../../base/inBackground';
import { type EditPlan, EMPTY_PLAN, planOfNewFile } from '../../base/editPlan';
import { OneByOne } from '../../base/oneByOne';
import { applyEdits } from '../../base/textEdit';
import { hasOwnSummary } from '../../library/formats/ownSummary';
import type { Entry } from '../../library/model/entry';
import { type AgreedFields } from '../../notes/agreedFields';
import { setField } from '../../notes/edit';
import type { FieldNames, NoteField } from '../../notes/fieldNames';
import { isNoteOf } from '../../notes/isNoteOf';
import { noteUpdate } from '../../notes/managedFields';
import { noteFileName, withSuffix } from '../../notes/fileName';
import type { NoteProblem } from '../../notes/problem';
import { renderNote } from '../../notes/template';
import type { NoteValues } from '../../notes/values';
import type { FieldValue } from '../../notes/yamlText';
import { fileNameOf, relativePath } from '../../workspace/uri';
import { applyPlan } from '../host/applyPlan';
import { toRange } from '../host/convert';
import { currentText } from '../host/currentText';
import { refusalSentence } from '../host/refusalSentence';
import { type FolderSettings, folderSettings } from '../host/settings';
import { offer, tell } from '../host/tell';
import type { LibraryService } from '../library/libraryService';
import { summaryNotice } from '../library/paperMarkdown';
import { hiddenSentence, noteSentence, templateSentence } from './noteSentences';
import type { NotesService } from './notesService';
import { type NoteTemplate, readTemplate, settledTemplate, type TemplateChoice } from './noteTemplate';
import { allValues, type FindRelated, plainValues } from './paperValues';
import { tagsInForm } from './reading/tagForm';

/** The name of a note that needs nothing but the citekey. */
const CITEKEY_ALONE = '{{ citekey }}';
/** How many names are tried for a note whose name others have. */
const MOST_NAMES = 100;

/** What a note is made with. */
export interface NoteMakerParts {
  readonly library: Pick<LibraryService, 'folderOf'>;
  readonly notes: Pick<NotesService, 'add' | 'isNote'>;
  readonly findRelated?: FindRelated;
  /** Remembers what a note said when it was made. */
  readonly agreed?: { add(notes: ReadonlyMap<string, AgreedFields>): void };
}

/** A field that a new note states. */
export interface StatedField {
  readonly field: NoteField;
  readonly value: FieldValue;
}

/** How one note is made. */
export interface NewNoteOptions {
  /** Which template, where not the settings alone decide. */
  readonly templates?: Pick<TemplateChoice, 'templateOf'>;
  /** The text that is selected where the user is. */
  readonly selection?: string;
  /** What the note states besides what its template writes. */
  readonly states?: readonly StatedField[];
  /** Lets notes that are made at once be rendered one by one. */
  readonly turns?: OneByOne;
  /** Told why the note cannot be made; without it, the user is told. */
  readonly refused?: (sentence: string) => void;
}

/** A note that was made, or was there already where it would have been made. */
export interface MadeNote {
  readonly uri: vscode.Uri;
  readonly isNew: boolean;
  /** What takes it away again. */
  readonly undo: EditPlan;
  /** The fields that it states, of those that it was to state. */
  readonly stated: ReadonlySet<NoteField>;
}

/** Creates notes from templates. It never writes to a file that exists. */
export class NoteMaker {
  readonly #parts: NoteMakerParts;

  constructor(parts: NoteMakerParts) {
    this.#parts = parts;
  }

  /**
   * The new note of a paper, saved; undefined where none could be made, and the user was told why, or cancelled. A file of its name
   * that is the paper's note, and of which nobody knew, as another window has just made it or settings hide it, is taken as it is.
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
    const states = await statesIn(base, options.states);
    const written = await turns.run(() =>
      noteFrom(hasOwnSummary(entry) ? ofSample(values) : values, notes, { ...template, text }, { ...options, states }),
    );
    const made = written && (await writeNew(base, written, { ...options, citekey: entry.citekey, names: notes.names }));
    if (!made) return undefined;
    await service.add(made.uri);
    if (!made.isNew) {
      const isFollowed = service.isNote(made.uri) || (options.states ?? []).length === 0;
      return isFollowed ? { ...made, stated: new Set() } : refuse(hiddenSentence(made.uri));
    }
    const update = await turns.run(() => noteUpdate(written.text, values, notes.names));
    agreed?.add(new Map([[entry.citekey, update.agreed]]));
    return { ...made, stated: written.stated };
  }
}

/** What is to be written, and under which name. */
interface WrittenNote {
  readonly segments: readonly string[];
  readonly text: string;
  readonly stated: ReadonlySet<NoteField>;
}

/** The note and its name; undefined where a template is wrong, and the user was told where. */
function noteFrom(
  values: NoteValues,
  { fileName, names }: FolderSettings['notes'],
  template: NoteTemplate & { readonly text?: string },
  options: NewNoteOptions,
): WrittenNote | undefined {
  const { segments, problem } = noteFileName(fileName, values);
  if (problem) return refusing(options)(templateSentence('literatureNotes.notes.fileName', problem));
  const note = renderNote(template.text, values, names);
  if (note.text !== undefined) return { segments, ...stating(note.text, names, options.states) };
  if (template.uri) inBackground(tellOfTemplate(template.uri, note.problem));
  else refusing(options)(noteSentence(note.problem));
  return undefined;
}

/** What a new note is to state, tags in the form that they have where it lies. */
function statesIn(folder: vscode.Uri, states: readonly StatedField[] = []): Promise<StatedField[]> {
  return Promise.all(
    states.map(async ({ field, value }) => {
      const isList = field === 'tags' && typeof value === 'object';
      return { field, value: isList ? await tagsInForm(value, [], folder) : value };
    }),
  );
}

/** A note's text with fields set, but for those that its front matter does not let be. */
function stating(text: string, names: FieldNames, states: readonly StatedField[] = []): Omit<WrittenNote, 'segments'> {
  const stated = new Set<NoteField>();
  for (const { field, value } of states) {
    const { edits, problem } = setField(text, names[field], value);
    if (problem) continue;
    text = applyEdits(text, edits);
    stated.add(field);
  }
  return { text, stated };
}

/** What a note says of a paper of the sample library or a copy of it, whose summary is not the paper's abstract. */
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
 * Writes a file under the first free name: `name.md`, `name-2.md`, …, whole or not at all. A file of such a name that is the note of
 * this paper is that. What else than a taken name speaks against it would do so for every name: that is told, and the end.
 */
async function writeNew(
  base: vscode.Uri,
  { segments, text }: WrittenNote,
  options: NewNoteOptions & { readonly citekey: string; readonly names: FieldNames },
): Promise<Omit<MadeNote, 'stated'> | undefined> {
  const refuse = refusing(options);
  for (let number = 1; number <= MOST_NAMES; number++) {
    const uri = vscode.Uri.joinPath(base, ...(number === 1 ? segments : withSuffix(segments, number)));
    const outcome = await applyPlan(planOfNewFile(uri.toString(), text));
    if (outcome.kind === 'done') return { uri, isNew: true, undo: outcome.undo };
    const refusals = outcome.kind === 'refused' ? outcome.refusals : [];
    if (refusals.some(({ code }) => code !== 'exists')) return refuse(refusals.map(refusalSentence).join(' '));
    if (await isNoteAt(uri, options)) return { uri, isNew: false, undo: EMPTY_PLAN };
  }
  return refuse(vscode.l10n.t('No note could be created in “{0}”: all its names are taken.', base.fsPath));
}

/** Whether a file of the notes folder is a paper's note. */
async function isNoteAt(
  uri: vscode.Uri,
  { citekey, names }: { readonly citekey: string; readonly names: FieldNames },
): Promise<boolean> {
  const text = await currentText(uri).catch(() => undefined);
  const file = { uri: uri.toString(), fileName: fileNameOf(uri.toString()), inNotesFolder: true, names };
  return text !== undefined && isNoteOf({ ...file, text }, citekey);
}

/** Says why a note cannot be made to whom the options name. */
function refusing({ refused }: NewNoteOptions): (sentence: string) => undefined {
  return (sentence) => {
    if (refused) refused(sentence);
    else tell(sentence, 'error');
    return undefined;
  };
}

import * as vscode from 'vscode';
import type { EditPlan } from '../../base/editPlan';
import { LineIndex } from '../../base/lineIndex';
import type { Position } from '../../base/position';
import type { CitationIndex } from '../../citations/index/citationIndex';
import { WITHOUT_KEYS } from '../../library/formats/reader';
import type { Entry } from '../../library/model/entry';
import { KEY_LISTS } from '../../library/writing/bibFieldText';
import { linkNames } from '../../notes/linkNames';
import { countOfCitations } from '../../workflows/rename/documentEdits';
import { isSameNumber } from '../../workflows/refreshing/matchedItems';
import type {
  RenamedDocument,
  RenamedNote,
  RenamedSource,
  RenameFiles,
  WantedRename,
} from '../../workflows/rename/renamePlan';
import type { RenameRefusal } from '../../workflows/rename/renameRefusal';
import { fileNameOf } from '../../workspace/uri';
import { type DefinedCommands, knownSyntaxOf, knownSyntaxOfFile } from '../citing/syntaxOf';
import { openDocument } from '../host/openDocument';
import { isTooLargeToEdit, openToEdit } from '../host/planStates';
import { folderSettings } from '../host/settings';
import type { LibraryService } from '../library/libraryService';
import type { NotesService } from '../notes/notesService';
import { notebookOf } from '../citing/bibliography/wholeDocument';
import { openNotebooksOf } from './closedNotebooks';
import { documentsWithoutFile } from './documentsWithoutFile';
import { textOfFile } from './sourceTexts';

/** Plans renames of citekeys over all files of the workspace. */
export class CitekeyRenames {
  readonly #index: CitationIndex;
  readonly #library: LibraryService;
  readonly #notes: NotesService;
  readonly #defined: DefinedCommands;

  constructor(index: CitationIndex, library: LibraryService, notes: NotesService, defined: DefinedCommands) {
    this.#defined = defined;
    this.#index = index;
    this.#library = library;
    this.#notes = notes;
  }

  async plan(entry: Entry, wanted: Omit<WantedRename, 'old'>): Promise<EditPlan | RenameRefusal> {
    const opened = new Map<string, vscode.TextDocument>();
    const refusal = await this.refusalOfList(entry);
    if (refusal) return refusal;
    await this.#takeInDirty();
    const { sources, tooLarge } = await this.#sources(entry.citekey, (uri) => this.#placesIn(uri, entry), opened);
    if (tooLarge !== undefined) return { code: 'source', uri: tooLarge, refusal: { code: 'too-large' } };
    const files: RenameFiles = {
      sources,
      documents: await this.#documents(entry.citekey),
      notes: await this.#notesOf(entry.citekey),
      isTaken: (key) => this.#isTaken(key, entry),
      isLabel: (syntax, key) => this.#index.isLabel(syntax, key),
      countOfUnknown: (key) => this.#countOfUnknown(key),
      changeSource: ({ uri }, change) => this.#library.planChange(opened.get(uri)!, change),
    };
    // What reads and edits front matter is loaded with the first rename.
    const { planRename } = await import('../../workflows/rename/renamePlan');
    return planRename({ ...wanted, old: entry.citekey }, files);
  }

  /** Why the list of a paper cannot give it another key, whatever that is. */
  async refusalOfList({ source: { uri } }: Entry): Promise<RenameRefusal | undefined> {
    const file = vscode.Uri.parse(uri);
    const format = this.#library.formatOf(file);
    if (format === 'papis' || this.#library.isCopy(uri)) return { code: 'kept-elsewhere', uri };
    if (format !== undefined && WITHOUT_KEYS.has(format)) return { code: 'no-keys-in-list', uri };
    if (await isTooLargeToEdit(file)) return { code: 'source', uri, refusal: { code: 'too-large' } };
    return undefined;
  }

  /** The papers of a list. */
  entriesOf(list: string): Entry[] {
    return this.#library.own.entries().filter(({ source }) => source.uri === list);
  }

  /** The plan that has everything follow a key that another program changed in a list. */
  async planFollowing(old: string, key: string): Promise<EditPlan | RenameRefusal> {
    await this.#takeInDirty();
    const [documents, notes] = [await this.#documents(old), await this.#notesOf(old)];
    // The list that changed is as it should be; what is too large to be changed stays.
    const { sources } = await this.#sources(old, () => [], new Map());
    const { planFollowing } = await import('../../workflows/rename/renamePlan');
    return planFollowing({ old, key }, { sources, documents, notes });
  }

  async #takeInDirty(): Promise<void> {
    const dirty = vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty);
    await this.#index.takeIn(dirty.map(({ uri }) => uri.toString()));
  }

  /** How often documents and notes name a key that means no paper. */
  async #countOfUnknown(key: string): Promise<number> {
    if (this.#library.own.resolve(key) !== undefined) return 0;
    const notes = this.#notes.notesOf(key).filter(({ linkedBy }) => linkedBy === 'front-matter');
    const documents = await this.#documents(key);
    const counts = documents.map(({ uri, text, syntax }) => countOfCitations(text, syntax, fileNameOf(uri), key));
    return counts.reduce((sum, count) => sum + count, notes.length);
  }

  #isTaken(key: string, entry: Entry): boolean {
    const meaning = this.#library.own.resolve(key);
    if (meaning === undefined) return false;
    // What another program keeps of this very paper, under its new key.
    const other = 'entry' in meaning ? meaning.entry : undefined;
    if (other && this.#library.isCopy(other.source.uri) && isSameNumber(other, entry)) return false;
    return !('aliasOf' in meaning) || meaning.aliasOf !== entry;
  }

  /**
   * The lists that hold a key, or refer to it, and the first of them that is too large to be changed.
   * @param startsIn where in a list the entries with the key stand
   */
  async #sources(
    citekey: string,
    startsIn: (uri: string) => readonly Position[],
    opened: Map<string, vscode.TextDocument>,
  ): Promise<{ readonly sources: RenamedSource[]; readonly tooLarge?: string }> {
    const sources: RenamedSource[] = [];
    let tooLarge: string | undefined;
    for (const uri of this.#library.sources()) {
      const file = vscode.Uri.parse(uri);
      if (this.#library.isCopy(uri)) continue;
      const format = this.#library.formatOf(file);
      const starts = startsIn(uri);
      const mayRefer = async () => format === 'bibtex' && (await textOfFile(file))?.includes(citekey) === true;
      if (format === undefined || (starts.length === 0 && !(await mayRefer()))) continue;
      if (await isTooLargeToEdit(file)) {
        if (starts.length > 0 || (await this.#refers(file, citekey))) tooLarge ??= uri;
        continue;
      }
      const document = await openToEdit(file);
      opened.set(uri, document);
      const text = document.getText();
      const lines = new LineIndex(text);
      const entries = starts.map(({ line, character }) => lines.lineStart(line) + character);
      sources.push({ uri, format, text, entries });
    }
    return { sources, ...(tooLarge !== undefined && { tooLarge }) };
  }

  /** Whether a .bib file refers to a key, as far as one line tells: one that is too large to be changed is not parsed for it. */
  async #refers(file: vscode.Uri, citekey: string): Promise<boolean> {
    const key = citekey.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const field = new RegExp(`\\b(?:${KEY_LISTS.join('|')})\\s{0,9}=[^\\n]{0,200}[{",\\s]${key}\\s{0,9}[}",]`, 'i');
    return field.test((await textOfFile(file)) ?? '');
  }

  /** Where in a source the entry stands, and copies of it with the same key. */
  #placesIn(uri: string, entry: Entry) {
    const copies = this.#library
      .problems(uri)
      .filter(
        (problem) => 'key' in problem && problem.key === entry.citekey && /^duplicate-(key|paper)$/.test(problem.code),
      )
      .map(({ range }) => range.start);
    return entry.source.uri === uri ? [entry.source.range.start, ...copies] : copies;
  }

  async #documents(citekey: string): Promise<RenamedDocument[]> {
    const notes = this.#notes.notesOf(citekey).map(({ uri }) => uri);
    const links = await this.#index.linksTo(linkNames([citekey], notes.map(fileNameOf)), notes);
    const places = await openNotebooksOf([...(await this.#index.placesOf([citekey])), ...links]);
    const uris = new Set([...places.map(({ uri }) => uri), ...notes]);
    for (const { uri } of documentsWithoutFile()) uris.add(uri.toString());
    const documents: RenamedDocument[] = [];
    for (const uri of uris) {
      const file = vscode.Uri.parse(uri);
      const text = await textOfFile(file);
      const open = openDocument(file);
      const ofFile = () => (text === undefined ? undefined : knownSyntaxOfFile(uri, text, this.#defined));
      const syntax = open ? knownSyntaxOf(open, this.#defined) : ofFile();
      const notebook = open && notebookOf(open)?.uri.toString();
      if (text !== undefined && syntax) documents.push({ uri, ...(notebook && { file: notebook }), text, syntax });
    }
    return documents;
  }

  async #notesOf(citekey: string): Promise<RenamedNote[]> {
    const notes: RenamedNote[] = [];
    for (const uri of new Set(this.#notes.notesOf(citekey).map((note) => note.uri))) {
      const file = vscode.Uri.parse(uri);
      const text = await textOfFile(file);
      const folder = vscode.workspace.getWorkspaceFolder(file);
      const { names, fileName } = folderSettings(folder?.uri).notes;
      if (text !== undefined) notes.push({ uri, text, names, template: fileName });
    }
    return notes;
  }
}

import { WITHOUT_KEYS } from '../../library/formats/reader';
import { type EditPlan, EMPTY_PLAN, madeForText, mergePlans, planOf, type Rename } from '../../base/editPlan';
import type { TextEdit } from '../../base/textEdit';
import { linksByName } from '../../citations/index/readCitingFile';
import type { Syntax } from '../../citations/syntax';
import type { FormatId } from '../../library/formats/reader';
import { bibKeyPlaces } from '../../library/writing/bibKeyPlaces';
import { type EditRefusal, isRefusal } from '../../library/writing/editRefusal';
import type { SourceChange } from '../../library/writing/sourceChange';
import type { FieldNames } from '../../notes/fieldNames';
import { citekeyFileName } from '../../notes/fileSegment';
import { linkName } from '../../notes/linkNames';
import { fileNameOf, folderOf, joinPath } from '../../workspace/uri';
import { citationEdits, linkEdits, type NewName, pathEdits } from './documentEdits';
import { legalKeyLike, refusingSyntax } from './legalKey';
import { noteEdits } from './noteEdits';
import { noteFileNameAfter } from './noteFileName';
import type { RenameRefusal } from './renameRefusal';

/** A paper list, with the offsets of the entries that have the old key. Of .bib files they are found in the text. */
export interface RenamedSource {
  readonly uri: string;
  readonly format: FormatId;
  readonly text: string;
  readonly entries?: readonly number[];
}

/** A document that cites the paper, or links to its note. */
export interface RenamedDocument {
  readonly uri: string;
  /** The notebook that it is a cell of, from which its links by path lead. */
  readonly file?: string;
  readonly text: string;
  readonly syntax: Syntax;
}

/** A note of the paper. */
export interface RenamedNote {
  readonly uri: string;
  readonly text: string;
  readonly names: FieldNames;
  /** The template by which new notes are named where it lies. */
  readonly template?: string;
}

/** What a citekey is renamed in: the texts as editors have them. */
export interface RenameFiles {
  readonly sources: readonly RenamedSource[];
  readonly documents: readonly RenamedDocument[];
  readonly notes: readonly RenamedNote[];
  /** Whether another paper has a key. */
  isTaken(key: string): boolean;
  /** Whether documents of a syntax refer to something of their own by a key. */
  isLabel(syntax: string, key: string): boolean;
  /** How often documents and notes name a key that no paper has. */
  countOfUnknown(key: string): Promise<number>;
  /** The checked edits that change a paper list. */
  changeSource(source: RenamedSource, change: SourceChange): Promise<readonly TextEdit[] | EditRefusal>;
}

/** A rename as the user wants it. */
export interface WantedRename {
  /** The paper's key as it is. */
  readonly old: string;
  readonly key: string;
  /** Whether the old key stays as a further name of the paper (`ids`). */
  readonly keepAlias?: boolean;
  /** Whether the user knows that documents name the new key already. */
  readonly isSure?: boolean;
}

/** The one plan that gives a paper another citekey in its lists, in all documents and notes; or why that cannot be. */
export async function planRename(wanted: WantedRename, files: RenameFiles): Promise<EditPlan | RenameRefusal> {
  const key = wanted.key.trim().normalize('NFC');
  const name: NewName = { from: wanted.old.normalize('NFC'), to: key };
  const refusal = refusalOfKey(name, files);
  if (refusal) return refusal;
  const count = wanted.isSure ? 0 : await files.countOfUnknown(key);
  if (count > 0) return { code: 'cited-already', key, count };
  const plans: EditPlan[] = [];
  for (const source of files.sources) {
    const edits = await sourceEdits(source, name, wanted.keepAlias ?? false, files);
    if (isRefusal(edits)) return { code: 'source', uri: source.uri, refusal: edits };
    plans.push(planOf(source.uri, madeForText(source.text), edits));
  }
  const others = planOutsideLists(name, files);
  return 'code' in others ? others : mergePlans([...plans, others]);
}

/**
 * The plan after another program gave a paper another citekey in its list: documents, notes and the entries of .bib files that
 * refer to the paper get the new key. Or why that cannot be.
 */
export function planFollowing(
  { old, key }: Pick<WantedRename, 'old' | 'key'>,
  files: Pick<RenameFiles, 'sources' | 'documents' | 'notes'>,
): EditPlan | RenameRefusal {
  const name: NewName = { from: old.normalize('NFC'), to: key.normalize('NFC') };
  const syntaxes = [...new Set(files.documents.map(({ syntax }) => syntax))];
  const syntax = refusingSyntax(name.to, syntaxes, false);
  const legal = () => legalKeyLike(name.to, syntaxes, false, (key) => key === name.from);
  if (syntax !== undefined) return { code: 'unwritable', key: name.to, syntax, legal: legal() };
  const references = files.sources
    .filter(({ format }) => format === 'bibtex')
    .map(({ uri, text }) => {
      // A further key of its own may be what the other program kept the old one as.
      const references = bibKeyPlaces(text, name.from).references.filter(({ isAlias }) => !isAlias);
      const edits = references.map(({ start, end }) => ({ start, end, newText: name.to }));
      return planOf(uri, madeForText(text), edits);
    });
  const others = planOutsideLists(name, files);
  return 'code' in others ? others : mergePlans([...references, others]);
}

/** The plan for documents and notes. */
function planOutsideLists(name: NewName, files: Pick<RenameFiles, 'documents' | 'notes'>): EditPlan | RenameRefusal {
  const plans: EditPlan[] = [];
  const notes = files.notes.map((note) => ({ note, edits: noteEdits(note.text, note.names, name) }));
  const broken = notes.find(({ edits }) => edits === undefined);
  if (broken) return { code: 'note', uri: broken.note.uri };
  const renames = notes.flatMap(({ note, edits = [] }) => renameOf(note, name, edits.length > 0));
  const links = notes.length > 0 ? linksAfter(name, renames) : [];
  for (const { uri, file = uri, text, syntax } of files.documents) {
    const edits = citationEdits(text, syntax, fileNameOf(uri), name);
    if (edits === undefined) return { code: 'document', uri };
    const byName = linksByName(syntax) ? linkEdits(text, links) : [];
    const byPath = pathEdits(file, text, syntax, renames);
    plans.push(planOf(uri, madeForText(text), [...edits, ...byName, ...byPath]));
  }
  for (const { note, edits = [] } of notes) plans.push(planOf(note.uri, madeForText(note.text), edits));
  return mergePlans([...plans, { ...EMPTY_PLAN, renames }]);
}

function refusalOfKey({ from, to }: NewName, files: RenameFiles): RenameRefusal | undefined {
  if (to === '') return { code: 'no-key' };
  if (to === from) return { code: 'same-key' };
  if (files.sources.length === 0) return { code: 'no-list' };
  const elsewhere = files.sources.find(({ format }) => format === 'papis');
  if (elsewhere) return { code: 'kept-elsewhere', uri: elsewhere.uri };
  const list = files.sources.find(({ format }) => format !== undefined && WITHOUT_KEYS.has(format));
  if (list) return { code: 'no-keys-in-list', uri: list.uri };
  const syntaxes = [...new Set(files.documents.map(({ syntax }) => syntax))];
  const inBibtex = files.sources.some(({ format }) => format === 'bibtex');
  const labelled = (key: string) => syntaxes.find(({ id }) => files.isLabel(id, key))?.id;
  const isFree = (key: string) => key !== from && !files.isTaken(key) && labelled(key) === undefined;
  const legal = () => legalKeyLike(to, syntaxes, inBibtex, (key) => !isFree(key));
  const syntax = refusingSyntax(to, syntaxes, inBibtex);
  if (syntax !== undefined) return { code: 'unwritable', key: to, syntax, legal: legal() };
  if (files.isTaken(to)) return { code: 'key-taken', key: to, legal: legal() };
  const ofLabel = labelled(to);
  return ofLabel === undefined ? undefined : { code: 'label', key: to, syntax: ofLabel, legal: legal() };
}

/** Entries get the new key; where a .bib file only refers to the paper, it refers to the new key. */
async function sourceEdits(
  source: RenamedSource,
  { from, to }: NewName,
  keepAlias: boolean,
  files: RenameFiles,
): Promise<readonly TextEdit[] | EditRefusal> {
  const found = source.format === 'bibtex' ? bibKeyPlaces(source.text, from) : undefined;
  const entries = found ? found.entries.map(({ start }) => start) : (source.entries ?? []);
  // The list says that the entry is here, and its text, which may be an older one, does not.
  if (found?.entries.length === 0 && (source.entries ?? []).length > 0) return { code: 'no-entry' };
  const edits: TextEdit[] = (found?.references ?? []).map(({ start, end }) => ({ start, end, newText: to }));
  for (const at of entries) {
    const made = await files.changeSource(source, { kind: 'replaceKey', at, key: to, keepAlias });
    if (isRefusal(made)) return made;
    edits.push(...made);
  }
  // References are found both here and with the entry.
  return [...new Map(edits.map((edit) => [JSON.stringify(edit), edit])).values()];
}

/** What links to the notes call them, before and after: by their files that get other names, and by the key. */
function linksAfter({ from, to }: NewName, renames: readonly Rename[]): NewName[] {
  const byFile = renames.map((rename) => ({
    from: linkName(fileNameOf(rename.from)),
    to: linkName(fileNameOf(rename.to)),
  }));
  const isLinkable = !/[[\]|#\n]/.test(to);
  const byKey = { from, to: isLinkable ? to : linkName(citekeyFileName(to)) };
  // A file of that name is what such links lead to.
  return byFile.some((name) => name.from === from) ? byFile : [...byFile, byKey];
}

/** A note that is named by its paper's key is named by the new one. */
function renameOf({ uri, template }: RenamedNote, name: NewName, isStated: boolean): Rename[] {
  const fileName = noteFileNameAfter(fileNameOf(uri), name, { template, isStated });
  const to = fileName === undefined ? uri : joinPath(folderOf(uri), fileName);
  return to === uri ? [] : [{ from: uri, to }];
}

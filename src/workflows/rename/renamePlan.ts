import { type EditPlan, EMPTY_PLAN, madeForText, mergePlans, planOf } from '../../base/editPlan';
import type { TextEdit } from '../../base/textEdit';
import type { Syntax } from '../../citations/syntax';
import type { FormatId } from '../../library/formats/reader';
import { bibKeyPlaces } from '../../library/writing/bibKeyPlaces';
import { type EditRefusal, isRefusal } from '../../library/writing/editRefusal';
import type { SourceChange } from '../../library/writing/sourceChange';
import type { FieldNames } from '../../notes/fieldNames';
import { citekeyFileName } from '../../notes/fileSegment';
import { linkName } from '../../notes/linkNames';
import { fileNameOf, folderOf, joinPath } from '../../workspace/uri';
import { citationEdits, linkEdits, type NewName } from './documentEdits';
import { legalKeyLike, refusingSyntax } from './legalKey';
import { noteEdits } from './noteEdits';
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
  readonly text: string;
  readonly syntax: Syntax;
}

/** A note of the paper. */
export interface RenamedNote {
  readonly uri: string;
  readonly text: string;
  readonly names: FieldNames;
}

/** What a citekey is renamed in: the texts as editors have them. */
export interface RenameFiles {
  readonly sources: readonly RenamedSource[];
  readonly documents: readonly RenamedDocument[];
  readonly notes: readonly RenamedNote[];
  /** Whether another paper has a key. */
  isTaken(key: string): boolean;
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
  const syntax = refusingSyntax(name.to, [...new Set(files.documents.map((document) => document.syntax))], false);
  if (syntax !== undefined) return { code: 'unwritable', key: name.to, syntax, legal: name.to };
  const references = files.sources
    .filter(({ format }) => format === 'bibtex')
    .map(({ uri, text }) => {
      const edits = bibKeyPlaces(text, name.from).references.map((range) => ({ ...range, newText: name.to }));
      return planOf(uri, madeForText(text), edits);
    });
  const others = planOutsideLists(name, files);
  return 'code' in others ? others : mergePlans([...references, others]);
}

/** The plan for documents and notes. */
function planOutsideLists(name: NewName, files: Pick<RenameFiles, 'documents' | 'notes'>): EditPlan | RenameRefusal {
  const plans: EditPlan[] = [];
  const links = files.notes.length > 0 ? linksAfter(name, files.notes) : [];
  for (const { uri, text, syntax } of files.documents) {
    const edits = citationEdits(text, syntax, fileNameOf(uri), name);
    if (edits === undefined) return { code: 'document', uri };
    plans.push(planOf(uri, madeForText(text), [...edits, ...linkEdits(text, links)]));
  }
  for (const { uri, text, names } of files.notes) {
    const edits = noteEdits(text, names, name);
    if (edits === undefined) return { code: 'note', uri };
    plans.push(planOf(uri, madeForText(text), edits), planOfFileName(uri, name));
  }
  return mergePlans(plans);
}

function refusalOfKey({ from, to }: NewName, files: RenameFiles): RenameRefusal | undefined {
  if (to === '') return { code: 'no-key' };
  if (to === from) return { code: 'same-key' };
  if (files.sources.length === 0) return { code: 'no-list' };
  const elsewhere = files.sources.find(({ format }) => format === 'papis');
  if (elsewhere) return { code: 'kept-elsewhere', uri: elsewhere.uri };
  const list = files.sources.find(({ format }) => format === 'text-list' || format === 'daily-papers');
  if (list) return { code: 'no-keys-in-list', uri: list.uri };
  const syntaxes = [...new Set(files.documents.map(({ syntax }) => syntax))];
  const inBibtex = files.sources.some(({ format }) => format === 'bibtex');
  const legal = () => legalKeyLike(to, syntaxes, inBibtex, (key) => key === from || files.isTaken(key));
  const syntax = refusingSyntax(to, syntaxes, inBibtex);
  if (syntax !== undefined) return { code: 'unwritable', key: to, syntax, legal: legal() };
  return files.isTaken(to) ? { code: 'key-taken', key: to, legal: legal() } : undefined;
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
  const edits: TextEdit[] = (found?.references ?? []).map((range) => ({ ...range, newText: to }));
  for (const at of entries) {
    const made = await files.changeSource(source, { kind: 'replaceKey', at, key: to, keepAlias });
    if (isRefusal(made)) return made;
    edits.push(...made);
  }
  // References are found both here and with the entry.
  return [...new Map(edits.map((edit) => [JSON.stringify(edit), edit])).values()];
}

/** What links to the notes call them, before and after: by their files, and by the key where no file has it for a name. */
function linksAfter({ from, to }: NewName, notes: readonly RenamedNote[]): NewName[] {
  const isNamed = notes.some(({ uri }) => isNamedBy(uri, from));
  const files: NewName = { from: linkName(citekeyFileName(from)), to: linkName(citekeyFileName(to)) };
  const byKey: NewName = { from, to: /[[\]|#\n]/.test(to) ? files.to : to };
  if (!isNamed) return [byKey];
  return files.from === from ? [files] : [files, byKey];
}

/** A note that is named by its paper's key is named by the new one. */
function planOfFileName(uri: string, { from, to }: NewName): EditPlan {
  const target = joinPath(folderOf(uri), citekeyFileName(to));
  return isNamedBy(uri, from) && target !== uri ? { ...EMPTY_PLAN, renames: [{ from: uri, to: target }] } : EMPTY_PLAN;
}

function isNamedBy(uri: string, key: string): boolean {
  return fileNameOf(uri).normalize('NFC') === citekeyFileName(key);
}

import { applyEdits } from '../../base/textEdit';
import { languageTag } from '../bibtex/languages';
import { latexToText } from '../bibtex/latex';
import { escapedLink } from '../bibtex/percent';
import { ownFields } from '../bibtex/record';
import type { FormatId } from '../formats/reader';
import { READERS } from '../formats/readers';
import { bibFieldsIn, isExtra } from '../formats/risExtra';
import { risType } from '../formats/risPaper';
import { toCsl } from '../formats/toCsl';
import type { Entry } from '../model/entry';
import { FIELDS, type FieldName, type PaperFields } from '../model/fields';
import type { Paper } from '../model/paper';
import type { PaperFile } from '../model/paperFile';
import type { SourceRecord } from '../model/record';
import { changeSource } from './changeSource';
import { isRefusal } from './editRefusal';
import { isNothing, signs } from './signs';
import { isWrittenTag } from './toRis';
import { isKnownField } from './bibOnlyFields';
import type { WrittenEntry } from './entryToWrite';

/** The type is the nearest that a format has, and `origin` leads to the entry in the program it came from, which stays there. */
const NOT_COMPARED = new Set<FieldName>(['type', 'origin']);
/** Members of an item that a paper has as fields, or that say nothing of it: a short title repeats the long one. */
const AS_FIELDS = new Set(
  (
    'id citation-key type title author issued abstract keyword keywords tags DOI URL ISBN PMID PMCID language ' +
    'dateAdded date-added added created container-title-short'
  ).split(' '),
);

/** Tags that are read and not written. */
const READ_TAGS = new Set('ER ID T1 CT BT A1 A2 A3 ED Y1 JF JO JA N2 L1 L2 L4 M3'.split(' '));

/**
 * What an entry says and a list of a format does not, once it is written there: the names of its fields, or of CSL's variables
 * where those are no fields. For that it is written into an empty list and read again. Nothing where the format refuses the entry.
 */
export function leftOut(format: FormatId, entry: WrittenEntry): readonly string[] {
  const edits = changeSource(format, '', { kind: 'add', entries: [entry] });
  const reader = READERS.find((each) => each.format === format);
  if (isRefusal(edits) || !reader) return [];
  const [read] = reader.read(applyEdits('', edits)).papers;
  const fields = FIELDS.map(({ name }) => name).filter((name) => !NOT_COMPARED.has(name) && !isSaid(name, entry, read));
  return [...fields, ...membersLeftOut(entry, read)];
}

function isSaid(name: FieldName, entry: PaperFields, read: Paper): boolean {
  return isNothing(entry[name]) || fieldSigns(name, entry) === fieldSigns(name, read);
}

/** What a field says, whatever the form in which formats have it. */
function fieldSigns(name: FieldName, paper: PaperFields): string {
  if (name === 'url') return signs(escapedLink(paper.url ?? ''));
  if (name === 'language') return languageSigns(paper.language ?? '');
  if (name === 'files') return signs(paper.files?.map(({ path }: PaperFile) => path));
  return signs(paper[name]);
}

/** A language by its tag without the region, which the names that biblatex has for it do not always tell. */
function languageSigns(stated: string): string {
  const isOne = /^[\w-]+$/.test(stated.trim());
  return isOne ? languageTag(stated).toLowerCase().split('-')[0] : signs(stated);
}

/** Variables and fields are looked for by what they say: formats have their own names for them. */
function membersLeftOut({ csl, record }: WrittenEntry, read: Paper): string[] {
  const own = record.format === read.record.format ? [] : rawFields(record).filter(([name]) => !isKnown(name, record));
  const stated = Object.entries(csl).filter(([name, value]) => !AS_FIELDS.has(name) && !isNothing(value));
  if (stated.length === 0 && own.length === 0) return [];
  const values = toCsl({ ...read, citekey: '' } as unknown as Entry);
  const said = new Set([...Object.values(values), ...rawFields(read.record).map(([, value]) => value)].map(signs));
  if (read.arxiv !== undefined) for (const value of ['arXiv', read.arxiv, `arXiv:${read.arxiv}`]) said.add(value);
  const lost: string[] = [];
  for (const [name, value] of [...stated, ...own]) {
    if (said.has(signs(value))) continue;
    // What CSL has under a name of its own is named once.
    said.add(signs(value));
    lost.push(name);
  }
  return lost;
}

/** The fields of a record as texts by their names there. */
function rawFields(record: SourceRecord): (readonly [name: string, value: string])[] {
  if (record.format === 'ris')
    return [...record.tags.filter(([tag, value]) => !isExtra(tag, value)), ...bibFieldsIn(record)];
  if (record.format !== 'bibtex') return [];
  return [...ownFields(record)].map(([name, source]) => [name, latexToText(source)] as const);
}

/** Whether a field of BibTeX or RIS is among what papers and CSL's items are made of. */
function isKnown(name: string, record: SourceRecord): boolean {
  if (record.format !== 'ris') return isKnownField(name);
  return isWrittenTag(name, risType(record)) || READ_TAGS.has(name);
}

import { latexToText } from '../../library/bibtex/latex';
import { ownFields } from '../../library/bibtex/record';
import type { Entry } from '../../library/model/entry';
import type { PaperFields } from '../../library/model/fields';
import { samePlain } from '../../library/model/samePaper';
import type { BibStyle } from '../../library/writing/bibStyle';
import type { FieldChange } from '../../library/writing/sourceChange';
import { contentOf } from '../../library/writing/toBibtex';
import type { WrittenEntry } from '../../library/writing/entryToWrite';
import { writtenEntry } from '../../library/writing/writtenEntry';
import { isDateField, refreshedDates } from './refreshedDates';

/** Fields that are long, or the user's own: they are kept up to date where an entry has them, and not added. */
const NOT_ADDED = new Set([
  'abstract',
  'keywords',
  'note',
  'annote',
  'annotation',
  'file',
  'language',
  'langid',
  'urldate',
]);

/** When an entry was made is no word of the item. */
const NEVER = 'creationdate';

/** Further names of fields, as BibTeX and BibLaTeX have them (biblatex manual, 2.2.5 and 2.2.2). */
const OTHER_NAMES: Readonly<Record<string, readonly string[] | undefined>> = {
  journal: ['journaltitle'],
  journaltitle: ['journal'],
  address: ['location'],
  location: ['address'],
  school: ['institution'],
  institution: ['school'],
  number: ['issue'],
  issue: ['number'],
  eprinttype: ['archiveprefix'],
  archiveprefix: ['eprinttype'],
  eprintclass: ['primaryclass'],
  primaryclass: ['eprintclass'],
};

/** What the parsed papers tell of fields: where it is the same, the field stays, however it is written. */
const PARSED: Readonly<Record<string, keyof PaperFields | undefined>> = {
  title: 'title',
  author: 'authors',
  doi: 'doi',
  isbn: 'isbn',
  url: 'url',
  abstract: 'abstract',
  keywords: 'keywords',
};

/**
 * The fields of a BibTeX entry that an item of another program says otherwise, or that it has beside. Fields that the item lacks stay,
 * as do those that only differ in how they are written.
 */
export function refreshedFields(entry: Entry, item: Entry, style: BibStyle): FieldChange[] {
  if (entry.record.format !== 'bibtex') return [];
  const own = ownFields(entry.record);
  const written: WrittenEntry = writtenEntry(item, 'bibtex');
  const changes: FieldChange[] = [];
  const { fields } = contentOf(written, style);
  const dates = refreshedDates(entry.record, fields, style);
  for (const [name, source] of fields) {
    if (isDateField(name)) changes.push(...dates.splice(0));
    if (name === NEVER || isDateField(name)) continue;
    const here = [name, ...(OTHER_NAMES[name] ?? [])].find((each) => own.has(each));
    if (here === undefined ? NOT_ADDED.has(name) : saysSame(entry, item, name, own.get(here)!, source)) continue;
    changes.push([here ?? name, { latex: source }]);
  }
  return changes;
}

function saysSame(entry: Entry, item: Entry, name: string, before: string, after: string): boolean {
  const field = PARSED[name];
  if (field !== undefined && samePlain(entry[field], item[field])) return true;
  return plain(before) === plain(after);
}

function plain(latex: string): string {
  return latexToText(latex)
    .replace(/[-–—]+/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

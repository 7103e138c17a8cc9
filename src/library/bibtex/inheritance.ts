import { namesXdata, withXdata } from './granularXdata';
import { splitList } from './lists';

/** An entry as inheritance sees it: its lower-case type and its fields' LaTeX source by lower-case name. */
export interface Heir {
  readonly type: string;
  readonly fields: ReadonlyMap<string, string>;
}

/** A parent that an entry names but that is not found. */
export interface MissingParent {
  /** `crossref`, `xdata`, or the field whose value names it. */
  readonly field: string;
  readonly key: string;
}

/** Fields that stay with their entry (biblatex manual, appendix B: the default inheritance setup), and what is attached to it. */
const OWN = new Set(
  (
    'ids crossref xref xdata entryset entrysubtype execute label options presort related relatedoptions relatedstring relatedtype ' +
    'shorthand shorthandintro sortkey file owner timestamp creationdate ' +
    'modificationdate date-added date-modified dateadded datemodified added-at'
  ).split(' '),
);
/** Variants of a title that are not inherited where the title becomes another field. */
const TITLE_VARIANTS = ['shorttitle', 'sorttitle', 'indextitle', 'indexsorttitle'];

const BOOK_PARTS = ['inbook', 'bookinbook', 'suppbook'];
const COLLECTION_PARTS = ['incollection', 'inreference', 'suppcollection'];
const MULTIVOLUME_COLLECTION = ['collection', 'reference', ...COLLECTION_PARTS];

/** Parent type, types of the child, and the start of the field that the parent's title becomes in the child. */
const TITLE_RULES: readonly (readonly [string, readonly string[], string])[] = [
  ['mvbook', ['book', ...BOOK_PARTS], 'main'],
  ['mvcollection', MULTIVOLUME_COLLECTION, 'main'],
  ['mvreference', MULTIVOLUME_COLLECTION, 'main'],
  ['mvproceedings', ['proceedings', 'inproceedings'], 'main'],
  ['book', BOOK_PARTS, 'book'],
  ['collection', COLLECTION_PARTS, 'book'],
  ['reference', COLLECTION_PARTS, 'book'],
  ['proceedings', ['inproceedings', 'conference'], 'book'],
  ['periodical', ['article', 'suppperiodical'], 'journal'],
];

/**
 * The fields of an entry with what it inherits by `crossref` and `xdata`.
 * @param find an entry by its key, with what it inherits itself; undefined where there is none
 * @param missing is told of parents that are not found
 */
export function inherit(
  entry: Heir,
  find: (key: string) => Heir | undefined,
  missing: (parent: MissingParent) => void,
): ReadonlyMap<string, string> {
  const fields = new Map(entry.fields);
  for (const key of splitList(entry.fields.get('xdata') ?? '')) {
    const parent = find(key);
    if (parent === undefined) missing({ field: 'xdata', key });
    else for (const [name, value] of parent.fields) if (!OWN.has(name)) addMissing(fields, name, value);
  }
  for (const [name, value] of entry.fields) {
    if (name === 'xdata' || !namesXdata(value)) continue;
    const parts = (parent: string) => find(parent)?.fields;
    fields.set(
      name,
      withXdata(name, value, parts, (parent) => missing({ field: name, key: parent })),
    );
  }
  const key = entry.fields.get('crossref')?.trim();
  if (!key) return fields;
  const parent = find(key);
  if (parent === undefined) missing({ field: 'crossref', key });
  else inheritFromCrossref(entry.type, fields, parent.type, parent.fields);
  return fields;
}

function inheritFromCrossref(
  type: string,
  fields: Map<string, string>,
  parentType: string,
  parent: ReadonlyMap<string, string>,
): void {
  const prefix = TITLE_RULES.find(([from, to]) => from === parentType && to.includes(type))?.[2];
  const hasDate = fields.has('date') || fields.has('year');
  for (const [name, value] of parent) {
    if (OWN.has(name) || (prefix && (isTitle(name) || TITLE_VARIANTS.includes(name)))) continue;
    if (hasDate && ['date', 'year', 'month', 'day'].includes(name)) continue;
    addMissing(fields, name, value);
  }
  if (prefix === undefined) return;
  for (const name of ['title', 'subtitle', 'titleaddon']) addMissing(fields, prefix + name, parent.get(name));
  if (/^(?:mv)?book$/.test(parentType) && BOOK_PARTS.includes(type))
    addMissing(fields, 'bookauthor', parent.get('author'));
}

function isTitle(name: string): boolean {
  return name === 'title' || name === 'subtitle' || name === 'titleaddon';
}

/** Older names of fields (biblatex manual, section 2.2.5): an entry that has one of a pair has the other. */
const ALIASES = new Map([
  ['address', 'location'],
  ['annote', 'annotation'],
  ['archiveprefix', 'eprinttype'],
  ['journal', 'journaltitle'],
  ['primaryclass', 'eprintclass'],
  ['school', 'institution'],
]);
for (const [older, newer] of [...ALIASES]) ALIASES.set(newer, older);

function addMissing(fields: Map<string, string>, name: string, value: string | undefined): void {
  const alias = ALIASES.get(name);
  if (value === undefined || fields.has(name) || (alias !== undefined && fields.has(alias))) return;
  fields.set(name, value);
}

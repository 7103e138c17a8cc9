import type { CslName } from '../model/csl';
import type { Paper } from '../model/entry';

/*
 * A row: the short fields of a paper as one text, each ended by a separator. Lists are joined by `ITEM`, the parts of a name by
 * `PART`. A value that could be taken for something else, or that UTF-8 cannot hold, is JSON after an escape character, so
 * that a row loses nothing.
 */
const END = '\0';
const ITEM = '\x1f';
const PART = '\x1e';
const ESCAPE = '\x1b';
// eslint-disable-next-line no-control-regex -- the characters that mean something in a row, and halves of characters
const SPECIAL = /[\0\x1b-\x1f\ud800-\udfff]/u;

/** The fields of a row in their order; those that lists are sorted by come first, as they are found fastest. */
const FIELDS = [
  'title',
  'authors',
  'year',
  'moreAuthors',
  'venue',
  'type',
  'keywords',
  'doi',
  'arxiv',
  'language',
] as const;
export type RowField = (typeof FIELDS)[number];

const NAME_PARTS = ['family', 'given', 'non-dropping-particle', 'dropping-particle', 'suffix', 'literal'] as const;

/** The one empty list; thousands of papers share it. */
const NONE: readonly never[] = [];

/** The row of a paper. */
export function writeRow(paper: Pick<Paper, RowField>): string {
  const values: Record<RowField, string> = {
    title: writeText(paper.title),
    authors: writeNames(paper.authors),
    year: paper.year === undefined ? '' : String(paper.year),
    moreAuthors: paper.moreAuthors ? '1' : '',
    venue: writeText(paper.venue),
    type: writeText(paper.type),
    keywords: writeList(paper.keywords),
    doi: writeText(paper.doi),
    arxiv: writeText(paper.arxiv),
    language: writeText(paper.language),
  };
  return FIELDS.map((field) => values[field] + END).join('');
}

/** A field of a row as it is written there. */
function fieldOf(row: string, field: RowField): string {
  let start = 0;
  for (let before = FIELDS.indexOf(field); before > 0; before--) start = row.indexOf(END, start) + 1;
  return row.slice(start, row.indexOf(END, start));
}

function writeText(text: string | undefined): string {
  if (text === undefined) return '';
  return text === '' || SPECIAL.test(text) ? ESCAPE + JSON.stringify(text) : text;
}

/** A text field; undefined where the paper has none. */
export function rowText(row: string, field: RowField): string | undefined {
  const written = fieldOf(row, field);
  if (written === '') return undefined;
  return written.startsWith(ESCAPE) ? (JSON.parse(written.slice(1)) as string) : written;
}

/** A number; undefined where the paper has none. */
export function rowNumber(row: string, field: RowField): number | undefined {
  const written = fieldOf(row, field);
  return written === '' ? undefined : Number(written);
}

function writeList(list: readonly string[]): string {
  if (list.some((item) => item === '' || SPECIAL.test(item))) return ESCAPE + JSON.stringify(list);
  return list.join(ITEM);
}

/** A list of texts. */
export function rowList(row: string, field: RowField): readonly string[] {
  const written = fieldOf(row, field);
  if (written === '') return NONE;
  return written.startsWith(ESCAPE) ? (JSON.parse(written.slice(1)) as string[]) : written.split(ITEM);
}

function writeNames(names: readonly CslName[]): string {
  if (!names.every(isPlainName)) return ESCAPE + JSON.stringify(names);
  return names.map(writeName).join(ITEM);
}

/** The parts of a name up to the last that it has. */
function writeName(name: CslName): string {
  const parts = NAME_PARTS.map((part) => name[part] ?? '');
  return parts.slice(0, parts.findLastIndex((part) => part !== '') + 1).join(PART);
}

function isPlainName(name: CslName): boolean {
  const stated = Object.entries(name).filter(([, value]) => value !== undefined);
  return (
    stated.length > 0 &&
    stated.every(
      ([part, value]) =>
        (NAME_PARTS as readonly string[]).includes(part) &&
        typeof value === 'string' &&
        value !== '' &&
        !SPECIAL.test(value),
    )
  );
}

/** A list of names. */
export function rowNames(row: string, field: RowField): readonly CslName[] {
  const written = fieldOf(row, field);
  if (written === '') return NONE;
  if (written.startsWith(ESCAPE)) return JSON.parse(written.slice(1)) as CslName[];
  return written.split(ITEM).map(readName);
}

function readName(written: string): CslName {
  const name: CslName = {};
  for (const [i, value] of written.split(PART).entries()) if (value !== '') name[NAME_PARTS[i]] = value;
  return name;
}

import { isMap, isScalar } from 'yaml';
import { yamlDocument } from '../../base/yamlDocument';
import { range, type Range } from '../../base/position';
import { parseDate, parseYear } from '../bibtex/bibDates';
import type { CslDate, CslItem, CslName } from '../model/csl';
import { findMoment } from '../model/moment';
import type { PaperFile } from '../model/paperFile';
import { parsePlainName } from '../model/names';
import { paperOfCsl } from './cslPaper';
import type { Reader, ReadResult } from './reader';
import { plain } from './zoteroItem';

/**
 * Reads what papis keeps of one document: a file `info.yaml` in a folder with the document's files (papis documentation, "The info.yaml
 * file"). A library is many of them: every `info.yaml` below a folder.
 */
export const papisReader: Reader = {
  format: 'papis',

  detect(fileName, text) {
    const isNamed = /^info\.ya?ml$/i.test(fileName);
    return isNamed && /^(?:papis_id|ref|author_list|files|title|doi)[ \t]*:/m.test(text.slice(0, 20_000)) ? 1 : 0;
  },

  read(text, step) {
    const lines = text.split('\n');
    const whole = range(0, 0, lines.length - 1, lines[lines.length - 1].length);
    try {
      // The library compares each key with all before it.
      const document = yamlDocument(text, { uniqueKeys: false }, step);
      const reason = document.errors[0]?.code ?? (hasKeyTwice(document.contents) ? 'DUPLICATE_KEY' : undefined);
      const value: unknown = document.toJS({ maxAliasCount: 100 });
      const read = typeof value === 'object' && value !== null ? paperOf(value as Info, whole) : [];
      if (reason === undefined) return { papers: read, problems: [] };
      return { papers: read, problems: [{ code: 'invalid-yaml', severity: 'error', range: whole, reason }] };
    } catch {
      return { papers: [], problems: [{ code: 'too-deep', severity: 'error', range: whole }] };
    }
  },
};

/** Whether a field is stated twice: papis takes the last one, and drops the other when it writes the file. */
function hasKeyTwice(contents: unknown): boolean {
  if (!isMap(contents)) return false;
  const keys = new Set(contents.items.map(({ key }) => (isScalar(key) ? key.value : key)));
  return keys.size < contents.items.length;
}

type Info = Readonly<Record<string, unknown>>;

function paperOf(info: Info, whole: Range): ReadResult['papers'] {
  const item = cslOf(info);
  const paper = paperOfCsl(item);
  if (paper.title === '' && paper.statedKey === undefined) return [];
  const files = filesOf(info);
  const added = findMoment((plain(info['time-added']) ?? '').replace(/^(\d{4}-\d\d-\d\d)-/, '$1 '));
  return [
    {
      ...paper,
      keywords: tagsOf(info.tags),
      ...(files.length > 0 && { files }),
      ...(added !== undefined && { added }),
      range: whole,
      record: { format: 'csl-json', item },
    },
  ];
}

/** CSL's variables by the names of papis, which are those of BibTeX. */
const TEXTS: Readonly<Record<string, string>> = {
  ref: 'citation-key',
  title: 'title',
  abstract: 'abstract',
  doi: 'DOI',
  url: 'URL',
  isbn: 'ISBN',
  issn: 'ISSN',
  volume: 'volume',
  number: 'issue',
  issue: 'issue',
  pages: 'page',
  publisher: 'publisher',
  institution: 'publisher',
  school: 'publisher',
  organization: 'publisher',
  address: 'publisher-place',
  location: 'publisher-place',
  series: 'collection-title',
  edition: 'edition',
  eventtitle: 'event-title',
  language: 'language',
  journal: 'container-title',
  journaltitle: 'container-title',
  booktitle: 'container-title',
  note: 'note',
};

/** CSL's types by those of BibTeX, which papis has. */
const TYPES: Readonly<Record<string, string | undefined>> = {
  article: 'article-journal',
  book: 'book',
  inbook: 'chapter',
  incollection: 'chapter',
  inproceedings: 'paper-conference',
  phdthesis: 'thesis',
  mastersthesis: 'thesis',
  thesis: 'thesis',
  techreport: 'report',
  report: 'report',
};

function cslOf(info: Info): CslItem {
  const stated = plain(info.type)?.toLowerCase() ?? '';
  const item: CslItem = { type: TYPES[stated] ?? (stated === '' ? 'document' : stated) };
  for (const [name, variable] of Object.entries(TEXTS)) {
    const value = plain(info[name]);
    if (value !== undefined) item[variable] ??= value;
  }
  // A report has a number of its own, an article that of its issue.
  if (item.type === 'report' && item.issue !== undefined) {
    item.number = item.issue;
    delete item.issue;
  }
  for (const role of ['author', 'editor', 'translator']) {
    const names = namesOf(info, role);
    if (names.length > 0) item[role] = names;
  }
  const issued = dateOf(info);
  if (issued) item.issued = issued;
  const eprint = plain(info.eprint);
  if (eprint !== undefined && /arxiv/i.test(plain(info.archiveprefix ?? info.eprinttype) ?? '')) item.arxiv = eprint;
  const tags = tagsOf(info.tags);
  if (tags.length > 0) item.keyword = tags.join(', ');
  return item;
}

/** When it appeared: papis has BibTeX's year, month and day, or BibLaTeX's date. */
function dateOf(info: Info): CslDate | undefined {
  const [date, year, month, day] = [info.date, info.year, info.month, info.day].map(plain);
  const stated = parseYear(year ?? '', month, day);
  return stated ?? (date === undefined ? undefined : parseDate(date));
}

/** People as a list with the parts of their names, `author_list`, else as a text, `author`. */
function namesOf(info: Info, role: string): CslName[] {
  const list = info[`${role}_list`];
  const stated = (Array.isArray(list) ? (list as unknown[]) : []).flatMap((each): CslName[] => {
    if (typeof each !== 'object' || each === null) return [];
    const { family, given } = each as Info;
    const [last, first] = [plain(family), plain(given)];
    return last === undefined ? [] : [{ family: last, ...(first !== undefined && { given: first }) }];
  });
  if (stated.length > 0) return stated;
  return (plain(info[role]) ?? '')
    .split(/ and /)
    .map((name) => name.trim())
    .filter(Boolean)
    .map(parsePlainName);
}

/** A list, or words with commas or spaces between them. */
function tagsOf(tags: unknown): string[] {
  const words = Array.isArray(tags) ? tags.map(plain) : (plain(tags) ?? '').split(/[,\s]+/).map(plain);
  return [...new Set(words.filter((word) => word !== undefined).map((word) => word.normalize('NFC')))];
}

function filesOf({ files }: Info): PaperFile[] {
  const paths = (Array.isArray(files) ? files : [files]).map(plain).filter((path) => path !== undefined);
  return paths.map((path) => ({ path, ...(/\.pdf$/i.test(path) && { type: 'application/pdf' }) }));
}

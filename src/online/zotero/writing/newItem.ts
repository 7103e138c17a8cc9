import type { CslDate, CslItem, CslName } from '../../../library/model/csl';
import { list, text } from '../../shape';

/** An item's data as Zotero's API takes them. */
export type ItemData = Readonly<Record<string, unknown>>;

/** What an item of a new type can hold: Zotero refuses an item with a field that its type lacks. */
interface ItemType {
  readonly name: string;
  /** Its own fields by CSL's variables. */
  readonly fields: Readonly<Record<string, string>>;
  /** The first kind of its creators; `author` where it is left out. */
  readonly creator?: string;
  /** Further kinds of creators by CSL's roles. */
  readonly roles?: Readonly<Record<string, string>>;
}

const SERIES = { 'collection-title': 'series', 'collection-number': 'seriesNumber' };
const PLACE = { publisher: 'publisher', 'publisher-place': 'place' };
const VOLUMES = { volume: 'volume', 'number-of-volumes': 'numberOfVolumes', edition: 'edition', ISBN: 'ISBN' };
const EDITED = { editor: 'editor', translator: 'translator', 'collection-editor': 'seriesEditor' };
const TRANSLATED = { translator: 'translator' };

/** By CSL's types, after Zotero's schema; fields that only later versions of it have are left out. */
const TYPES: Readonly<Record<string, ItemType | undefined>> = {
  article: {
    name: 'preprint',
    fields: { DOI: 'DOI', number: 'archiveID', publisher: 'repository', genre: 'genre' },
    roles: EDITED,
  },
  'article-journal': {
    name: 'journalArticle',
    fields: {
      'container-title': 'publicationTitle',
      'container-title-short': 'journalAbbreviation',
      volume: 'volume',
      issue: 'issue',
      page: 'pages',
      ISSN: 'ISSN',
      DOI: 'DOI',
    },
    roles: { editor: 'editor', translator: 'translator' },
  },
  'article-magazine': {
    name: 'magazineArticle',
    fields: { 'container-title': 'publicationTitle', volume: 'volume', issue: 'issue', page: 'pages', ISSN: 'ISSN' },
    roles: TRANSLATED,
  },
  'article-newspaper': {
    name: 'newspaperArticle',
    fields: { 'container-title': 'publicationTitle', edition: 'edition', page: 'pages', ISSN: 'ISSN' },
    roles: TRANSLATED,
  },
  book: { name: 'book', fields: { ...SERIES, ...PLACE, ...VOLUMES, 'number-of-pages': 'numPages' }, roles: EDITED },
  chapter: {
    name: 'bookSection',
    fields: { 'container-title': 'bookTitle', ...SERIES, ...PLACE, ...VOLUMES, page: 'pages' },
    roles: { ...EDITED, 'container-author': 'bookAuthor' },
  },
  dataset: {
    name: 'dataset',
    fields: { DOI: 'DOI', publisher: 'repository', 'publisher-place': 'repositoryLocation', genre: 'type' },
  },
  'entry-encyclopedia': {
    name: 'encyclopediaArticle',
    fields: { 'container-title': 'encyclopediaTitle', ...SERIES, ...PLACE, ...VOLUMES, page: 'pages' },
    roles: EDITED,
  },
  manuscript: {
    name: 'manuscript',
    fields: { genre: 'manuscriptType', 'publisher-place': 'place' },
    roles: TRANSLATED,
  },
  'paper-conference': {
    name: 'conferencePaper',
    fields: {
      'container-title': 'proceedingsTitle',
      'event-title': 'conferenceName',
      'collection-title': 'series',
      ...PLACE,
      volume: 'volume',
      page: 'pages',
      ISBN: 'ISBN',
      DOI: 'DOI',
    },
    roles: EDITED,
  },
  'post-weblog': { name: 'blogPost', fields: { 'container-title': 'blogTitle', genre: 'websiteType' } },
  report: {
    name: 'report',
    fields: {
      number: 'reportNumber',
      genre: 'reportType',
      'collection-title': 'seriesTitle',
      publisher: 'institution',
      'publisher-place': 'place',
      page: 'pages',
    },
    roles: { translator: 'translator', 'collection-editor': 'seriesEditor' },
  },
  software: {
    name: 'computerProgram',
    fields: { version: 'versionNumber', publisher: 'company', 'publisher-place': 'place', ISBN: 'ISBN' },
    creator: 'programmer',
  },
  speech: {
    name: 'presentation',
    fields: { genre: 'presentationType', 'event-title': 'meetingName' },
    creator: 'presenter',
  },
  thesis: {
    name: 'thesis',
    fields: { publisher: 'university', 'publisher-place': 'place', genre: 'thesisType', 'number-of-pages': 'numPages' },
  },
  webpage: { name: 'webpage', fields: { 'container-title': 'websiteTitle', genre: 'websiteType' }, roles: TRANSLATED },
};

const DOCUMENT: ItemType = {
  name: 'document',
  fields: { publisher: 'publisher' },
  roles: { editor: 'editor', ...TRANSLATED },
};

/** CSL's variables that items of all types have. */
const COMMON: Readonly<Record<string, string>> = {
  title: 'title',
  'title-short': 'shortTitle',
  abstract: 'abstractNote',
  URL: 'url',
  language: 'language',
  license: 'rights',
};

const DATES: Readonly<Record<string, string>> = { issued: 'date', accessed: 'accessDate' };

/** What has a place of its own in an item, or none: names of CSL's own, and what the user keeps elsewhere. */
const NOT_EXTRA = new Set([
  'id',
  'type',
  'citation-key',
  'keyword',
  'note',
  'annote',
  'custom',
  'categories',
  'source',
]);

/** CSL's roles of people. */
const ROLES = ['author', 'editor', 'translator', 'container-author', 'collection-editor', 'director', 'composer'];

/** What is said of a new item beside what its paper says. */
export interface NewItemWords {
  readonly citekey: string;
  readonly tags: readonly string[];
  /** Lines for its field Extra. */
  readonly extra?: readonly string[];
  /** The keys of the collections that it is to be in. */
  readonly collections?: readonly string[];
}

/**
 * The item that a paper is to become. What its type has no field for stands in Extra as `Name: value`, where Zotero reads it, so
 * that nothing is lost.
 */
export function newItem(csl: CslItem, { citekey, tags, extra = [], collections = [] }: NewItemWords): ItemData {
  const type = TYPES[csl.type ?? ''] ?? DOCUMENT;
  const data: Record<string, unknown> = { itemType: type.name };
  const lines: string[] = [...extra];
  for (const [variable, value] of Object.entries(csl)) {
    if (NOT_EXTRA.has(variable) || ROLES.includes(variable)) continue;
    const date = dateText(value);
    const stated = text(value) ?? date;
    if (stated === undefined) continue;
    const field = (date === undefined ? COMMON : DATES)[variable] ?? type.fields[variable];
    if (field !== undefined) data[field] = stated;
    else lines.push(`${variable}: ${stated.replace(/\s+/g, ' ')}`);
  }
  const note = text(csl.note);
  return {
    ...data,
    creators: creatorsOf(csl, type),
    citationKey: citekey,
    tags: tags.map((tag) => ({ tag })),
    collections,
    extra: [...lines, ...(note === undefined ? [] : [note])].join('\n'),
  };
}

function creatorsOf(csl: CslItem, { creator = 'author', roles = {} }: ItemType): object[] {
  return ROLES.flatMap((role) => {
    const creatorType = role === 'author' ? creator : (roles[role] ?? 'contributor');
    return list(csl[role]).map((name) => ({ creatorType, ...nameOf(name as CslName) }));
  });
}

function nameOf(csl: CslName): object {
  const { literal, family, given } = csl;
  if (literal !== undefined || family === undefined || given === undefined)
    return { name: literal ?? family ?? given ?? '' };
  const particle = [csl['dropping-particle'], csl['non-dropping-particle']].filter(Boolean).join(' ');
  const suffix = csl.suffix === undefined ? '' : `, ${csl.suffix}`;
  return { firstName: `${given}${suffix}`, lastName: particle === '' ? family : `${particle} ${family}` };
}

/** A date in ISO 8601, a span with its two dates, else as it was written; undefined for what is none. */
function dateText(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { 'date-parts': parts, literal, raw, edtf } = value as CslDate;
  const dates = list(parts)
    .map((date) =>
      list(date)
        .map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0'))
        .join('-'),
    )
    .filter(Boolean);
  return dates.length > 0 ? dates.join('/') : (text(raw) ?? text(edtf) ?? text(literal));
}

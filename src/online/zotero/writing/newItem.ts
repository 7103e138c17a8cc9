import { isNameVariable } from '../../../library/formats/cslVariables';
import { CSL_ROLES, CSL_TEXTS } from '../../../library/formats/zoteroFields';
import type { CslDate, CslItem, CslName } from '../../../library/model/csl';
import { list, text } from '../../shape';

/** An item's data as Zotero's API takes them. */
export type ItemData = Readonly<Record<string, unknown>>;

/** A type: Zotero refuses an item with a field that its type lacks. */
type ItemType = readonly [name: string, fields: string, creators?: string, first?: string];

const PLACE = 'publisher place';
const BOOK = `series seriesNumber volume numberOfVolumes edition ISBN ${PLACE}`;
const EDITED = 'editor translator seriesEditor';

/**
 * Zotero's types by CSL's, after Zotero's schema: their own fields, further kinds of creators, and the first kind where that is not
 * `author`. What only later versions of the schema have is left out.
 */
const TYPES: Readonly<Record<string, ItemType | undefined>> = {
  article: ['preprint', 'DOI archiveID repository genre', EDITED],
  'article-journal': [
    'journalArticle',
    'publicationTitle journalAbbreviation volume issue pages ISSN DOI',
    'editor translator',
  ],
  'article-magazine': ['magazineArticle', 'publicationTitle volume issue pages ISSN', 'translator'],
  'article-newspaper': ['newspaperArticle', 'publicationTitle edition pages ISSN', 'translator'],
  book: ['book', `${BOOK} numPages`, EDITED],
  chapter: ['bookSection', `${BOOK} bookTitle pages`, `${EDITED} bookAuthor`],
  dataset: ['dataset', 'DOI repository type'],
  'entry-encyclopedia': ['encyclopediaArticle', `${BOOK} encyclopediaTitle pages`, EDITED],
  manuscript: ['manuscript', 'manuscriptType place', 'translator'],
  'paper-conference': [
    'conferencePaper',
    `proceedingsTitle conferenceName series volume pages ISBN DOI ${PLACE}`,
    EDITED,
  ],
  'post-weblog': ['blogPost', 'blogTitle websiteType'],
  report: ['report', 'reportNumber reportType seriesTitle institution place pages', 'translator seriesEditor'],
  software: ['computerProgram', 'versionNumber company place ISBN', '', 'programmer'],
  speech: ['presentation', 'presentationType meetingName', '', 'presenter'],
  thesis: ['thesis', 'university place thesisType numPages'],
  webpage: ['webpage', 'websiteTitle websiteType', 'translator'],
};

const DOCUMENT: ItemType = ['document', 'publisher', 'editor translator'];

/** The fields that items of all types have. */
const COMMON = 'title shortTitle abstractNote url language rights';

const DATES: Readonly<Record<string, string>> = { issued: 'date', accessed: 'accessDate' };

/** Names of Zotero by CSL's, of those that stand in a list. */
function byCsl(names: string, csl: ReadonlyMap<string, string>): Map<string, string> {
  return new Map(names.split(' ').map((name): [string, string] => [csl.get(name) ?? '', name]));
}

/** What has a place of its own in an item, or none: names of CSL's own, and what the user keeps elsewhere. */
const NOT_EXTRA = new Set(['id', 'type', 'citation-key', 'keyword', 'note', 'custom', 'categories', 'source']);

/** The roles of people that come first where an item names several. */
const FIRST_ROLES = ['author', 'editor'];

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
  const [itemType, own] = type;
  const fields = byCsl(`${COMMON} ${own}`, CSL_TEXTS);
  const data: Record<string, unknown> = { itemType };
  const people = peopleOf(csl, type);
  // Zotero and CSL's processors take the type from there.
  const isTyped = csl.type === undefined || csl.type === 'document' || type !== DOCUMENT;
  const lines: string[] = [...extra, ...(isTyped ? [] : [`Type: ${csl.type}`]), ...people.lines];
  for (const [variable, value] of [...Object.entries(csl), ...Object.entries(membersOf(csl.custom))]) {
    if (NOT_EXTRA.has(variable)) continue;
    const date = dateText(value);
    const stated = text(value) ?? date;
    if (stated === undefined) continue;
    const field = date === undefined ? fields.get(variable) : DATES[variable];
    if (field !== undefined) data[field] = stated;
    else lines.push(`${variable}: ${stated.replace(/\s+/g, ' ')}`);
  }
  const note = text(csl.note);
  return {
    ...data,
    creators: people.creators,
    citationKey: citekey,
    tags: tags.map((tag) => ({ tag })),
    collections,
    extra: [...lines, ...(note === undefined ? [] : [note])].join('\n'),
  };
}

/** The people of a paper: as creators of the kinds that the type has, and as lines for the others. */
function peopleOf(csl: CslItem, [, , kinds = '', first = 'author']: ItemType): { creators: object[]; lines: string[] } {
  const kindOf = new Map([...byCsl(`${kinds} contributor`, CSL_ROLES), ['author', first]]);
  const stated = Object.keys(csl).filter((variable) => isNameVariable(variable) || kindOf.has(variable));
  const roles = [...new Set([...FIRST_ROLES.filter((role) => stated.includes(role)), ...stated])];
  const creators: object[] = [];
  const lines: string[] = [];
  for (const role of roles) {
    const creatorType = kindOf.get(role);
    for (const name of list(csl[role]).map((each) => nameOf(each as CslName))) {
      if (creatorType !== undefined) creators.push({ creatorType, ...name });
      else lines.push(`${role}: ${'name' in name ? name.name : `${name.lastName} || ${name.firstName}`}`);
    }
  }
  return { creators, lines };
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function nameOf(csl: CslName): { readonly name: string } | { readonly firstName: string; readonly lastName: string } {
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

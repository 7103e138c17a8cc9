import { foldDiacritics } from '../../base/fold';
import type { CslItem } from '../../library/model/csl';
import { authorNames, familyName } from '../../library/model/display';
import type { Entry } from '../../library/model/entry';
import { toCsl } from '../../library/formats/toCsl';
import { venueDetails } from '../../library/formats/venueDetails';
import type { StatableField } from '../../library/writing/editableField';
import type { Found } from '../../online/found';
import { isPreprint } from '../../online/matching/preprints';
import { titleWords } from '../../online/matching/titles';
import { mayBeOneVenue } from '../../online/verifying/venues';
import type { ServiceId } from '../../online/services';
import { recordValue } from './writtenField';

/** Why a value counts. */
export type Reason =
  /** The publisher says it, through Crossref, DataCite or doi.org. */
  | 'publisher'
  /** arXiv has the abstract as the authors wrote it. */
  | 'authors-abstract'
  /** The archive that gives such numbers says it. */
  | 'own-number'
  /** It names more of the authors. */
  | 'more-authors'
  /** No service that is trusted more says anything. */
  | 'only-source';

/** A field that a service would have otherwise. */
export interface Proposal {
  readonly field: StatableField;
  /** What the entry says; empty where it says nothing. */
  readonly old: string;
  readonly value: string;
  readonly record: Found;
  readonly reason: Reason;
}

/** The fields that are completed, in the order in which they are shown. */
const FIELDS: readonly StatableField[] = [
  'title',
  'authors',
  'year',
  'venue',
  'volume',
  'issue',
  'pages',
  'publisher',
  'abstract',
  'doi',
  'isbn',
  'pmid',
  'pmcid',
  'url',
];

/** Who is believed first: what publishers register, then who reads their pages. */
const TRUST: readonly ServiceId[] = [
  'crossref',
  'datacite',
  'doi',
  'europepmc',
  'openalex',
  'semanticscholar',
  'arxiv',
  'huggingface',
  'openlibrary',
];
const PUBLISHERS: readonly ServiceId[] = ['crossref', 'datacite', 'doi'];
/** Who gives the numbers of PubMed and its archive itself. */
const NUMBERING: ServiceId = 'europepmc';

/** What somebody has put there is never made less, or another edition's: an abstract, a link, an ISBN of one's own stay. */
const STAYING: readonly StatableField[] = ['abstract', 'url', 'isbn'];

/**
 * What services would have otherwise in an entry, or say where it says nothing; nothing where they agree but for spelling. The records
 * have to be of this very paper.
 */
export function proposals(entry: Entry, records: readonly Found[]): Proposal[] {
  const trusted = [...records].sort((a, b) => TRUST.indexOf(a.service) - TRUST.indexOf(b.service));
  return FIELDS.map((field) => proposalOf(entry, field, trusted)).filter((proposal) => proposal !== undefined);
}

function proposalOf(entry: Entry, field: StatableField, trusted: readonly Found[]): Proposal | undefined {
  const isOfPreprint = isPreprintEntry(entry);
  // What stands as a book's venue is its publisher; services have its series there.
  if (field === 'venue' && entry.type === 'book') return undefined;
  if (field === 'publisher' && (isOfPreprint || isArticle(entry.type))) return undefined;
  // What was published is another version: of it a preprint takes the abstract and the names alone, and the other way round.
  const isOfVersion = ({ item }: Found) =>
    isPreprint(item) === isOfPreprint || field === 'abstract' || field === 'authors';
  const isFit = ({ item }: Found) => field !== 'publisher' || !isArticle(item.type ?? '');
  const usable = trusted.filter(
    (record) => recordValue(record.item, field) !== undefined && isOfVersion(record) && isFit(record),
  );
  const record = chosen(field, usable);
  if (!record) return undefined;
  const value = recordValue(record.item, field) ?? '';
  const old = ownValue(entry, field);
  if (old !== '' && isAlike(field, entry, old, record.item, value)) return undefined;
  if (old !== '' && STAYING.includes(field)) return undefined;
  // An address that only repeats the DOI says nothing.
  if (field === 'url' && (entry.doi !== undefined || record.item.DOI !== undefined)) return undefined;
  if (field === 'authors' && isShorter(entry, record.item)) return undefined;
  return { field, old, value, record, reason: reasonOf(field, record, usable) };
}

/** Of the records that say something, in the order of trust, the one that is believed. */
function chosen(field: StatableField, usable: readonly Found[]): Found | undefined {
  const first = usable.at(0);
  if (field === 'abstract') return usable.find(({ service }) => service === 'arxiv') ?? first;
  if (field !== 'authors') return first;
  const count = ({ item }: Found) => item.author?.length ?? 0;
  const most = Math.max(0, ...usable.map(count));
  const fullest = usable.find((record) => count(record) === most);
  if (!fullest || !first) return first;
  // Abbreviated given names are as good as fewer names, where somebody has them in full.
  const full = usable.filter((record) => count(record) === most);
  return full.find(({ item }) => !hasInitials(item)) ?? fullest;
}

function reasonOf(field: StatableField, record: Found, usable: readonly Found[]): Reason {
  if (field === 'abstract' && record.service === 'arxiv') return 'authors-abstract';
  if (field === 'authors' && record !== usable[0]) return 'more-authors';
  if ((field === 'pmid' || field === 'pmcid') && record.service === NUMBERING) return 'own-number';
  return PUBLISHERS.includes(record.service) ? 'publisher' : 'only-source';
}

/** Nobody cites a journal article with its publisher. */
function isArticle(type: string): boolean {
  return /^(?:article-|review)/.test(type);
}

/** Whether an entry is about a preprint, and not about what was published of it. */
export function isPreprintEntry(entry: Entry): boolean {
  const { doi, arxiv, venue, type } = entry;
  if (doi !== undefined) return isPreprint({ DOI: doi });
  if (venue !== undefined && !isPreprint({ 'container-title': venue })) return false;
  return arxiv !== undefined || (venue !== undefined && type !== 'book');
}

/** A field as the entry has it, in plain text. */
export function ownValue(entry: Entry, field: StatableField): string {
  switch (field) {
    case 'authors':
      return authorNames(entry).join('; ') + (entry.moreAuthors ? '; …' : '');
    case 'volume':
    case 'issue':
    case 'pages':
      return venueDetails(entry)[field] ?? '';
    case 'keywords':
      return entry.keywords.join(', ');
    case 'publisher':
      return toCsl(entry).publisher ?? '';
    case 'title':
    case 'year':
    case 'venue':
    case 'abstract':
    case 'doi':
    case 'isbn':
    case 'pmid':
    case 'pmcid':
    case 'url':
      return entry[field]?.toString() ?? '';
  }
}

function isAlike(field: StatableField, entry: Entry, old: string, item: CslItem, value: string): boolean {
  switch (field) {
    case 'authors':
      return isSameList(entry, item);
    case 'title':
    case 'venue':
      return titleWords(old).join(' ') === titleWords(value).join(' ');
    case 'publisher':
      return mayBeOneVenue(old, value);
    case 'pages':
      return pageRange(old) === pageRange(value);
    case 'doi':
      return old.toLowerCase() === value.toLowerCase();
    case 'year':
    case 'volume':
    case 'issue':
    case 'abstract':
    case 'keywords':
    case 'isbn':
    case 'pmid':
    case 'pmcid':
    case 'url':
      return old.trim() === value.trim();
  }
}

/** `123--34` and `123–134` are the same pages. */
function pageRange(pages: string): string {
  const [first = '', last = ''] = pages.split(/\s*[-–—]+\s*/);
  const whole = last !== '' && last.length < first.length ? first.slice(0, first.length - last.length) + last : last;
  return whole === '' || whole === first ? first : `${first}-${whole}`;
}

/** Whether both name the same people, the entry with names as full. */
function isSameList(entry: Entry, item: CslItem): boolean {
  const record = item.author ?? [];
  if (entry.moreAuthors || entry.authors.length !== record.length) return false;
  return entry.authors.every((name, i) => {
    const isSameFamily = plain(familyName(name)) === plain(familyName(record[i]));
    return isSameFamily && !(isInitials(name.given) && !isInitials(record[i].given));
  });
}

/** Authors are never shortened: fewer names, or initials for names in full, are no improvement. */
function isShorter(entry: Entry, item: CslItem): boolean {
  const record = item.author ?? [];
  if (record.length < entry.authors.length) return true;
  if (record.length > entry.authors.length) return false;
  return hasInitials(item) && !entry.authors.every(({ given }) => isInitials(given));
}

function hasInitials({ author = [] }: CslItem): boolean {
  return author.some(({ given }) => isInitials(given));
}

function isInitials(given: string | undefined): boolean {
  return given !== undefined && /^(?:\p{Lu}\.?[\s-]*){1,4}$/u.test(given);
}

function plain(name: string): string {
  return foldDiacritics(name)
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');
}

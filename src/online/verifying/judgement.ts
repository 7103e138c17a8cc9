import { yearOf } from '../../library/formats/cslItem';
import type { CslName } from '../../library/model/csl';
import { fullName } from '../../library/model/display';
import type { Found, Identifier } from '../found';
import type { Gathered } from '../gathering';
import type { ServiceId } from '../services';
import { arxivOfItem, isPreprint } from '../matching/preprints';
import { areOfDifferentScripts } from '../matching/scripts';
import { isWithoutSubtitle, titleSimilarity, titleWords } from '../matching/titles';
import { isSameName } from './sameName';
import { isOneVenue, mayBeOneVenue } from './venues';

/**
 * What came of checking something. `unverified` is no accusation: theses, books and much else are in no index. `contradicted` says that
 * a record of the very paper says otherwise.
 */
export type Verdict = 'confirmed' | 'unverified' | 'contradicted';

/** What a reference claims of a paper. */
export interface Claim {
  readonly title: string;
  readonly authors: readonly CslName[];
  /** Whether there are more authors than are named. */
  readonly moreAuthors?: boolean;
  readonly year?: number;
  readonly venue?: string;
  readonly doi?: string;
  readonly arxiv?: string;
}

/** What can be checked of a reference. */
export type ClaimedField = 'title' | 'authors' | 'year' | 'venue' | 'doi' | 'arxiv';

/** What came of checking one field. */
export interface JudgedField {
  readonly field: ClaimedField;
  readonly verdict: Verdict;
  readonly claimed: string;
  /** What the record says instead; left out where nothing is known, or the same. */
  readonly found?: string;
  /** The service whose record says so; only where the field is contradicted. */
  readonly by?: ServiceId;
}

/** What came of checking a reference. */
export interface Judgement {
  readonly verdict: Verdict;
  /** One for each field that is claimed. */
  readonly fields: readonly JudgedField[];
  /** The records that the verdict rests on. */
  readonly evidence: readonly Found[];
  /** Whether all services that were asked answered. */
  readonly complete: boolean;
}

const SAME_TITLE = 0.93;
/** A title with a slip or two, where authors agree. */
const NEAR_TITLE = 0.85;
/** Titles less alike are of different papers. */
const OTHER_TITLE = 0.55;
/** What comes out online first, or in a book of a meeting, is dated otherwise by so many years. */
const SMALL_GAP = 3;
/** A shorter title may well be that of another paper too. */
const TELLING_WORDS = 5;

/** Judges what a reference claims by what services know. */
export function judge(claim: Claim, gathered: Gathered): Judgement {
  return new Judging(claim, gathered).judgement();
}

/** The records that are of the very paper, those of its identifiers first. */
export function recordsOfPaper(claim: Claim, gathered: Gathered): readonly Found[] {
  return new Judging(claim, gathered).same;
}

class Judging {
  readonly #claim: Claim;
  readonly #gathered: Gathered;
  /** The records of the very paper. */
  readonly same: readonly Found[];
  /** Whether one of them is that of an identifier that is claimed. */
  readonly #isIdentified: boolean;
  readonly #complete: boolean;

  constructor(claim: Claim, gathered: Gathered) {
    this.#claim = claim;
    this.#gathered = gathered;
    const ofIdentifiers = gathered.byIdentifier.map(({ found }) => found).filter((found) => found !== undefined);
    const identified = ofIdentifiers.filter((found) => this.#isDescribed(found, OTHER_TITLE));
    this.#isIdentified = identified.length > 0;
    this.same = [...identified, ...gathered.candidates.filter((found) => this.#isDescribed(found, NEAR_TITLE))];
    this.#complete = gathered.isAnswered && gathered.failures.length === 0;
  }

  judgement(): Judgement {
    const described = [this.#title(), this.#authors(), this.#year(), this.#venue()];
    const fields = [
      ...described.map((field) => this.#weighed(field)),
      this.#identifier('doi'),
      this.#identifier('arxiv'),
    ].filter((field) => field !== undefined);
    const has = (verdict: Verdict) => fields.some((field) => field.verdict === verdict && field.field !== 'venue');
    const isContradicted = fields.some(({ verdict }) => verdict === 'contradicted');
    const verdict = isContradicted ? 'contradicted' : has('unverified') ? 'unverified' : 'confirmed';
    return { verdict, fields, evidence: this.#evidence(fields), complete: this.#complete };
  }

  /** Whoever gave no answer may have the record that says so: until then only the record of an identifier contradicts. */
  #weighed(field: JudgedField | undefined): JudgedField | undefined {
    const isSure = this.#complete || this.#isIdentified;
    return field?.verdict === 'contradicted' && !isSure ? { ...field, verdict: 'unverified', by: undefined } : field;
  }

  /** Whether a record is of the paper: the same title or, with a share of the authors, one that is alike. */
  #isDescribed({ item }: Found, alike: number): boolean {
    const title = item.title ?? '';
    const similarity = titleSimilarity(this.#claim.title, title);
    const shared = sharedOf(this.#claim.authors, item.author ?? []);
    if (similarity >= SAME_TITLE || isWithoutSubtitle(this.#claim.title, title)) return shared !== 0;
    return similarity >= alike && (shared ?? 0) >= 0.5;
  }

  #title(): JudgedField {
    const { title } = this.#claim;
    const [record] = this.same
      .map((found) => ({ by: found.service, found: found.item.title ?? '' }))
      .sort((a, b) => titleSimilarity(title, b.found) - titleSimilarity(title, a.found));
    if (record === undefined) {
      const verdict = this.#namesakes().length > 0 ? 'confirmed' : 'unverified';
      return { field: 'title', verdict, claimed: title };
    }
    const isSame = titleSimilarity(title, record.found) >= NEAR_TITLE || isWithoutSubtitle(title, record.found);
    return isSame
      ? { field: 'title', verdict: 'confirmed', claimed: title }
      : { field: 'title', verdict: 'contradicted', claimed: title, ...record };
  }

  #authors(): JudgedField | undefined {
    const { authors, moreAuthors } = this.#claim;
    if (authors.length === 0) return undefined;
    const claimed = namesText(authors);
    const records = this.same
      .map(({ item, service }) => ({ names: item.author ?? [], service }))
      .filter(({ names }) => names.length > 0 && areComparable(authors, names));
    const said = records.map(({ names }) => names);
    const lacking = said.map((names) => authors.filter((name) => !names.some((each) => isSameName(name, each))).length);
    const isWhole = said.some(
      (names, i) => lacking[i] === 0 && (moreAuthors === true || names.length <= authors.length),
    );
    if (isWhole) return { field: 'authors', verdict: 'confirmed', claimed };
    const by = [...records].sort((a, b) => b.names.length - a.names.length).at(0);
    const fullest = by?.names ?? [];
    // Some records name the first author alone: these do not tell who is none.
    const isTelling = fullest.length >= authors.length - 1 && fullest.length > authors.length / 2;
    if (said.length > 0 && isTelling && lacking.every((count) => count > 0))
      return { field: 'authors', verdict: 'contradicted', claimed, found: namesText(fullest), by: by?.service };
    const [namesake] = said.length === 0 ? this.#namesakes() : [];
    if (namesake) {
      const found = namesText(namesake.item.author ?? []);
      return { field: 'authors', verdict: 'contradicted', claimed, found, by: namesake.service };
    }
    const isShort = said.some((_, i) => lacking[i] === 0);
    return { field: 'authors', verdict: 'unverified', claimed, ...(isShort && { found: namesText(fullest) }) };
  }

  /** The records of exactly this title, which says much, none of whose authors is claimed. They count when nobody failed to answer. */
  #namesakes(): readonly Found[] {
    const { title, authors } = this.#claim;
    const isTelling = titleWords(title).length >= TELLING_WORDS && authors.length > 0;
    if (!isTelling || !this.#complete || this.same.length > 0) return [];
    return this.#gathered.candidates.filter(
      ({ item: { author = [], title: said = '' } }) =>
        author.length > 1 && areComparable(authors, author) && titleSimilarity(title, said) === 1,
    );
  }

  #year(): JudgedField | undefined {
    const { year } = this.#claim;
    if (year === undefined) return undefined;
    const claimed = String(year);
    const dated = this.same.map((found) => ({ found, at: yearOf(found.item.issued) }));
    const known = dated.filter((each): each is { found: Found; at: number } => each.at !== undefined);
    if (known.some(({ at }) => Math.abs(at - year) <= 1)) return { field: 'year', verdict: 'confirmed', claimed };
    // A preprint may be published later, a book come out again.
    const telling = known.filter(
      ({ found, at }) => found.item.type !== 'book' && !(isPreprint(found.item) && year > at),
    );
    const isNear = known.some(({ at }) => Math.abs(at - year) <= SMALL_GAP);
    const isTold = telling.length > 0 && telling.length === known.length && !(isNear && this.#isThePaper());
    if (!isTold) return { field: 'year', verdict: 'unverified', claimed };
    return {
      field: 'year',
      verdict: 'contradicted',
      claimed,
      found: String(telling[0].at),
      by: telling[0].found.service,
    };
  }

  /** Whether an identifier is that of the paper, and title and authors are its own. */
  #isThePaper(): boolean {
    const authors = this.#authors()?.verdict ?? 'confirmed';
    return this.#isIdentified && this.#title().verdict === 'confirmed' && authors === 'confirmed';
  }

  #venue(): JudgedField | undefined {
    const { venue, doi } = this.#claim;
    if (venue === undefined || /\barxiv\b|\bcorr\b/i.test(venue)) return undefined;
    const venues = this.same.flatMap(({ item }) =>
      [item['container-title'], item['container-title-short'], item['event-title'], item.publisher].filter(
        (each): each is string => typeof each === 'string',
      ),
    );
    if (venues.some((each) => isOneVenue(venue, each))) return { field: 'venue', verdict: 'confirmed', claimed: venue };
    // Only the record of the claimed DOI can tell, and only where nothing of the two names is alike.
    const own = this.#gathered.byIdentifier.find(({ identifier }) => identifier.kind === 'doi' && doi !== undefined);
    const stated = own?.found && this.same.includes(own.found) ? own.found.item['container-title'] : undefined;
    return stated !== undefined &&
      !venues.some((each) => areOfDifferentScripts(venue, each) || mayBeOneVenue(venue, each))
      ? { field: 'venue', verdict: 'contradicted', claimed: venue, found: stated, by: own?.found?.service }
      : { field: 'venue', verdict: 'unverified', claimed: venue };
  }

  #identifier(field: 'doi' | 'arxiv'): JudgedField | undefined {
    const claimed = this.#claim[field];
    if (claimed === undefined) return undefined;
    const asked = this.#gathered.byIdentifier.find(({ identifier }) => isAbout(identifier, field, claimed));
    const found = asked?.found;
    if (found && this.same.includes(found)) return { field, verdict: 'confirmed', claimed };
    if (this.same.some((each) => valueOf(each, field)?.toLowerCase() === claimed.toLowerCase()))
      return { field, verdict: 'confirmed', claimed };
    const right = this.same.find((each) => valueOf(each, field) !== undefined);
    const actual = right && valueOf(right, field);
    // The record of another paper, or none at all while the paper has one of its own.
    const isOther = found !== undefined && this.#isOther(found);
    const isNone = asked !== undefined && !found && this.#complete && actual !== undefined;
    if (isOther)
      return {
        field,
        verdict: 'contradicted',
        claimed,
        found: actual ?? found.item.title,
        by: (right ?? found).service,
      };
    if (isNone) return { field, verdict: 'contradicted', claimed, found: actual, by: right?.service };
    return { field, verdict: 'unverified', claimed };
  }

  /** Whether a record is surely of another paper. */
  #isOther({ item }: Found): boolean {
    const title = item.title ?? '';
    if (areOfDifferentScripts(this.#claim.title, title)) return false;
    if (!areComparable(this.#claim.authors, item.author ?? [])) return false;
    const isAlike =
      titleSimilarity(this.#claim.title, title) >= OTHER_TITLE || isWithoutSubtitle(this.#claim.title, title);
    const shared = sharedOf(this.#claim.authors, item.author ?? []);
    // A title in another language, or one that the preprint had, does not make another paper.
    return !isAlike && (shared ?? 0) < 0.5;
  }

  #evidence(fields: readonly JudgedField[]): readonly Found[] {
    const isContradicted = (name: ClaimedField) =>
      fields.some(({ field, verdict }) => field === name && verdict === 'contradicted');
    const others = this.#gathered.byIdentifier
      .filter(({ identifier }) => isContradicted(identifier.kind === 'arxiv' ? 'arxiv' : 'doi'))
      .map(({ found }) => found)
      .filter((found) => found !== undefined);
    const all = [...this.same, ...others, ...(this.same.length === 0 ? this.#namesakes() : [])];
    return [...new Map(all.map((found) => [`${found.service} ${found.url ?? ''}`, found])).values()];
  }
}

/** Whether two lists of names are of one script; also where one of them is empty. */
function areComparable(claimed: readonly CslName[], said: readonly CslName[]): boolean {
  return !areOfDifferentScripts(claimed.map(fullName).join(' '), said.map(fullName).join(' '));
}

/** Which share of the claimed authors a record has; undefined where one of them names none, or names them in another script. */
function sharedOf(claimed: readonly CslName[], said: readonly CslName[]): number | undefined {
  if (claimed.length === 0 || said.length === 0 || !areComparable(claimed, said)) return undefined;
  const shared = claimed.filter((name) => said.some((each) => isSameName(name, each))).length;
  return shared / Math.min(claimed.length, said.length);
}

function isAbout({ kind, value }: Identifier, field: 'doi' | 'arxiv', claimed: string): boolean {
  return kind === field && value.toLowerCase() === claimed.toLowerCase();
}

function valueOf({ item }: Found, field: 'doi' | 'arxiv'): string | undefined {
  return field === 'doi' ? item.DOI : arxivOfItem(item);
}

const MOST_NAMES = 12;

function namesText(names: readonly CslName[]): string {
  const shown = names.slice(0, MOST_NAMES).map(fullName).join(', ');
  return names.length > MOST_NAMES ? `${shown}, …` : shown;
}

import { yearOf } from '../../library/formats/cslItem';
import type { CslItem, CslName } from '../../library/model/csl';
import type { Found } from '../found';
import { isSameName } from '../verifying/sameName';
import { arxivOfItem, isPreprint } from './preprints';
import { isWithoutSubtitle, titleSimilarity, titleWords } from './titles';

/** What speaks for a record being what was published of a preprint. */
export interface PublishedVersion {
  readonly record: Found;
  /** From 0 to 1. */
  readonly titleSimilarity: number;
  /** Which share of the authors of the shorter list both have, from 0 to 1. */
  readonly authorOverlap: number;
  /** So many years later than the preprint. */
  readonly yearsLater?: number;
  /** Whether a service says itself that the two belong together. */
  readonly isLinked: boolean;
}

/** A title is so much the same where nothing but authors and year speak for the paper. */
const SAME_TITLE = 0.93;
/** With nearly all authors in their order a title may have changed more on its way into print. */
const CHANGED_TITLE = 0.8;
/** A service's word that the two belong together needs little more. */
const LINKED_TITLE = 0.5;
const MOST_YEARS = 5;
const SAME_AUTHORS = 0.6;
const ALL_AUTHORS = 0.85;
/** One name is soon shared with a stranger. */
const FEW = 2;

/**
 * The record, of those that services offered, that is what was published of a preprint; undefined rather than another paper of the
 * authors, a part, an erratum or a namesake.
 * @param linked DOIs that services name as the published version
 */
export function publishedVersion(
  preprint: CslItem,
  offered: readonly Found[],
  linked: readonly string[] = [],
): PublishedVersion | undefined {
  return offered
    .map((record) => evidenceFor(preprint, record, linked))
    .filter((evidence) => evidence !== undefined)
    .sort((a, b) => scoreOf(b) - scoreOf(a))
    .at(0);
}

function evidenceFor(preprint: CslItem, record: Found, linked: readonly string[]): PublishedVersion | undefined {
  const { item } = record;
  const doi = item.DOI?.toLowerCase();
  // What has no DOI and no venue is no publication that could be cited.
  if (isPreprint(item) || (doi === undefined && item['container-title'] === undefined)) return undefined;
  const arxiv = arxivOfItem(preprint);
  const isOwn = arxiv !== undefined && arxivOfItem(item) === arxiv;
  const isLinked = isOwn || (doi !== undefined && linked.includes(doi));
  const similarity = titleSimilarity(preprint.title ?? '', item.title ?? '');
  const overlap = overlapOf(preprint.author ?? [], item.author ?? []);
  const yearsLater = yearsBetween(preprint, item);
  if (yearsLater !== undefined && (yearsLater < -1 || yearsLater > MOST_YEARS)) return undefined;
  const evidence = { record, titleSimilarity: similarity, authorOverlap: overlap, yearsLater, isLinked };
  const isShort = isSubtitled(preprint.title ?? '', item.title ?? '');
  const isSamePeople = overlap >= ALL_AUTHORS && isListAlike(preprint.author ?? [], item.author ?? []);
  const isSame =
    (isLinked && similarity >= LINKED_TITLE) ||
    (similarity >= SAME_TITLE && overlap >= SAME_AUTHORS) ||
    (similarity >= CHANGED_TITLE && isSamePeople) ||
    (isShort && isSamePeople);
  return isSame ? evidence : undefined;
}

/** Whether one title has a subtitle and the other none; a number behind a title makes another paper of it. */
function isSubtitled(a: string, b: string): boolean {
  return isWithoutSubtitle(a, b) && Math.abs(titleWords(a).length - titleWords(b).length) > 1;
}

function scoreOf({ isLinked, titleSimilarity: similarity, authorOverlap, record }: PublishedVersion): number {
  return (isLinked ? 2 : 0) + similarity + authorOverlap + (record.item.DOI === undefined ? 0 : 0.1);
}

function overlapOf(a: readonly CslName[], b: readonly CslName[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const shared = a.filter((name) => b.some((each) => isSameName(name, each))).length;
  // A record that names the first author alone says little of a paper of many.
  const fewer = Math.min(a.length, b.length) < FEW ? Math.max(a.length, b.length) : Math.min(a.length, b.length);
  return Math.min(1, shared / fewer);
}

/** Whether two lists are as good as one: the same first author, and nearly as many. */
function isListAlike(a: readonly CslName[], b: readonly CslName[]): boolean {
  return (
    a.length > 0 && b.length > 0 && isSameName(a[0], b[0]) && Math.abs(a.length - b.length) <= Math.max(1, a.length / 5)
  );
}

function yearsBetween(preprint: CslItem, item: CslItem): number | undefined {
  const [from, to] = [yearOf(preprint.issued), yearOf(item.issued)];
  return from === undefined || to === undefined ? undefined : to - from;
}

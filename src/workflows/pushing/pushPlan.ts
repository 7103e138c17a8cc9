import { toCsl } from '../../library/formats/toCsl';
import type { CslItem } from '../../library/model/csl';
import type { Entry } from '../../library/model/entry';
import { cslOfZotero, plain, tagsOf } from '../../library/formats/zoteroItem';
import type { ZoteroItem } from '../../online/zotero/items';
import { type ItemData, newItem } from '../../online/zotero/writing/newItem';
import { extraWithStatus, statusLines } from '../../online/zotero/writing/readingExtra';

/** A paper that is to be in Zotero, with what the user says of it. */
export interface PushedPaper {
  readonly entry: Entry;
  readonly status?: string;
  /** Those of its note. */
  readonly tags: readonly string[];
}

/** A change of an item that Zotero has. */
export interface ItemChange {
  readonly paper: PushedPaper;
  readonly item: ZoteroItem;
  /** What is sent: its key and version, and the fields that change. */
  readonly data: ItemData;
}

/** What it takes that Zotero has some papers as they are here. */
export interface PushPlan {
  readonly added: readonly PushedPaper[];
  readonly changed: readonly ItemChange[];
  /** Zotero has them like that. */
  readonly same: readonly PushedPaper[];
  /** Several items could be meant; none is guessed. */
  readonly ambiguous: readonly PushedPaper[];
  /** Whether Zotero could not be asked what it has: what is added may be there. */
  readonly isUnchecked?: boolean;
}

/**
 * Which papers are new to a library, and what of its items changes: their reading status and their tags. Nothing is taken out of an item.
 * @param items those of the library that may be the papers
 */
export function pushPlan(papers: readonly PushedPaper[], items: readonly ZoteroItem[], now: Date): PushPlan {
  const plan = {
    added: [] as PushedPaper[],
    changed: [] as ItemChange[],
    same: [] as PushedPaper[],
    ambiguous: [] as PushedPaper[],
  };
  const known = items.filter(({ itemType, deleted }) => !PARTS.has(itemType) && !deleted).map(knownItem);
  for (const paper of papers) {
    const found = itemsOf(paper, known);
    if (found.length > 1) plan.ambiguous.push(paper);
    else if (found.length === 0) plan.added.push(paper);
    else {
      const [item] = found;
      const data = changeOf(paper, item, now);
      if (data) plan.changed.push({ paper, item, data });
      else plan.same.push(paper);
    }
  }
  return plan;
}

/** The item that a new paper becomes. @param collections the keys of those that it is to be in */
export function itemOfPaper({ entry, status, tags }: PushedPaper, collections: readonly string[], now: Date): ItemData {
  return newItem(toCsl(entry), {
    citekey: entry.citekey,
    tags: unique([...entry.keywords, ...tags]),
    extra: status === undefined ? [] : statusLines(status, now),
    collections,
  });
}

/** The same as CSL-JSON, for a Zotero that only imports; its citekey and status stand in Extra. */
export function importOfPaper({ entry, status, tags }: PushedPaper, now: Date): { text: string; tags: string[] } {
  const csl: CslItem = toCsl(entry);
  const note = [
    `Citation Key: ${entry.citekey}`,
    ...(status === undefined ? [] : statusLines(status, now)),
    ...(plain(csl.note) === undefined ? [] : [plain(csl.note)!]),
  ].join('\n');
  return { text: JSON.stringify([{ ...csl, note }]), tags: unique([...entry.keywords, ...tags]) };
}

/** What of an item can change, as people read it. */
export function wordsOf(item: Readonly<Record<string, unknown>>): string {
  const [title, extra] = [plain(item.title) ?? '', plain(item.extra)];
  // An empty line where nothing stands would be shown as taken away.
  const lines = [title, '', 'Extra:', ...(extra === undefined ? [] : [extra]), '', 'Tags:', ...tagsOf(item), ''];
  return lines.join('\n');
}

const PARTS = new Set(['attachment', 'note', 'annotation']);

interface KnownItem {
  readonly item: ZoteroItem;
  readonly csl: CslItem;
}

function knownItem(item: ZoteroItem): KnownItem {
  return { item, csl: cslOfZotero(item) };
}

/** The items that a paper may be: the one that it was read from, else those with its citekey, its DOI, or its title and year. */
function itemsOf({ entry }: PushedPaper, known: readonly KnownItem[]): ZoteroItem[] {
  const own = /\/items\/(\w+)$/.exec(entry.origin ?? '')?.[1];
  const doi = entry.doi?.toLowerCase();
  const tests: ((known: KnownItem) => boolean)[] = [
    ({ item }) => item.key === own,
    ({ csl }) => csl['citation-key'] === entry.citekey,
    ({ csl }) =>
      doi !== undefined &&
      plain(csl.DOI)
        ?.toLowerCase()
        .replace(/^https?:\/\/(?:dx\.)?doi\.org\//, '') === doi,
    ({ csl }) => isSameWork(entry, csl),
  ];
  for (const test of tests) {
    const found = known.filter(test).map(({ item }) => item);
    if (found.length > 0) return found;
  }
  return [];
}

function isSameWork(entry: Entry, csl: CslItem): boolean {
  const title = letters(entry.title);
  if (title === '' || title !== letters(plain(csl.title) ?? '')) return false;
  const years = [entry.year, Number(csl.issued?.['date-parts']?.[0]?.[0])].filter(
    (year) => year !== undefined && year > 0,
  );
  return years.length < 2 || years[0] === years[1];
}

function letters(title: string): string {
  return title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function changeOf({ status, tags }: PushedPaper, item: ZoteroItem, now: Date): ItemData | undefined {
  const before = plain(item.extra) === undefined ? '' : String(item.extra);
  const extra = status === undefined ? before : extraWithStatus(before, status, now);
  const has = new Set(tagsOf(item));
  const more = unique(tags).filter((tag) => !has.has(tag));
  if (extra === before && more.length === 0) return undefined;
  const stated = Array.isArray(item.tags) ? (item.tags as unknown[]) : [];
  return {
    key: item.key,
    version: item.version,
    ...(extra !== before && { extra }),
    ...(more.length > 0 && { tags: [...stated, ...more.map((tag) => ({ tag }))] }),
  };
}

function unique(tags: readonly string[]): string[] {
  return [...new Set(tags.map((tag) => tag.normalize('NFC').trim()).filter(Boolean))];
}

import { Cooperation, mapCooperatively } from '../../base/cooperate';
import type { Asking } from '../clients/client';
import { endsAll, isFailure, OnlineFailure } from '../failure';
import { isWebPage } from '../requests/answer';
import type { KeptList } from './keptList';
import { type PrefixList, prefixesOf, readPrefixList } from './prefixList';
import { beginsWith, type RetractablePaper, type Retraction, retractionsOf } from './retraction';

/*
 * Which papers are retracted. Which papers somebody has is never sent: the list is fetched whole, and only those of its prefixes are posted that
 * a paper begins with, to learn whether it is that paper.
 */

/** What is known of a paper. */
export type RetractionState =
  | { readonly is: 'retracted'; readonly retraction: Retraction }
  /** It is not on the list. */
  | { readonly is: 'clear' }
  /** It may be on the list; the service did not tell. */
  | { readonly is: 'unknown' }
  /** It has neither a DOI nor a PubMed number to look for. */
  | { readonly is: 'unidentified' };

/** What came of checking papers. */
export interface RetractionCheck {
  /** By the place of the paper. */
  readonly states: readonly RetractionState[];
  /** To be kept. */
  readonly list: KeptList;
  /** Why the list is an older one, or some papers are not known. */
  readonly failure?: OnlineFailure;
}

/** In bytes; the list has some 70,000 lines of less than 30. */
const LARGEST = 16_000_000;
/** So many prefixes are posted at a time. */
const POSTED = 500;
/** So many DOIs are hashed at a time. */
const HASHED = 100;

/** A list with its prefixes. */
interface ReadList {
  readonly kept: KeptList;
  readonly prefixes: PrefixList;
}

/**
 * Checks papers by the list as it is now or, where the service gives no answer that is one, by the last one. Rejects with an `OnlineFailure`
 * where there is no list at all, and where the user gave up.
 * @param now in milliseconds since 1970
 */
export async function checkRetractions(
  papers: readonly RetractablePaper[],
  kept: KeptList | undefined,
  asking: Asking,
  now: number,
): Promise<RetractionCheck> {
  const cooperation = new Cooperation();
  let failure: OnlineFailure | undefined;
  const last = kept && (await readList(kept, cooperation));
  const { kept: current, prefixes } = await currentList(last, asking, now, cooperation).catch((error: unknown) => {
    if (!last || endsAll(error) || !isFailure(error)) throw error;
    failure = error;
    return last;
  });
  const sought = await soughtIn(prefixes, papers, cooperation);
  const told: Record<string, readonly Retraction[] | undefined> = { ...current.told };
  const asked = await untold(sought, told, cooperation);
  // Where the list could not be fetched, more need not be asked of that service.
  for (let from = 0; from < asked.length && !failure; from += POSTED) {
    const batch = asked.slice(from, from + POSTED);
    try {
      const rows = retractionsOf(
        await asking.json({ service: 'retractions', path: '/retractions/search', post: batch }),
      );
      for (const prefix of batch) {
        const own = rows.filter((row) => beginsWith(row, prefix));
        // The list says that there is one: an answer without it is none.
        if (own.length > 0) told[prefix] = own;
        else failure = new OnlineFailure('unreadable', 'retractions');
      }
    } catch (error) {
      if (endsAll(error) || !isFailure(error)) throw error;
      failure = error;
    }
  }
  const states = await mapCooperatively(sought, (each) => stateOf(each, told), cooperation);
  return { states, list: { ...current, told }, ...(failure && { failure }) };
}

/** A list that was kept, undefined where it is none. */
async function readList(kept: KeptList, cooperation: Cooperation): Promise<ReadList | undefined> {
  const prefixes = await readPrefixList(kept.lines, cooperation);
  return prefixes && { kept, prefixes };
}

/** The prefixes that the service is to tell of. */
async function untold(
  sought: readonly Sought[],
  told: Readonly<Record<string, unknown>>,
  cooperation: Cooperation,
): Promise<string[]> {
  const asked = new Set<string>();
  await mapCooperatively(
    sought,
    ({ prefixes }) => {
      for (const prefix of prefixes) if (told[prefix] === undefined) asked.add(prefix);
    },
    cooperation,
  );
  return [...asked];
}

/** The list as the service has it now. Rejects where its answer is not one, so that the last good one stays. */
async function currentList(
  last: ReadList | undefined,
  asking: Asking,
  now: number,
  cooperation: Cooperation,
): Promise<ReadList> {
  const { text, mediaType, etag, isUnchanged } = await asking.answer({
    service: 'retractions',
    path: '/retractions/list',
    accept: 'text/plain',
    largest: LARGEST,
    kept: { etag: last?.kept.etag },
  });
  if (last && (isUnchanged === true || text === last.kept.lines))
    return { ...last, kept: { ...last.kept, asked: now } };
  if (isWebPage(mediaType, text)) throw new OnlineFailure('web-page', 'retractions');
  const kept = { ...(etag !== undefined && { etag }), asked: now, lines: text, told: {} };
  const read = await readList(kept, cooperation);
  if (!read) throw new OnlineFailure('unreadable', 'retractions');
  return read;
}

/** A paper with what it is looked for by. */
interface Sought {
  readonly hash?: string;
  readonly pmid?: string;
  /** Those of the list that it begins with. */
  readonly prefixes: readonly string[];
}

async function soughtIn(
  list: PrefixList,
  papers: readonly RetractablePaper[],
  cooperation: Cooperation,
): Promise<Sought[]> {
  const sought: Sought[] = [];
  for (let from = 0; from < papers.length; from += HASHED) {
    await cooperation.yieldIfDue();
    const batch = papers.slice(from, from + HASHED).map(async ({ doi, pmid }): Promise<Sought> => {
      const hash = doi === undefined ? undefined : await sha1(doi.toLowerCase());
      const prefixes = [
        ...(hash === undefined ? [] : prefixesOf(list, 'd', hash)),
        ...(pmid === undefined ? [] : prefixesOf(list, 'p', pmid)),
      ];
      return { hash, pmid, prefixes };
    });
    sought.push(...(await Promise.all(batch)));
  }
  return sought;
}

function stateOf(
  { hash, pmid, prefixes }: Sought,
  told: Readonly<Record<string, readonly Retraction[] | undefined>>,
): RetractionState {
  if (hash === undefined && pmid === undefined) return { is: 'unidentified' };
  for (const prefix of prefixes) {
    const retraction = told[prefix]?.find(
      (row) => (hash !== undefined && row.doiHash === hash) || (pmid !== undefined && row.pmid === pmid),
    );
    if (retraction) return { is: 'retracted', retraction };
  }
  return { is: prefixes.some((prefix) => told[prefix] === undefined) ? 'unknown' : 'clear' };
}

async function sha1(value: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-1', new TextEncoder().encode(value));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

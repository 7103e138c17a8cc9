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
/** So many prefixes are posted at a time, and so many DOIs hashed. */
const BATCH = 500;

/**
 * Checks papers by the list as it is now or, where the service gives no answer that is one, by the last one. Rejects with an `OnlineFailure`
 * where there is no list at all, and where the user gave up.
 * @param now in milliseconds since 1970
 */
export async function checkRetractions(
  papers: readonly RetractablePaper[],
  last: KeptList | undefined,
  asking: Asking,
  now: number,
): Promise<RetractionCheck> {
  let failure: OnlineFailure | undefined;
  const current = await currentList(last, asking, now).catch((error: unknown) => {
    if (!last || endsAll(error) || !isFailure(error)) throw error;
    failure = error;
    return last;
  });
  const list = readPrefixList(current.lines);
  if (!list) throw new OnlineFailure('unreadable', 'retractions');
  const sought = await soughtIn(list, papers);
  const told: Record<string, readonly Retraction[] | undefined> = { ...current.told };
  const asked = [...new Set(sought.flatMap(({ prefixes }) => prefixes))].filter((prefix) => told[prefix] === undefined);
  // Where the list could not be fetched, more need not be asked of that service.
  for (let from = 0; from < asked.length && !failure; from += BATCH) {
    const batch = asked.slice(from, from + BATCH);
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
  const states = sought.map((each) => stateOf(each, told));
  return { states, list: { ...current, told }, ...(failure && { failure }) };
}

/** The list as the service has it now. Rejects where its answer is not one, so that the last good one stays. */
async function currentList(last: KeptList | undefined, asking: Asking, now: number): Promise<KeptList> {
  const { text, mediaType, etag, isUnchanged } = await asking.answer({
    service: 'retractions',
    path: '/retractions/list',
    accept: 'text/plain',
    largest: LARGEST,
    kept: { etag: last?.etag },
  });
  if (last && (isUnchanged === true || text === last.lines)) return { ...last, asked: now };
  if (isWebPage(mediaType, text)) throw new OnlineFailure('web-page', 'retractions');
  if (!readPrefixList(text)) throw new OnlineFailure('unreadable', 'retractions');
  return { ...(etag !== undefined && { etag }), asked: now, lines: text, told: {} };
}

/** A paper with what it is looked for by. */
interface Sought {
  readonly hash?: string;
  readonly pmid?: string;
  /** Those of the list that it begins with. */
  readonly prefixes: readonly string[];
}

async function soughtIn(list: PrefixList, papers: readonly RetractablePaper[]): Promise<Sought[]> {
  const sought: Sought[] = [];
  for (let from = 0; from < papers.length; from += BATCH) {
    const batch = papers.slice(from, from + BATCH).map(async ({ doi, pmid }): Promise<Sought> => {
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

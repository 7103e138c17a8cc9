import { toCsl } from '../../library/formats/toCsl';
import type { CslItem } from '../../library/model/csl';
import type { Entry } from '../../library/model/entry';
import type { Asking } from '../../online/clients/client';
import type { OnlineFailure } from '../../online/failure';
import { gather, type Gathered } from '../../online/gathering';
import { lookUpIdentifier, servicesFor } from '../../online/lookUp';
import { publishedVersion, type PublishedVersion } from '../../online/matching/publishedVersion';
import type { ServiceId } from '../../online/services';
import { entryOfItem } from '../adding/newEntries';
import { soughtOf } from './claims';
import { servicesForEntries } from './verifyEntries';

/** A preprint with what was published of it, where that was found. */
export interface PublishedEntry {
  readonly entry: Entry;
  readonly version?: PublishedVersion;
  /** The services that gave no answer. */
  readonly failures: readonly OnlineFailure[];
}

/** The services that looking for what was published of these may ask: a service may name its DOI. */
export function servicesForPublished(entries: readonly Entry[]): ServiceId[] {
  return [...new Set([...servicesForEntries(entries), ...servicesFor({ kind: 'doi', value: '' })])];
}

/**
 * What was published of preprints. Rejects only where the user gave up.
 * @param tell told how many are done
 */
export async function findPublished(
  entries: readonly Entry[],
  asking: Asking,
  tell: (done: number) => void = () => undefined,
): Promise<PublishedEntry[]> {
  const all: PublishedEntry[] = [];
  for (const entry of entries) {
    all.push(await publishedOf(entry, asking));
    tell(all.length);
  }
  return all;
}

async function publishedOf(entry: Entry, asking: Asking): Promise<PublishedEntry> {
  const preprint = itemOfPreprint(entry);
  const version = (known: Gathered) => publishedVersion(preprint, recordsIn(known), linksIn(known));
  // What a service names itself is looked at first: then nobody needs to be asked for titles.
  const gathered = await gather(
    soughtOf(entry),
    asking,
    (known) => linksIn(known).length > 0 || version(known) !== undefined,
  );
  const named = await Promise.all(
    linksIn(gathered)
      .slice(0, 2)
      .map((value) => lookUpIdentifier({ kind: 'doi', value }, asking)),
  );
  const records = [...recordsIn(gathered), ...named.map(({ found }) => found).filter((found) => found !== undefined)];
  const failures = [...gathered.failures, ...named.flatMap((each) => each.failures)];
  return { entry, version: publishedVersion(preprint, records, linksIn(gathered)), failures };
}

function itemOfPreprint({ title, authors, year, arxiv, doi }: Entry): CslItem {
  return {
    title,
    author: [...authors],
    ...(year !== undefined && { issued: { 'date-parts': [[year]] } }),
    ...(arxiv !== undefined && { number: `arXiv:${arxiv}` }),
    ...(doi !== undefined && { DOI: doi }),
  };
}

function recordsIn({ byIdentifier, candidates }: Gathered) {
  return [...byIdentifier.map(({ found }) => found).filter((found) => found !== undefined), ...candidates];
}

function linksIn({ byIdentifier }: Gathered): readonly string[] {
  return [...new Set(byIdentifier.flatMap(({ found }) => found?.published ?? []))];
}

/** What a published version has that a preprint has not, or otherwise. */
const TAKEN = new Set(
  'type issued container-title container-title-short volume issue page publisher ISSN ISBN DOI URL'.split(' '),
);
/** What says of an entry that it is a preprint. */
const OF_PREPRINT = new Set(['publisher', 'container-title', 'DOI', 'URL']);

/** A preprint's entry as one of what was published of it: under its citekey, with its title, its abstract and its arXiv number. */
export function entryOfPublished(entry: Entry, { record: { item } }: PublishedVersion): Entry | undefined {
  const kept = Object.entries(toCsl(entry)).filter(([name]) => !OF_PREPRINT.has(name));
  const taken = Object.entries(item).filter(([name, value]) => TAKEN.has(name) && value !== undefined);
  const isShorter = (item.author ?? []).length < entry.authors.length || !entry.moreAuthors;
  const published = entryOfItem({
    ...(Object.fromEntries([...kept, ...taken]) as CslItem),
    ...(!isShorter && { author: item.author }),
    ...(entry.arxiv !== undefined && { number: `arXiv:${entry.arxiv}` }),
    id: entry.citekey,
  });
  return published && { ...published, citekey: entry.citekey };
}

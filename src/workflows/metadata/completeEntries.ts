import type { Entry } from '../../library/model/entry';
import type { Asking } from '../../online/clients/client';
import { clientOf } from '../../online/clients';
import { endsAll, isFailure, type OnlineFailure } from '../../online/failure';
import { gather, type Gathered } from '../../online/gathering';
import { recordsOfPaper } from '../../online/verifying/judgement';
import { claimOf, soughtOf } from './claims';
import { isPreprintEntry, proposals, type Proposal } from './trust';

/** An entry with what services would add to it, or have otherwise. */
export interface Completed {
  readonly entry: Entry;
  readonly proposals: readonly Proposal[];
  /** The services that gave no answer. */
  readonly failures: readonly OnlineFailure[];
}

/**
 * What services know of entries that these do not say, or say otherwise. Rejects only where the user gave up.
 * @param tell told how many are done
 */
export async function completeEntries(
  entries: readonly Entry[],
  asking: Asking,
  tell: (done: number) => void = () => undefined,
): Promise<Completed[]> {
  const all: Completed[] = [];
  for (const entry of entries) {
    const claim = claimOf(entry);
    const isEnough = (known: Gathered) => {
      const records = recordsOfPaper(claim, known);
      return records.length > 0 && (entry.abstract ?? records.find(({ item }) => item.abstract)) !== undefined;
    };
    const gathered = await withNumbers(entry, await gather(soughtOf(entry), asking, isEnough), asking);
    const records = recordsOfPaper(claim, gathered);
    all.push({ entry, proposals: proposals(entry, records), failures: gathered.failures });
    tell(all.length);
  }
  return all;
}

/** The same with what PubMed's archive knows of a journal article: its numbers there are in no other record for sure. */
async function withNumbers(entry: Entry, gathered: Gathered, asking: Asking): Promise<Gathered> {
  const records = recordsOfPaper(claimOf(entry), gathered);
  const isKnown = records.some(({ item }) => item.PMID !== undefined);
  const isArticle = [entry.type, ...records.map(({ item }) => item.type)].includes('article-journal');
  const doi = entry.doi ?? records.map(({ item }) => item.DOI).find((each) => each !== undefined);
  if (entry.pmid !== undefined || isKnown || !isArticle || doi === undefined || isPreprintEntry(entry)) return gathered;
  const identifier = { kind: 'doi', value: doi } as const;
  try {
    const found = await clientOf('europepmc')?.byId?.(identifier, asking);
    return { ...gathered, candidates: [...gathered.candidates, ...(found ? [found] : [])] };
  } catch (error) {
    if (endsAll(error) || !isFailure(error)) throw error;
    return error.code === 'disabled' ? gathered : { ...gathered, failures: [...gathered.failures, error] };
  }
}

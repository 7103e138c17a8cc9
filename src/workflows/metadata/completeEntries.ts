import type { Entry } from '../../library/model/entry';
import type { Asking } from '../../online/clients/client';
import type { OnlineFailure } from '../../online/failure';
import { gather, type Gathered } from '../../online/gathering';
import { recordsOfPaper } from '../../online/verifying/judgement';
import { claimOf, soughtOf } from './claims';
import { proposals, type Proposal } from './trust';

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
    const gathered = await gather(soughtOf(entry), asking, isEnough);
    const records = recordsOfPaper(claim, gathered);
    all.push({ entry, proposals: proposals(entry, records), failures: gathered.failures });
    tell(all.length);
  }
  return all;
}

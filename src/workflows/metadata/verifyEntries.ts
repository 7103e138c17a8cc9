import type { Entry } from '../../library/model/entry';
import type { Asking } from '../../online/clients/client';
import type { OnlineFailure } from '../../online/failure';
import { servicesFor } from '../../online/lookUp';
import { gather } from '../../online/gathering';
import type { ServiceId } from '../../online/services';
import { judge, type Judgement } from '../../online/verifying/judgement';
import { claimOf, soughtOf } from './claims';

/** An entry with what came of checking it. */
export interface Verified extends Judgement {
  readonly entry: Entry;
  /** The services that gave no answer. */
  readonly failures: readonly OnlineFailure[];
}

/** The services that checking these entries may ask. */
export function servicesForEntries(entries: readonly Entry[]): ServiceId[] {
  const identifiers = entries.flatMap((entry) => soughtOf(entry).identifiers);
  return [...new Set([...identifiers, 'title' as const].flatMap(servicesFor))];
}

/**
 * Checks what entries say by what services know, one after the other. Rejects only where the user gave up.
 * @param tell told each result as it comes
 */
export async function verifyEntries(
  entries: readonly Entry[],
  asking: Asking,
  tell: (verified: Verified, done: number) => void = () => undefined,
): Promise<Verified[]> {
  const all: Verified[] = [];
  for (const entry of entries) {
    const claim = claimOf(entry);
    const gathered = await gather(soughtOf(entry), asking, (known) => judge(claim, known).verdict === 'confirmed');
    const verified = { entry, ...judge(claim, gathered), failures: gathered.failures };
    all.push(verified);
    tell(verified, all.length);
  }
  return all;
}

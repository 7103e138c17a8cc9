import { clientOf } from './clients';
import type { Asking } from './clients/client';
import { endsAll, isFailure, type OnlineFailure } from './failure';
import type { Description, Found, Identifier } from './found';
import { lookUpIdentifier, servicesFor } from './lookUp';

/** By what a paper is sought. */
export interface Sought {
  readonly identifiers: readonly Identifier[];
  readonly description?: Description;
}

/** What services know that may be about a paper. */
export interface Gathered {
  /** The record of each identifier; without one where no service knows it. */
  readonly byIdentifier: readonly { readonly identifier: Identifier; readonly found?: Found }[];
  /** What was found by title, whether or not it is the paper. */
  readonly candidates: readonly Found[];
  /** The services that gave no answer: what was not found may still be there. */
  readonly failures: readonly OnlineFailure[];
  /** Whether anybody answered at all. */
  readonly isAnswered: boolean;
}

/**
 * Asks for a paper by each of its identifiers, then by its title, one service after the other until that is enough. Rejects only where
 * the user gave up.
 */
export async function gather(
  { identifiers, description }: Sought,
  asking: Asking,
  isEnough: (gathered: Gathered) => boolean,
): Promise<Gathered> {
  let gathered: Gathered = { byIdentifier: [], candidates: [], failures: [], isAnswered: false };
  for (const identifier of identifiers) {
    const { found, failures, isAnswered } = await lookUpIdentifier(identifier, asking);
    gathered = {
      ...gathered,
      byIdentifier: [...gathered.byIdentifier, { identifier, found }],
      failures: [...gathered.failures, ...failures],
      isAnswered: gathered.isAnswered || isAnswered,
    };
  }
  if (!description) return gathered;
  for (const service of servicesFor('title')) {
    if (isEnough(gathered)) return gathered;
    try {
      const found = (await clientOf(service)?.byDescription?.(description, asking)) ?? [];
      gathered = { ...gathered, candidates: [...gathered.candidates, ...found], isAnswered: true };
    } catch (error) {
      if (endsAll(error) || !isFailure(error)) throw error;
      if (error.code !== 'disabled') gathered = { ...gathered, failures: [...gathered.failures, error] };
    }
  }
  return gathered;
}

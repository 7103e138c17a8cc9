import type { Library } from '../../library/library';
import type { Asking } from '../../online/clients/client';
import type { OnlineFailure } from '../../online/failure';
import { lookUpIdentifier, searchable, servicesFor } from '../../online/lookUp';
import { merged, searchServices } from '../../online/mergedSearch';
import type { ServiceId } from '../../online/services';
import { nearest, questionsFor, saidByKey } from './saidByKey';
import { type SearchedPaper, searchedPapers } from './searchedPapers';

/** The papers that a citekey may mean, the nearest first. */
export interface PapersForKey {
  readonly papers: readonly SearchedPaper[];
  /** The services that gave no answer. */
  readonly failures: readonly OnlineFailure[];
}

const ASKED = 20;
const MOST = 10;

/** The services that are asked for what a citekey may mean. */
export function servicesForKey(key: string, asking: Asking): readonly ServiceId[] {
  const { identifier } = saidByKey(key);
  return identifier ? servicesFor(identifier) : searchable(asking).map(({ id }) => id);
}

/**
 * Looks for the papers that a citekey may mean which no source has. Words of the sentence are sent only where those of the key find
 * nothing near. Rejects only where the user gave up.
 * @param sentence what is said where it is cited
 */
export async function papersForKey(
  key: string,
  sentence: string,
  library: Library,
  asking: Asking,
): Promise<PapersForKey> {
  const said = saidByKey(key);
  if (said.identifier) {
    const { found, failures } = await lookUpIdentifier(said.identifier, asking);
    return { papers: searchedPapers(merged([found ? [found] : []]), library), failures };
  }
  const failures: OnlineFailure[] = [];
  for (const question of questionsFor(said, sentence)) {
    const answer = await searchServices(question, ASKED, 0, asking);
    failures.push(...answer.failures);
    const near = nearest(said, sentence, answer.found).slice(0, MOST);
    if (near.length > 0) return { papers: searchedPapers(near, library), failures };
  }
  return { papers: [], failures };
}

import type { Library } from '../../library/library';
import type { Entry } from '../../library/model/entry';
import type { Asking } from '../../online/clients/client';
import type { OnlineFailure } from '../../online/failure';
import type { Found } from '../../online/found';
import { lookUpDescription, lookUpIdentifier, servicesFor } from '../../online/lookUp';
import { isWithoutSubtitle, titleSimilarity } from '../../online/matching/titles';
import type { NamedPaper } from '../../online/references/namedPapers';
import type { ServiceId } from '../../online/services';
import { OwnPapers } from '../ownPapers';
import { entryOfItem, withFreeKeys } from './newEntries';
import type { WantedPaper } from './wantedPapers';

/** A wanted paper and what came of it. */
export type OfferedPaper =
  | {
      /** What asked for it. */
      readonly text: string;
      /** Under a citekey that is free. */
      readonly entry: Entry;
      /** The service that it comes from; left out where the text states it in full. */
      readonly found?: Found;
      /** The paper of the library that it seems to be. */
      readonly own?: Entry;
    }
  | {
      readonly text: string;
      readonly entry?: undefined;
      /** Why the services that were asked gave no answer; empty where they have no such paper. */
      readonly failures: readonly OnlineFailure[];
      /** Whether nothing in the text can be looked up. */
      readonly isUnclear: boolean;
    };

/** Titles less alike than this are of different papers: the identifier beside a title is wrong then. */
const ALIKE = 0.55;

/** The services that may be asked for these papers. */
export function servicesForPapers(wanted: readonly WantedPaper[]): ServiceId[] {
  const services = wanted.flatMap((paper) => {
    if ('entry' in paper) return [];
    const { identifier, description } = paper;
    return [...(identifier ? servicesFor(identifier) : []), ...(description ? servicesFor('title') : [])];
  });
  return [...new Set(services)];
}

/**
 * The wanted papers with what services know of them, in their order; each with the paper of the library that it is, and under a free key.
 * @param tell told before each look-up how many are done
 */
export async function offeredPapers(
  wanted: readonly WantedPaper[],
  library: Library,
  asking: Asking,
  tell: (done: number) => void = () => undefined,
): Promise<OfferedPaper[]> {
  const offered: OfferedPaper[] = [];
  const own = new OwnPapers(library);
  for (const paper of wanted) {
    tell(offered.length);
    offered.push(withOwn('entry' in paper ? paper : await lookUp(paper, asking), own));
  }
  return underFreeKeys(each(offered), library);
}

/** Of a paper that was asked for in several ways, the first. */
function each(offered: readonly OfferedPaper[]): OfferedPaper[] {
  const seen = new Set<string>();
  return offered.filter(({ entry, text }) => {
    const name = entry?.doi?.toLowerCase() ?? entry?.arxiv ?? (entry ? `${entry.citekey} ${entry.title}` : text);
    return seen.size < seen.add(name).size;
  });
}

async function lookUp(paper: NamedPaper, asking: Asking): Promise<OfferedPaper> {
  const { text, identifier, description } = paper;
  const failures: OnlineFailure[] = [];
  let found: Found | undefined;
  if (identifier) {
    const byIdentifier = await lookUpIdentifier(identifier, asking);
    failures.push(...byIdentifier.failures);
    ({ found } = byIdentifier);
  }
  if (description && (!found || !isAlike(description.title, found))) {
    const byTitle = await lookUpDescription(description, asking);
    failures.push(...byTitle.failures);
    found = byTitle.found ?? found;
  }
  const entry = found && entryOfItem(found.item);
  return entry ? { text, entry, found } : { text, failures, isUnclear: !identifier && !description };
}

function isAlike(title: string, { item }: Found): boolean {
  return titleSimilarity(title, item.title ?? '') >= ALIKE || isWithoutSubtitle(title, item.title ?? '');
}

function withOwn(offered: OfferedPaper, own: OwnPapers): OfferedPaper {
  if (!offered.entry) return offered;
  const same = own.same(offered.entry);
  return same ? { ...offered, own: same } : offered;
}

function underFreeKeys(offered: readonly OfferedPaper[], library: Library): OfferedPaper[] {
  const entries = offered.map(({ entry }) => entry).filter((entry) => entry !== undefined);
  const keyed = withFreeKeys(entries, (key) => library.resolve(key) !== undefined);
  return offered.map((paper) => (paper.entry ? { ...paper, entry: keyed[entries.indexOf(paper.entry)] } : paper));
}

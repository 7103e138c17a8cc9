import { arxivOf } from '../base/identifiers';
import type { CslItem } from '../library/model/csl';
import type { Asking } from './clients/client';
import { endsAll, isFailure, type OnlineFailure } from './failure';
import type { Found } from './found';
import { searchable } from './lookUp';
import { titleWords } from './matching/titles';
import type { ServiceId } from './services';

/** What several services found, merged. */
export interface SearchedOnline {
  /** The best first. */
  readonly found: readonly Merged[];
  /** The services that gave no answer. */
  readonly failures: readonly OnlineFailure[];
}

/** A paper with all services that found it. */
export interface Merged extends Found {
  readonly services: readonly ServiceId[];
}

/** How little a service's lower places count (reciprocal rank fusion; Cormack, Clarke, Büttcher 2009). */
const DAMPING = 60;

/**
 * Searches all services that can be searched, each once and at the same time. Papers of one identifier or title are one; those that
 * several services have high up come first. Rejects only where the user gave up.
 */
export async function searchServices(
  words: string,
  limit: number,
  offset: number,
  asking: Asking,
): Promise<SearchedOnline> {
  const failures: OnlineFailure[] = [];
  const answers = await Promise.all(
    searchable(asking).map(async (client): Promise<readonly Found[]> => {
      try {
        return (await client.search?.(words, limit, offset, asking)) ?? [];
      } catch (error) {
        if (endsAll(error) || !isFailure(error)) throw error;
        if (error.code !== 'disabled') failures.push(error);
        return [];
      }
    }),
  );
  return { found: merged(answers).slice(0, limit), failures };
}

/** The answers of several services as one list. Of a paper that several have, the fullest item counts. */
export function merged(answers: readonly (readonly Found[])[]): Merged[] {
  const groups: Group[] = [];
  const known = new Map<string, Group>();
  for (const answer of answers) {
    answer.forEach((found, place) => {
      const names = namesOf(found.item);
      const group = names.map((name) => known.get(name)).find((each) => each !== undefined) ?? { score: 0, found: [] };
      if (group.found.length === 0) groups.push(group);
      group.score += 1 / (DAMPING + place);
      group.found.push(found);
      for (const name of names) known.set(name, group);
    });
  }
  return groups.sort((a, b) => b.score - a.score).map(({ found }) => mergedOne(found));
}

interface Group {
  score: number;
  readonly found: Found[];
}

function mergedOne(found: readonly Found[]): Merged {
  const best = [...found].sort((a, b) => fullness(b.item) - fullness(a.item))[0];
  const abstract = best.item.abstract ?? found.map(({ item }) => item.abstract).find(Boolean);
  return {
    ...best,
    item: abstract === undefined ? best.item : { ...best.item, abstract },
    pdf: found.map(({ pdf }) => pdf).find(Boolean),
    isRetracted: found.some(({ isRetracted }) => isRetracted),
    citedBy: Math.max(0, ...found.map(({ citedBy }) => citedBy ?? 0)) || undefined,
    services: [...new Set(found.map(({ service }) => service))],
  };
}

/** How much an item says; a published version says more than a preprint. */
function fullness(item: CslItem): number {
  const fields = ['author', 'issued', 'container-title', 'volume', 'page', 'publisher', 'DOI'];
  return fields.filter((field) => item[field] !== undefined).length + (item.type === 'article' ? 0 : 1);
}

/** What tells that two services mean one paper. */
function namesOf({ DOI, number, title, author }: CslItem): string[] {
  const arxiv = arxivOf(DOI ?? '') ?? arxivOf(typeof number === 'string' ? number : '');
  const words = titleWords(title ?? '').join(' ');
  const first = titleWords(author?.[0]?.family ?? author?.[0]?.literal ?? '').at(-1) ?? '';
  return [
    ...(DOI === undefined ? [] : [`doi ${DOI.toLowerCase()}`]),
    ...(arxiv === undefined ? [] : [`arxiv ${arxiv}`]),
    ...(words === '' ? [] : [`title ${words} ${first}`]),
  ];
}

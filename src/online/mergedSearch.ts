import { arxivOf } from '../base/identifiers/arxivId';
import type { CslItem } from '../library/model/csl';
import type { Asking, Client } from './clients/client';
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
  /** What the services said, the best place first. */
  readonly said: readonly Found[];
  /** The feed that brought it, as people call it, where no service was asked. */
  readonly feed?: string;
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
  const answers = await Promise.all(
    searchable(asking).map((client) => searchOne(client, words, limit, offset, asking)),
  );
  const failures = answers.map(({ failure }) => failure).filter((failure) => failure !== undefined);
  return { found: merged(answers.map(({ found }) => found)).slice(0, limit), failures };
}

/** What one service finds, or why it gave no answer. Rejects only where the user gave up. */
export async function searchOne(
  client: Client,
  words: string,
  limit: number,
  offset: number,
  asking: Asking,
): Promise<{ readonly found: readonly Found[]; readonly failure?: OnlineFailure }> {
  try {
    return { found: (await client.search?.(words, limit, offset, asking)) ?? [] };
  } catch (error) {
    if (endsAll(error) || !isFailure(error)) throw error;
    return { found: [], ...(error.code !== 'disabled' && { failure: error }) };
  }
}

/** The answers of several services as one list. Of a paper that several have, the fullest item counts. */
export function merged(answers: readonly (readonly Found[])[]): Merged[] {
  const groups = new Set<Group>();
  const known = new Map<string, Group>();
  for (const answer of answers) {
    answer.forEach((found, place) => {
      const names = namesOf(found.item);
      const [group, ...others] = new Set(names.map((name) => known.get(name)).filter((each) => each !== undefined));
      const one = group ?? { score: 0, found: [], names: new Set() };
      groups.add(one);
      // One that has the DOI of one and the arXiv number of another shows that these are one.
      for (const other of others) {
        one.score += other.score;
        one.found.push(...other.found);
        for (const name of other.names) one.names.add(name);
        groups.delete(other);
      }
      one.score += 1 / (DAMPING + place);
      one.found.push(found);
      for (const name of names) one.names.add(name);
      for (const name of one.names) known.set(name, one);
    });
  }
  return [...groups].sort((a, b) => b.score - a.score).map(({ found }) => mergedOne(found));
}

interface Group {
  score: number;
  readonly found: Found[];
  readonly names: Set<string>;
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
    citedHere: Math.max(0, ...found.map(({ citedHere }) => citedHere ?? 0)) || undefined,
    services: [...new Set(found.map(({ service }) => service))],
    said: found,
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

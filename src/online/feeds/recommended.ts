import type { Asking } from '../clients/client';
import { PAPER_FIELDS, semanticScholarPaper } from '../clients/semanticScholar';
import { isFailure, OnlineFailure } from '../failure';
import { list, members } from '../shape';
import { LARGEST_FEED, type Example, type FeedAnswer, type FeedPaper } from './feed';

/** So many papers are recommended for each example, and so many examples are named. */
const EACH = 50;
export const MOST_EXAMPLES = 5;

/** What Semantic Scholar recommends to who works with some papers (https://api.semanticscholar.org/api-docs/recommendations). */
export async function recommendedPapers(
  from: 'recent' | 'all-cs',
  examples: readonly Example[],
  asking: Asking,
): Promise<FeedAnswer> {
  const papers: FeedPaper[] = [];
  const names = new Set<string>();
  for (const example of examples.slice(0, MOST_EXAMPLES)) {
    const id =
      'doi' in example ? `DOI:${encodeURIComponent(example.doi)}` : `ARXIV:${encodeURIComponent(example.arxiv)}`;
    for (const value of await recommendations(id, from, asking)) {
      const found = semanticScholarPaper(value);
      const name = found && `${found.url} ${found.item.title}`;
      if (!found || names.size === names.add(name!).size) continue;
      papers.push({ item: found.item, url: found.url ?? found.item.URL });
    }
  }
  return { papers, leftOut: 0 };
}

async function recommendations(id: string, from: string, asking: Asking): Promise<readonly unknown[]> {
  const path = `/recommendations/v1/papers/forpaper/${id}`;
  const query = { from, limit: EACH, fields: PAPER_FIELDS };
  const request = { service: 'semanticscholar', path, query, largest: LARGEST_FEED, isFresh: true } as const;
  try {
    const { recommendedPapers: all } = members(await asking.json(request));
    if (!Array.isArray(all)) throw new OnlineFailure('unreadable', 'semanticscholar');
    return list(all);
  } catch (error) {
    // It does not know every paper.
    if (isFailure(error) && error.code === 'not-found') return [];
    throw error;
  }
}

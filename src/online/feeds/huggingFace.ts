import type { Asking } from '../clients/client';
import { huggingFacePaper } from '../clients/huggingFace';
import { OnlineFailure } from '../failure';
import { list, members, number, text, webLink } from '../shape';
import { madeInTurns } from './madeInTurns';
import { LARGEST_FEED, leftOutOf, MOST_PAPERS, type FeedAnswer, type FeedPaper } from './feed';

/** So many papers it gives at once. */
const PAGE = 100;

/**
 * The papers of Hugging Face's daily list, the latest days first, or those that people there talk about most
 * (https://huggingface.co/docs/hub/api). No day is named: whose day it is there depends on the time zone.
 */
export async function huggingFacePapers(isTrending: boolean, asking: Asking): Promise<FeedAnswer> {
  const query = { limit: PAGE, sort: isTrending ? 'trending' : undefined };
  const request = { service: 'huggingface', path: '/api/daily_papers', query, largest: LARGEST_FEED } as const;
  const answer = await asking.json({ ...request, isFresh: true });
  if (!Array.isArray(answer)) throw new OnlineFailure('unreadable', 'huggingface');
  const all = list(answer);
  return { papers: await madeInTurns(all.slice(0, MOST_PAPERS), dailyPaper), leftOut: leftOutOf(all.length) };
}

function dailyPaper(value: unknown): FeedPaper | undefined {
  const paper = members(members(value).paper ?? value);
  const found = huggingFacePaper(paper);
  if (!found) return undefined;
  const upvotes = number(paper.upvotes);
  const code = webLink(paper.githubRepo);
  const categories = list(paper.ai_keywords)
    .map(text)
    .filter((word) => word !== undefined);
  return {
    item: found.item,
    url: found.url,
    categories: [...new Set(categories)],
    ...(upvotes !== undefined && { upvotes }),
    ...(code !== undefined && { code }),
  };
}

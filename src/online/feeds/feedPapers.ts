import type { Asking } from '../clients/client';
import type { ServiceId } from '../services';
import { biorxivPapers } from './biorxiv';
import type { Feed, FeedAnswer, FeedKind, FeedQuestion } from './feed';
import { huggingFacePapers } from './huggingFace';
import { recommendedPapers } from './recommended';
import { arxivPapers, rssPapers } from './rss';

/** A feed that is asked over the network; a list is read from its file. */
export type OnlineFeed = Exclude<Feed, { kind: 'list' }>;

/** Which service a feed asks. */
const SERVICE_OF: Readonly<Record<Exclude<FeedKind, 'list'>, ServiceId>> = {
  'huggingface-daily': 'huggingface',
  'huggingface-trending': 'huggingface',
  arxiv: 'arxivFeed',
  biorxiv: 'biorxiv',
  medrxiv: 'medrxiv',
  rss: 'rss',
  semanticscholar: 'semanticscholar',
};

export function serviceOf({ kind }: OnlineFeed): ServiceId {
  return SERVICE_OF[kind];
}

/** The papers that a feed has now. Rejects with an `OnlineFailure`. */
export function feedPapers(feed: OnlineFeed, question: FeedQuestion, asking: Asking): Promise<FeedAnswer> {
  switch (feed.kind) {
    case 'huggingface-daily':
    case 'huggingface-trending':
      return huggingFacePapers(feed.kind === 'huggingface-trending', asking);
    case 'arxiv':
      return arxivPapers(feed.categories, question.today, asking);
    case 'biorxiv':
    case 'medrxiv':
      return biorxivPapers(feed.kind, feed.category, question, asking);
    case 'rss':
      return rssPapers(feed.url, question.today, asking);
    case 'semanticscholar':
      return recommendedPapers(feed.from, question.examples ?? [], asking);
  }
}

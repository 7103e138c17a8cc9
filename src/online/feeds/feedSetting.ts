import { isLoopback, webAddress } from '../requests/request';
import { list, members, text } from '../shape';
import type { Feed } from './feed';

/** What is wrong with an item of the setting. */
export type FeedMistake = 'unknown-kind' | 'no-categories' | 'bad-category' | 'bad-url' | 'no-path' | 'bad-from';

/** An item of the setting: a feed, or what is wrong with it. */
export type StatedFeed = { readonly feed: Feed } | { readonly mistake: FeedMistake; readonly stated: string };

/** More categories or longer names are none of arXiv. */
const ARXIV_CATEGORY = /^[a-z][a-z-]{1,20}(?:\.[A-Za-z-]{2,20})?$/;
const MOST_CATEGORIES = 50;
/** More feeds are a mistake. */
const MOST_FEEDS = 100;

/** The feeds of the setting in their order, each once, with those that are wrong. */
export function statedFeeds(setting: unknown): StatedFeed[] {
  const seen = new Set<string>();
  return list(setting)
    .slice(0, MOST_FEEDS)
    .map(statedFeed)
    .filter((stated) => !('feed' in stated) || seen.size < seen.add(feedId(stated.feed)).size);
}

/** What tells a feed from all others; its name does not count. */
export function feedId(feed: Feed): string {
  switch (feed.kind) {
    case 'huggingface-daily':
    case 'huggingface-trending':
      return feed.kind;
    case 'arxiv':
      return `arxiv ${[...feed.categories].sort().join('+')}`;
    case 'biorxiv':
    case 'medrxiv':
      return `${feed.kind} ${feed.category ?? ''}`.trim();
    case 'rss':
      return `rss ${feed.url}`;
    case 'list':
      return `list ${feed.path}`;
    case 'semanticscholar':
      return `semanticscholar ${feed.from}`;
  }
}

/** A feed as people call it, where they gave it no name. */
export function feedName(feed: Feed): string {
  if (feed.name !== undefined) return feed.name;
  switch (feed.kind) {
    case 'huggingface-daily':
      return 'Hugging Face daily papers';
    case 'huggingface-trending':
      return 'Hugging Face trending papers';
    case 'arxiv':
      return `arXiv ${feed.categories.join(' + ')}`;
    case 'biorxiv':
    case 'medrxiv':
      return [feed.kind === 'biorxiv' ? 'bioRxiv' : 'medRxiv', feed.category].filter(Boolean).join(' ');
    case 'rss':
      return webAddress(feed.url)?.host ?? feed.url;
    case 'list':
      return feed.path.split(/[/\\]/).pop() ?? feed.path;
    case 'semanticscholar':
      return 'Semantic Scholar recommendations';
  }
}

function statedFeed(value: unknown): StatedFeed {
  const stated = members(value);
  const name = text(stated.name)?.slice(0, 200);
  const named = name === undefined ? {} : { name };
  const wrong = (mistake: FeedMistake, what: unknown = stated.kind): StatedFeed => ({
    mistake,
    stated: name ?? text(what)?.slice(0, 200) ?? JSON.stringify(value ?? null).slice(0, 200),
  });
  switch (stated.kind) {
    case 'huggingface-daily':
    case 'huggingface-trending':
      return { feed: { kind: stated.kind, ...named } };
    case 'arxiv': {
      const categories = [...new Set(list(stated.categories).map((each) => text(each) ?? ''))].slice(
        0,
        MOST_CATEGORIES,
      );
      if (categories.length === 0) return wrong('no-categories');
      const odd = categories.find((category) => !ARXIV_CATEGORY.test(category));
      return odd === undefined ? { feed: { kind: 'arxiv', categories, ...named } } : wrong('bad-category', odd);
    }
    case 'biorxiv':
    case 'medrxiv': {
      const category = text(stated.category)?.slice(0, 100);
      return { feed: { kind: stated.kind, ...(category !== undefined && { category }), ...named } };
    }
    case 'rss': {
      const url = webAddress(text(stated.url) ?? '');
      // What this very machine offers needs no protection.
      const isSafe = url?.protocol === 'https:' || (url !== undefined && isLoopback(url));
      return isSafe ? { feed: { kind: 'rss', url: url.href, ...named } } : wrong('bad-url', stated.url);
    }
    case 'list': {
      const path = text(stated.path);
      return path === undefined ? wrong('no-path') : { feed: { kind: 'list', path, ...named } };
    }
    case 'semanticscholar': {
      const from = stated.from ?? 'recent';
      if (from !== 'recent' && from !== 'all-cs') return wrong('bad-from', from);
      return { feed: { kind: 'semanticscholar', from, ...named } };
    }
    default:
      return wrong('unknown-kind');
  }
}

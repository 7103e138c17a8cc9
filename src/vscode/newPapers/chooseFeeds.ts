import * as vscode from 'vscode';
import { feedId, feedName, statedFeeds } from '../../online/feeds/feedSetting';
import type { Feed } from '../../online/feeds/feed';
import { input, pickMany } from '../host/ask';
import { showMachineSetting } from '../host/machineSettings';
import { feedSettings, FEEDS, setFeeds } from './feedSettings';

interface FeedItem extends vscode.QuickPickItem {
  readonly feed?: Feed;
  /** Has the user say more. */
  readonly ask?: () => Promise<Feed | undefined>;
}

/** Has the user choose among ready feeds; nothing is asked before. */
export async function chooseFeeds(): Promise<void> {
  const own = feedSettings().flatMap((stated) => ('feed' in stated ? [stated.feed] : []));
  const ready = readyFeeds();
  const ids = new Set(ready.flatMap(({ feed }) => (feed ? [feedId(feed)] : [])));
  const others = own.filter((feed) => !ids.has(feedId(feed)));
  const chosen = new Set(own.map(feedId));
  const items = [
    ...others.map((feed): FeedItem => ({
      label: feedName(feed),
      description: vscode.l10n.t('yours'),
      feed,
      picked: true,
    })),
    ...ready.map((item) => ({ ...item, picked: item.feed !== undefined && chosen.has(feedId(item.feed)) })),
  ];
  const title = vscode.l10n.t('Feeds of New Papers');
  const placeHolder = vscode.l10n.t('Asked once a day while VS Code is open, and by nothing but these');
  const picked = await pickMany(items, { title, placeHolder, matchOnDescription: true, matchOnDetail: true });
  if (!picked) return;
  const wanted: Feed[] = [];
  for (const { feed, ask } of picked) {
    const stated = feed ?? (await ask?.());
    if (stated) wanted.push(stated);
  }
  const ends = new Set(items.flatMap(({ feed }) => (feed ? [feedId(feed)] : [])));
  const kept = new Set(wanted.map(feedId));
  // What is wrong in the setting is the user's to put right: it stays.
  await setFeeds((before) => {
    const staying = before.filter((item) => {
      const [stated] = statedFeeds([item]);
      return !('feed' in stated) || kept.has(feedId(stated.feed)) || !ends.has(feedId(stated.feed));
    });
    const there = new Set(
      staying.flatMap((item) => statedFeeds([item]).flatMap((each) => ('feed' in each ? [feedId(each.feed)] : []))),
    );
    return [...staying, ...wanted.filter((feed) => !there.has(feedId(feed)))];
  });
}

function readyFeeds(): FeedItem[] {
  const arxiv = (label: string, ...categories: string[]): FeedItem => ({
    label,
    description: categories.join(' + '),
    detail: vscode.l10n.t('Announced at midnight in New York; none at weekends'),
    feed: { kind: 'arxiv', categories },
  });
  return [
    {
      label: vscode.l10n.t('Hugging Face daily papers'),
      detail: vscode.l10n.t('What people there put forward, with upvotes and code'),
      feed: { kind: 'huggingface-daily' },
    },
    { label: vscode.l10n.t('Hugging Face trending papers'), feed: { kind: 'huggingface-trending' } },
    arxiv(vscode.l10n.t('arXiv: language and learning'), 'cs.CL', 'cs.LG'),
    arxiv(vscode.l10n.t('arXiv: computer vision'), 'cs.CV'),
    arxiv(vscode.l10n.t('arXiv: artificial intelligence'), 'cs.AI'),
    arxiv(vscode.l10n.t('arXiv: statistics of learning'), 'stat.ML'),
    {
      label: vscode.l10n.t('arXiv: other categories…'),
      ask: async () => {
        const stated = await input({ prompt: vscode.l10n.t('Categories of arXiv'), value: 'math.CO cs.DM' });
        const categories = (stated ?? '').split(/[\s,+]+/).filter(Boolean);
        return only({ kind: 'arxiv', categories });
      },
    },
    { label: 'bioRxiv', feed: { kind: 'biorxiv' } },
    { label: 'medRxiv', feed: { kind: 'medrxiv' } },
    {
      label: vscode.l10n.t('RSS or Atom feed…'),
      detail: vscode.l10n.t('Of a journal, a blog, a search'),
      ask: async () =>
        only({ kind: 'rss', url: await input({ prompt: vscode.l10n.t('Address of the feed'), value: 'https://' }) }),
    },
    {
      label: vscode.l10n.t('A paper list that changes daily…'),
      detail: vscode.l10n.t('A text list, .bib or other file: its new papers are new'),
      ask: async () => {
        const [uri] = (await vscode.window.showOpenDialog({ canSelectMany: false })) ?? [];
        return uri && only({ kind: 'list', path: uri.scheme === 'file' ? uri.fsPath : uri.toString() });
      },
    },
    {
      label: vscode.l10n.t('Semantic Scholar recommendations'),
      detail: vscode.l10n.t('Sends the identifiers of five papers that you work with to api.semanticscholar.org'),
      feed: { kind: 'semanticscholar', from: 'recent' },
    },
  ];
}

/** The feed where it is stated well; else the setting is shown, where it can be put right. */
function only(stated: object): Feed | undefined {
  const [read] = statedFeeds([stated]);
  if ('feed' in read) return read.feed;
  const { command, arguments: query = [] } = showMachineSetting(FEEDS);
  void vscode.commands.executeCommand(command, ...(query as unknown[]));
  return undefined;
}

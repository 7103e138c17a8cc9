import * as vscode from 'vscode';
import type { OnlineFailure } from '../../online/failure';
import { FeedFault } from '../../online/feeds/feedFault';
import { MOST_PAPERS, type Feed } from '../../online/feeds/feed';
import { feedName, type FeedMistake } from '../../online/feeds/feedSetting';
import { localNumber } from '../host/number';
import { failureSentence } from '../online/failureSentences';

/** What is wrong with a feed of the setting, and what would be right. */
export function mistakeSentence(mistake: FeedMistake, stated: string): string {
  switch (mistake) {
    case 'unknown-kind':
      return vscode.l10n.t(
        '“{0}” is no kind of feed: huggingface-daily, huggingface-trending, arxiv, biorxiv, medrxiv, rss, list or semanticscholar.',
        stated,
      );
    case 'no-categories':
      return vscode.l10n.t('The feed “{0}” needs categories such as ["cs.CL", "cs.LG"].', stated);
    case 'bad-category':
      return vscode.l10n.t('“{0}” is no category of arXiv.', stated);
    case 'bad-url':
      return vscode.l10n.t('The feed “{0}” needs a url that begins with https://.', stated);
    case 'no-path':
      return vscode.l10n.t('The feed “{0}” needs the path of a paper list.', stated);
    case 'bad-from':
      return vscode.l10n.t('“{0}”: from is "recent" or "all-cs".', stated);
  }
}

/** That a feed has more papers than are taken at once, and what helps. */
export function leftOutSentence(leftOut: number): string {
  const [most, more] = [localNumber(MOST_PAPERS), localNumber(leftOut)];
  return leftOut === 1
    ? vscode.l10n.t('Only its first {0} papers were taken, 1 was left out. A narrower feed would show all.', most)
    : vscode.l10n.t(
        'Only its first {0} papers were taken, {1} were left out. A narrower feed would show all.',
        most,
        more,
      );
}

/** Why a feed gave no papers, and what helps. */
export function feedFailureSentence(failure: OnlineFailure, feed: Feed): string {
  // Where others lie is not for users to say.
  if (feed.kind !== 'rss') return failureSentence(failure);
  const name = feedName(feed);
  if (failure.cause instanceof FeedFault) return faultSentence(failure.cause, name);
  return failure.code === 'not-found'
    ? vscode.l10n.t('{0} has nothing at the address of the feed. Look at literatureNotes.newPapers.feeds.', name)
    : failureSentence(failure, name);
}

/** What came where a user has named a feed. */
function faultSentence({ kind }: FeedFault, name: string): string {
  switch (kind) {
    case 'web-page':
      return vscode.l10n.t(
        '{0} sent a web page, no feed. Is the address that of its RSS or Atom feed, and does this network want you to log in?',
        name,
      );
    case 'json':
      return vscode.l10n.t('{0} sent JSON, which is no feed here. Look for the address of its RSS or Atom feed.', name);
    case 'other-xml':
      return vscode.l10n.t('{0} sent XML that is no feed. Look for the address of its RSS or Atom feed.', name);
    case 'broken':
      return vscode.l10n.t('The feed of {0} is not well-formed: none of it is read. Tell those who make it.', name);
    case 'cut-off':
      return vscode.l10n.t('The feed of {0} ends in the middle. Try again later.', name);
    case 'definitions':
      return vscode.l10n.t('The feed of {0} defines entities of its own, which is not allowed here.', name);
    case 'empty':
      return vscode.l10n.t('{0} sent nothing at all. Try again later.', name);
    case 'unknown':
      return vscode.l10n.t('{0} sent something that is no feed. Look for the address of its RSS or Atom feed.', name);
  }
}

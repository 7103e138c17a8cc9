import * as vscode from 'vscode';
import type { FeedMistake } from '../../online/feeds/feedSetting';

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

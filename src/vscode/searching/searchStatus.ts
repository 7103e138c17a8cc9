import * as vscode from 'vscode';
import { displayTitle } from '../../library/model/display';
import type { Entry } from '../../library/model/entry';
import type { SearchAnswer, Shortfall } from '../../search/contract';
import { localNumber, paperCount } from '../host/number';
import { oneOf } from '../host/wordList';
import type { LibraryService } from '../library/libraryService';
import type { SearchFeed } from './searchFeed';
import type { SearchSession } from './searchSession';

/** What is longer is cut where words of a query are named; in characters. */
const LONGEST_NAMED = 60;

/** What the sentence is made of. */
export interface SearchStatusParts {
  readonly session: Pick<SearchSession, 'answer' | 'meaning'>;
  readonly library: Pick<LibraryService, 'shown' | 'isLoaded'>;
  readonly feed: Pick<SearchFeed, 'isWhole'>;
}

/** The number of matches, or of papers where nothing is searched for, as a sentence. */
export function searchStatus({ session: { answer, meaning }, library, feed }: SearchStatusParts): string {
  if (!answer) {
    const papers = library.shown.entries().length;
    return papers === 0 && !library.isLoaded ? vscode.l10n.t('Reading the paper lists …') : paperCount(papers);
  }
  const related = library.shown.get(meaning?.relatedTo ?? '');
  if (feed.isWhole) return answerSentence(answer, related);
  // The rest of the papers is searched as soon as it is there.
  return answer.total === 0
    ? vscode.l10n.t('No match yet: reading the paper lists …')
    : vscode.l10n.t('{0} so far: reading the paper lists …', answerSentence(answer, related));
}

function answerSentence(answer: SearchAnswer, related: Entry | undefined): string {
  const { mode, total, searched, shortfall, isPassage } = answer;
  if (related) return relatedSentence(total, displayTitle(related));
  if (shortfall && total > 0) return shortfallSentence(answer, shortfall);
  const counts = [localNumber(total), localNumber(searched)];
  if (isPassage && total > 0) return vscode.l10n.t('{0} of {1} are close to this text, the closest first', ...counts);
  if (mode === 'most-words' && total > 0)
    return vscode.l10n.t('{0} of {1} match, with words spelt otherwise', ...counts);
  return vscode.l10n.t('{0} of {1} match', ...counts);
}

function relatedSentence(total: number, title: string): string {
  if (total === 0) return vscode.l10n.t('No paper is related to “{0}”', title);
  return total === 1
    ? vscode.l10n.t('1 paper related to “{0}”', title)
    : vscode.l10n.t('{0} papers related to “{1}”', localNumber(total), title);
}

/** Names what no paper has all of, and what was left out for it. */
function shortfallSentence({ total }: SearchAnswer, { asked, met, dropped }: Shortfall): string {
  if (met === 0) return withoutWords(total, quoted(asked));
  const none = dropped.length === 0 ? '' : vscode.l10n.t('none has {0}', oneOf(dropped.map((word) => quoted([word]))));
  return [lessWords(total, asked, met), none].filter(Boolean).join('; ');
}

function withoutWords(total: number, words: string): string {
  return total === 1
    ? vscode.l10n.t('No paper also has {0}; 1 has the rest', words)
    : vscode.l10n.t('No paper also has {0}; {1} have the rest', words, localNumber(total));
}

function lessWords(total: number, asked: readonly string[], met: number): string {
  const words = quoted(asked);
  if (met === 1) {
    return total === 1
      ? vscode.l10n.t('No paper has all of {0}; 1 has one', words)
      : vscode.l10n.t('No paper has all of {0}; {1} have one', words, localNumber(total));
  }
  const [some, all] = [localNumber(met), localNumber(asked.length)];
  return total === 1
    ? vscode.l10n.t('No paper has all of {0}; 1 has {1} of the {2}', words, some, all)
    : vscode.l10n.t('No paper has all of {0}; {1} have {2} of the {3}', words, localNumber(total), some, all);
}

function quoted(words: readonly string[]): string {
  const text = words.join(' ');
  const shown = text.length > LONGEST_NAMED ? `${text.slice(0, LONGEST_NAMED).trimEnd()}…` : text;
  return vscode.l10n.t('“{0}”', shown);
}

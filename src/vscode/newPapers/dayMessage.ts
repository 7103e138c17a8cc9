import * as vscode from 'vscode';
import { localDay } from '../../notes/localDay';
import type { DayState } from '../../workflows/newPapers/shownPapers';

/** What is known of the day's papers. */
export interface Day {
  /** Undefined before it is known. */
  readonly state: DayState | undefined;
  /** When the feeds answered last, in milliseconds since 1970; 0 for never. */
  readonly answered: number;
  readonly isFetching: boolean;
  readonly followsArxiv: boolean;
  /** In milliseconds since 1970. */
  readonly now: number;
}

/** What is said where nothing of today stands in the list. */
export function dayMessage({ state, answered, isFetching, followsArxiv, now }: Day): string | undefined {
  if (isFetching && answered === 0) return vscode.l10n.t('Asking for new papers …');
  if (state === undefined || state === 'open' || answered === 0) return undefined;
  const when = new Date(answered);
  const isToday = localDay(when) === localDay(new Date(now));
  const time = isToday ? when.toLocaleTimeString([], { timeStyle: 'short' }) : when.toLocaleDateString();
  if (state === 'done') return vscode.l10n.t('No more of today’s new papers; last asked: {0}.', time);
  const nothing = vscode.l10n.t('No new papers today; last asked: {0}.', time);
  const rests = followsArxiv && isWeekendOfArxiv(now);
  return rests ? `${nothing} ${vscode.l10n.t('arXiv announces none at weekends.')}` : nothing;
}

/** arXiv's feeds change at midnight in New York, from Monday to Friday (https://info.arxiv.org/help/availability.html). */
function isWeekendOfArxiv(now: number): boolean {
  const day = new Date(now).toLocaleDateString('en-US', { timeZone: 'America/New_York', weekday: 'short' });
  return day === 'Sat' || day === 'Sun';
}

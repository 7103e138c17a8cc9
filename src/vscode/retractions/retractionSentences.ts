import * as vscode from 'vscode';
import type { RetractionMark } from '../../workflows/retractions/retractionMarks';

/** What is known of a marked paper, with the age of the list that says so. */
export function retractionSentence({ retraction }: RetractionMark, asked: number): string {
  const { t } = vscode.l10n;
  const by = t('By the list of {0}.', dayOf(asked));
  if (!retraction) return `${t('It is not known whether this paper is retracted: the service did not tell.')} ${by}`;
  return `${retractedOn(retraction.date, retraction.reasons)} ${by}`;
}

/** `Retracted 2020-01-31: Error in Data.` */
export function retractedOn(date: string | undefined, reasons: readonly string[]): string {
  const { t } = vscode.l10n;
  const why = reasons.join('; ');
  if (date === undefined) return why === '' ? t('Retracted.') : t('Retracted: {0}.', why);
  return why === '' ? t('Retracted {0}.', date) : t('Retracted {0}: {1}.', date, why);
}

/** The page of the notice of a retraction. */
export function noticeUrl({ retraction }: RetractionMark): string | undefined {
  const doi = retraction?.notice;
  return doi === undefined ? undefined : `https://doi.org/${encodeURIComponent(doi).replaceAll('%2F', '/')}`;
}

/** A moment as a day where the user is. */
export function dayOf(moment: number): string {
  return new Date(moment).toLocaleDateString(vscode.env.language, { dateStyle: 'medium' });
}

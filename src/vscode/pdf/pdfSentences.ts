import * as vscode from 'vscode';
import { HAS_PATHS } from '#platform/machine';
import type { OnlineFailure } from '../../online/failure';
import { LARGEST_PDF } from '../../online/pdfFile';
import { failuresSentence, failureSentence } from '../online/failureSentences';

/** Why a PDF could not be fetched from a site, and what helps. */
export function pdfFailureSentence(failure: OnlineFailure, url: string): string {
  const { t } = vscode.l10n;
  const host = hostOf(url);
  switch (failure.code) {
    case 'web-page':
      return t('{0} sent a web page instead of a PDF. Open the link to see what it wants.', host);
    case 'unreadable':
      return t('What {0} sent is no PDF.', host);
    case 'too-large':
      return t('The PDF of {0} is larger than {1} MB. Open the link to save it by hand.', host, LARGEST_PDF / 2 ** 20);
    case 'not-found':
      return t('{0} has no file at that address any more.', host);
    case 'forbidden':
      return t('{0} refuses to give the file to a program ({1}). Open the link.', host, failure.status ?? 403);
    case 'astray':
      return t('The address {0} is not followed: only protected ones (https) of the web are.', url);
    case 'offline':
      // Browsers do not say why.
      if (!HAS_PATHS) return t('In the browser most sites do not let files be fetched from here. Open the link.');
      return failureSentence(failure, host);
    case 'disabled':
    case 'cancelled':
    case 'timed-out':
    case 'too-many':
    case 'refused':
    case 'server':
    case 'cut-off':
      return failureSentence(failure, host);
  }
}

/** That no free text of a paper was found; also who did not answer, as there may be one. */
export function noTextSentence(failures: readonly OnlineFailure[]): string {
  const none = vscode.l10n.t('No free PDF of this paper is known.');
  return failures.length > 0 ? `${none} ${failuresSentence(failures)}` : none;
}

/** The site of an address as people read it. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

import * as vscode from 'vscode';
import type { OnlineFailure } from '../../online/failure';
import { SERVICES } from '../../online/services';

/**
 * Why a service gave no answer, and what helps.
 * @param name what it is called, where not as the service is
 */
export function failureSentence(failure: OnlineFailure, name = SERVICES[failure.service].name): string {
  const { code, status, retryAfter } = failure;
  switch (code) {
    case 'disabled':
      return vscode.l10n.t('Asking online services is switched off (literatureNotes.online).');
    case 'cancelled':
      return vscode.l10n.t('The look-up was cancelled.');
    case 'offline':
      return vscode.l10n.t(
        '{0} cannot be reached. Is this machine online? Behind a proxy, see the setting http.proxy.',
        name,
      );
    case 'timed-out':
      return vscode.l10n.t('{0} did not answer in time.', name);
    case 'not-found':
      return vscode.l10n.t(
        '{0} has nothing at its address. Look at the setting literatureNotes.online.endpoints.',
        name,
      );
    case 'forbidden':
      return vscode.l10n.t(
        '{0} refuses to answer ({1}). It may want a key, or a key that is valid.',
        name,
        status ?? 403,
      );
    case 'too-many':
      return retryAfter === undefined
        ? vscode.l10n.t('{0} is asked too often at the moment. Try again later.', name)
        : vscode.l10n.t('{0} is asked too often. It wants {1} seconds of rest.', name, Math.ceil(retryAfter));
    case 'refused':
      return vscode.l10n.t('{0} does not take the question ({1}).', name, status ?? 400);
    case 'server':
      return vscode.l10n.t('{0} is out of order ({1}). Try again later.', name, status ?? 500);
    case 'web-page':
      return vscode.l10n.t('A web page came instead of data from {0}. Does this network want you to log in?', name);
    case 'unreadable':
      return vscode.l10n.t('{0} sent something that cannot be read.', name);
    case 'too-large':
      return vscode.l10n.t('{0} sent more than is taken.', name);
    case 'cut-off':
      return vscode.l10n.t('The answer of {0} was cut off.', name);
    case 'astray':
      return vscode.l10n.t('{0} leads to an address that is not followed.', name);
  }
}

/** The sentences of failures, each once; one sentence alone where the machine is offline. */
export function failuresSentence(failures: readonly OnlineFailure[]): string {
  if (failures.length > 0 && failures.every(({ code }) => code === 'offline')) {
    return vscode.l10n.t(
      'No service can be reached. Is this machine online? Behind a proxy, see the setting http.proxy.',
    );
  }
  return [...new Set(failures.map((failure) => failureSentence(failure)))].join(' ');
}

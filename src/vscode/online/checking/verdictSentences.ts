import * as vscode from 'vscode';
import { SERVICES } from '../../../online/services';
import type { ClaimedField, JudgedField, Verdict } from '../../../online/verifying/judgement';
import type { Verified } from '../../../workflows/metadata/verifyEntries';
import { failuresSentence } from '../failureSentences';
import { localNumber } from '../../host/number';
import { allOf } from '../../host/wordList';

/** What a field is called in a sentence. */
export function fieldName(field: ClaimedField): string {
  switch (field) {
    case 'title':
      return vscode.l10n.t('title');
    case 'authors':
      return vscode.l10n.t('authors');
    case 'year':
      return vscode.l10n.t('year');
    case 'venue':
      return vscode.l10n.t('venue');
    case 'doi':
      return 'DOI';
    case 'arxiv':
      return vscode.l10n.t('arXiv number');
  }
}

/** A field that a record contradicts, with what the record says. */
export function contradictionSentence({ field, claimed, found = '', by }: JudgedField, verified: Verified): string {
  const service = by === undefined ? '' : SERVICES[by].name;
  const sentence =
    field === 'doi' || field === 'arxiv'
      ? vscode.l10n.t('The {0} {1} is not of this paper. {2}: “{3}”.', fieldName(field), claimed, service, found)
      : vscode.l10n.t('Contradicted, {0}: here “{1}”, {2} “{3}”.', fieldName(field), claimed, service, found);
  return verified.complete ? sentence : `${sentence} ${incompleteSentence([verified])}`;
}

/** What was not verified, without an accusation. */
export function unverifiedSentence(verified: Verified): string {
  const { fields, complete } = verified;
  const names = fields.filter(({ verdict }) => verdict === 'unverified').map(({ field }) => fieldName(field));
  const sentence = vscode.l10n.t('Could not verify: {0}.', allOf(names));
  const why = complete
    ? vscode.l10n.t('The services know no record that says so. That alone does not make it wrong.')
    : incompleteSentence([verified]);
  return `${sentence} ${why}`;
}

/** All that is wrong with a paper, or could not be verified; empty where it is confirmed. */
export function verdictSentences(verified: Verified): string[] {
  if (verified.verdict === 'unverified') return [unverifiedSentence(verified)];
  const wrong = verified.fields.filter(({ verdict }) => verdict === 'contradicted');
  return wrong.map((field) => contradictionSentence(field, verified));
}

/** That the last word is not spoken, and which services failed to speak it. */
function incompleteSentence(all: readonly Verified[]): string {
  const failures = all.flatMap((each) => each.failures);
  return failures.length === 0
    ? vscode.l10n.t('No service was asked that could tell (literatureNotes.online.services).')
    : `${vscode.l10n.t('Not all services answered.')} ${failuresSentence(failures)}`;
}

/**
 * How many papers have which verdict.
 * @param wanted how many papers were to be checked; fewer were where the user gave up
 */
export function summarySentence(all: readonly Verified[], wanted: number): string {
  const count = (one: Verdict) => all.filter(({ verdict }) => verdict === one).length;
  const [confirmed, unverified, contradicted] = [count('confirmed'), count('unverified'), count('contradicted')];
  const counts = [
    confirmed > 0 && vscode.l10n.t('{0} confirmed', confirmed),
    unverified > 0 && vscode.l10n.t('{0} could not be verified', unverified),
    contradicted > 0 && vscode.l10n.t('{0} contradicted', contradicted),
  ].filter((each) => each !== false);
  const incomplete = all.filter(({ complete }) => !complete);
  return [
    counts.length > 0 && `${allOf(counts)}.`,
    all.length < wanted &&
      vscode.l10n.t('Cancelled: {0} of {1} papers were checked.', localNumber(all.length), localNumber(wanted)),
    incomplete.length > 0 && vscode.l10n.t('Incomplete for {0} of them.', localNumber(incomplete.length)),
    incomplete.length > 0 && incompleteSentence(incomplete),
  ]
    .filter((each) => each !== false)
    .join(' ');
}

/** So many papers have room in a notification. */
const MOST_NAMED = 3;

/** What is wrong with papers of which nothing is shown elsewhere; empty where there are none. */
export function unshownSentence(unshown: readonly Verified[]): string {
  const named = unshown
    .slice(0, MOST_NAMED)
    .map((each) => vscode.l10n.t('“{0}”: {1}', each.entry.citekey, verdictSentences(each).join(' ')));
  const others = unshown.length - named.length;
  if (others > 0) named.push(vscode.l10n.t('{0} more are cited nowhere.', localNumber(others)));
  return named.join(' ');
}

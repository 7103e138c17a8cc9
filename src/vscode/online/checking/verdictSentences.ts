import * as vscode from 'vscode';
import { SERVICES } from '../../../online/services';
import type { ClaimedField, JudgedField, Verdict } from '../../../online/verifying/judgement';
import type { Verified } from '../../../workflows/metadata/verifyEntries';

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
export function contradictionSentence({ field, claimed, found = '' }: JudgedField, { evidence }: Verified): string {
  const services = [...new Set(evidence.map(({ service }) => SERVICES[service].name))].join(', ');
  if (field === 'doi' || field === 'arxiv')
    return vscode.l10n.t('The {0} {1} is not of this paper. {2}: “{3}”.', fieldName(field), claimed, services, found);
  return vscode.l10n.t('Contradicted, {0}: here “{1}”, {2} “{3}”.', fieldName(field), claimed, services, found);
}

/** What was not verified, without an accusation. */
export function unverifiedSentence({ fields, complete }: Verified): string {
  const names = fields.filter(({ verdict }) => verdict === 'unverified').map(({ field }) => fieldName(field));
  const sentence = vscode.l10n.t('Could not verify: {0}.', names.join(', '));
  const why = complete
    ? vscode.l10n.t('The services know no record that says so. That alone does not make it wrong.')
    : vscode.l10n.t('Not all services answered; check again later.');
  return `${sentence} ${why}`;
}

/** How many papers have which verdict. */
export function summarySentence(all: readonly Verified[]): string {
  const count = (wanted: Verdict) => all.filter(({ verdict }) => verdict === wanted).length;
  const sentence = vscode.l10n.t(
    '{0} confirmed, {1} could not be verified, {2} contradicted.',
    count('confirmed'),
    count('unverified'),
    count('contradicted'),
  );
  const failed = all.filter(({ complete }) => !complete).length;
  return failed === 0 ? sentence : `${sentence} ${vscode.l10n.t('For {0} not all services answered.', failed)}`;
}

import * as vscode from 'vscode';
import type { StatableField } from '../../../library/writing/editableField';
import type { Reason } from '../../../workflows/metadata/trust';

/** What a field is called in a list. */
export function fieldLabel(field: StatableField): string {
  switch (field) {
    case 'title':
      return vscode.l10n.t('Title');
    case 'authors':
      return vscode.l10n.t('Authors');
    case 'year':
      return vscode.l10n.t('Year');
    case 'venue':
      return vscode.l10n.t('Venue');
    case 'volume':
      return vscode.l10n.t('Volume');
    case 'issue':
      return vscode.l10n.t('Issue');
    case 'pages':
      return vscode.l10n.t('Pages');
    case 'abstract':
      return vscode.l10n.t('Abstract');
    case 'keywords':
      return vscode.l10n.t('Keywords');
    case 'doi':
      return 'DOI';
    case 'url':
      return vscode.l10n.t('Link');
    case 'publisher':
      return vscode.l10n.t('Publisher');
    case 'isbn':
      return 'ISBN';
    case 'pmid':
      return 'PMID';
    case 'pmcid':
      return 'PMCID';
  }
}

/** Why a service's value is offered, and not that of another. */
export function reasonSentence(reason: Reason): string {
  switch (reason) {
    case 'publisher':
      return vscode.l10n.t('the publisher’s own data');
    case 'authors-abstract':
      return vscode.l10n.t('the abstract as the authors wrote it');
    case 'own-number':
      return vscode.l10n.t('the archive’s own number');
    case 'more-authors':
      return vscode.l10n.t('names the authors more fully');
    case 'only-source':
      return vscode.l10n.t('no publisher’s data is known');
  }
}

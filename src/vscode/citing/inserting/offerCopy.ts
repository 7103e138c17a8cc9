import * as vscode from 'vscode';
import { offer } from '../../host/tell';

/** Tells that a citation could not be written into a document, and offers it for the clipboard. */
export async function offerCopy(citation: string, document: vscode.TextDocument | undefined): Promise<void> {
  const sentence = document
    ? vscode.l10n.t('This document cannot be changed.')
    : vscode.l10n.t('No document is open to cite in.');
  const copy = vscode.l10n.t('Copy Citation');
  if (await offer(sentence, copy)) await vscode.env.clipboard.writeText(citation);
}

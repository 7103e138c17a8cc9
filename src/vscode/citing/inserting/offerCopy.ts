import * as vscode from 'vscode';
import { offer } from '../../host/tell';

/** Tells why a citation could not be written into a document, and offers it for the clipboard. */
export async function offerCopy(sentence: string, citation: string): Promise<void> {
  const copy = vscode.l10n.t('Copy Citation');
  if (await offer(sentence, copy)) await vscode.env.clipboard.writeText(citation);
}

/** Said where there is nothing to write a citation into. */
export function noDocument(): string {
  return vscode.l10n.t('No document is open to cite in.');
}

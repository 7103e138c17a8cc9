import * as vscode from 'vscode';
import { offer } from '../../host/tell';
import type { LibraryService } from '../../library/libraryService';

/** The editor that citations are written into: its document is neither a paper list nor the output of a program. */
export function activeDraft(library: Pick<LibraryService, 'isSource'>): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor || editor.document.uri.scheme === 'output' || library.isSource(editor.document.uri)) return undefined;
  return editor;
}

/** Tells that a citation could not be written into a document, and offers it for the clipboard. */
export async function offerCopy(citation: string, document: vscode.TextDocument | undefined): Promise<void> {
  const sentence = document
    ? vscode.l10n.t('This document cannot be changed.')
    : vscode.l10n.t('No document is open to cite in.');
  const copy = vscode.l10n.t('Copy Citation');
  if (await offer(sentence, copy)) await vscode.env.clipboard.writeText(citation);
}

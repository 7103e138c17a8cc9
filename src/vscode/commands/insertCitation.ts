import * as vscode from 'vscode';
import { syntaxFor } from '../../citations/syntaxes';
import { citeAtCursors } from '../editor/citeAtCursors';
import type { LibraryService } from '../library/libraryService';
import type { PaperChooser } from '../sidebar/paperChooser';
import type { Command } from './command';

/** Cites papers at every cursor of the editor, in the syntax of its document. */
export class InsertCitation implements Command {
  readonly id = 'literatureNotes.insertCitation';
  readonly #library: LibraryService;
  readonly #chooser: PaperChooser;

  constructor(library: LibraryService, chooser: PaperChooser) {
    this.#library = library;
    this.#chooser = chooser;
  }

  async execute(...args: unknown[]): Promise<void> {
    const entries = await this.#chooser.papers(args, { title: vscode.l10n.t('Insert Citation'), many: true });
    if (entries.length === 0) return;
    const keys = entries.map((entry) => entry.citekey);
    const editor = vscode.window.activeTextEditor;
    if (!editor || !this.#isDraft(editor.document)) {
      await offerCopy(keys, vscode.l10n.t('No document is open to cite in.'));
    } else if (!(await citeAtCursors(editor, keys))) {
      await offerCopy(keys, vscode.l10n.t('This document cannot be changed.'), editor.document);
    }
  }

  /** Whether citations belong into a document: it is neither a paper list itself nor the output of a program. */
  #isDraft(document: vscode.TextDocument): boolean {
    return document.uri.scheme !== 'output' && !this.#library.isSource(document.uri);
  }
}

async function offerCopy(keys: readonly string[], sentence: string, document?: vscode.TextDocument): Promise<void> {
  const copy = vscode.l10n.t('Copy Citation');
  if ((await vscode.window.showWarningMessage(sentence, copy)) !== copy) return;
  const syntax = syntaxFor(document?.languageId ?? 'markdown', document?.fileName ?? '');
  await vscode.env.clipboard.writeText(syntax.format({ items: keys.map((key) => ({ key })) }));
}

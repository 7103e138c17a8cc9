import * as vscode from 'vscode';
import { pandoc } from '../../citations/syntaxes/pandoc';
import { citeAtCursors } from '../editor/citeAtCursors';
import type { RecentPapers } from '../editor/recentPapers';
import { syntaxOf } from '../editor/syntaxOf';
import type { LibraryService } from '../library/libraryService';
import type { PaperChooser } from '../sidebar/paperChooser';
import type { Command } from './command';

/** Cites papers at every cursor of the editor, in the syntax of its document. */
export class InsertCitation implements Command {
  readonly id = 'literatureNotes.insertCitation';
  readonly #library: LibraryService;
  readonly #chooser: PaperChooser;
  readonly #recent: RecentPapers;

  constructor(library: LibraryService, chooser: PaperChooser, recent: RecentPapers) {
    this.#library = library;
    this.#chooser = chooser;
    this.#recent = recent;
  }

  async execute(...args: unknown[]): Promise<void> {
    const entries = await this.#chooser.papers(args, { title: vscode.l10n.t('Insert Citation'), many: true });
    if (entries.length === 0) return;
    const keys = entries.map((entry) => entry.citekey);
    this.#recent.add(keys);
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
  const syntax = document ? syntaxOf(document) : pandoc;
  await vscode.env.clipboard.writeText(syntax.format({ items: keys.map((key) => ({ key })) }));
}

import * as vscode from 'vscode';
import { DEFAULT_SYNTAX } from '../../../citations/syntaxes';
import { citeAtCursors } from './citeAtCursors';
import type { RecentPapers } from '../completing/recentPapers';
import { type DefinedCommands, syntaxOf } from '../syntaxOf';
import type { Drafts } from '../../host/drafts';
import type { ChosenPapers } from '../../choosing/paperChoice';
import type { Command } from '../../host/command';
import { noDocument, offerCopy } from './offerCopy';
import { canWriteAll } from './unwritable';

/** Cites papers at every cursor of the editor, in the syntax of its document. */
export class InsertCitation implements Command {
  readonly id = 'literatureNotes.insertCitation';
  readonly #drafts: Pick<Drafts, 'active'>;
  readonly #chosen: ChosenPapers;
  readonly #recent: RecentPapers;
  readonly #defined: DefinedCommands;

  constructor(drafts: Pick<Drafts, 'active'>, chosen: ChosenPapers, recent: RecentPapers, defined: DefinedCommands) {
    this.#defined = defined;
    this.#drafts = drafts;
    this.#chosen = chosen;
    this.#recent = recent;
  }

  async execute(...args: unknown[]): Promise<void> {
    const title = vscode.l10n.t('Insert Citation');
    // Where one cites already, another paper is to be cited.
    const entries = await this.#chosen.papers(args, { title, many: true, inEditor: 'none' });
    if (entries.length === 0) return;
    const keys = entries.map((entry) => entry.citekey);
    const editor = await this.#drafts.active();
    const syntax = editor ? syntaxOf(editor.document) : DEFAULT_SYNTAX;
    if (!canWriteAll(keys, syntax)) return;
    this.#recent.add(keys);
    const refusal = editor ? await citeAtCursors(editor, keys, this.#defined) : noDocument();
    if (refusal === undefined) return;
    await offerCopy(refusal, syntax.format({ items: keys.map((key) => ({ key })) }));
  }
}

import * as vscode from 'vscode';
import type { CiteItem, Syntax } from '../../citations/syntax';
import { DEFAULT_SYNTAX } from '../../citations/syntaxes';
import { LocalFailure } from '../../online/zotero/failure';
import { pickerOf, pickInProgram, type Picked } from '../../online/zotero/cayw';
import { LOCAL_SERVER_NAMES } from '../../online/zotero/followed';
import { detailedEdits, detailedItem } from '../../workflows/detailedCitation';
import { type CiteAt, writeAtCursors } from '../citing/inserting/citeAtCursors';
import { noDocument, offerCopy } from '../citing/inserting/offerCopy';
import { canWriteAll } from '../citing/inserting/unwritable';
import { type DefinedCommands, syntaxOf } from '../citing/syntaxOf';
import type { Drafts } from '../host/drafts';
import { tell } from '../host/tell';
import { withNotification } from '../host/progress';
import { connectionTo } from './endpoints';
import { localSentence } from './localSentences';

/** Cites what the user picks in the window of Better BibTeX, or of JabRef. */
export class CiteFromZotero {
  /** Whether the user is asked to pick: one window of the other program is enough. */
  static #isPicking = false;
  readonly #drafts: Pick<Drafts, 'active'>;
  readonly #defined: DefinedCommands;

  constructor(drafts: Pick<Drafts, 'active'>, defined: DefinedCommands) {
    this.#defined = defined;
    this.#drafts = drafts;
  }

  async run(): Promise<void> {
    if (CiteFromZotero.#isPicking) return;
    CiteFromZotero.#isPicking = true;
    // Meanwhile the user may look at other documents.
    const [editor, picked] = await this.#pick().finally(() => (CiteFromZotero.#isPicking = false));
    if (picked) await this.#cite(picked, editor);
  }

  async #pick(): Promise<readonly [vscode.TextEditor | undefined, Picked | undefined]> {
    return [await this.#drafts.active(), await pickedByUser()];
  }

  async #cite(picked: Picked, editor: vscode.TextEditor | undefined): Promise<void> {
    const syntax = editor ? syntaxOf(editor.document, this.#defined) : DEFAULT_SYNTAX;
    const items = itemsOf(picked, syntax);
    if (items.length === 0) return;
    if (
      !canWriteAll(
        items.map(({ key }) => key),
        syntax,
      )
    )
      return;
    const citeAt: CiteAt = (text, offsets) => detailedEdits(text, offsets, items, 'parenthetical', syntax);
    const refusal = editor ? await writeAtCursors(editor, citeAt, this.#defined) : noDocument();
    if (refusal !== undefined) await offerCopy(refusal, syntax.format({ items }));
  }
}

/** What the user picks while a notification waits; undefined where there is nobody to pick from, and the user was told. */
async function pickedByUser(): Promise<Picked | undefined> {
  const program = connectionTo('zotero');
  try {
    const name = LOCAL_SERVER_NAMES[await pickerOf(program, new AbortController().signal)];
    return await withNotification(vscode.l10n.t('Pick papers in the window of {0}', name), (_, token) => {
      const abort = new AbortController();
      token.onCancellationRequested(() => abort.abort());
      return pickInProgram(program, abort.signal);
    });
  } catch (error) {
    const code = error instanceof LocalFailure ? error.code : undefined;
    if (code === 'cancelled') return undefined;
    const sentence =
      code === 'too-old'
        ? vscode.l10n.t('Citing from Zotero needs the plug-in Better BibTeX there.')
        : localSentence(error, LOCAL_SERVER_NAMES.zotero);
    tell(sentence, 'warning');
    return undefined;
  }
}

function itemsOf(picked: Picked, syntax: Syntax): readonly CiteItem[] {
  if ('items' in picked) return picked.items.map(({ key, ...details }) => detailedItem(key, details, syntax));
  // Written as Pandoc has it, and read as such; then each item is written as the document has it.
  const pandoc = DEFAULT_SYNTAX;
  return pandoc.find(picked.citation).flatMap(({ items }) =>
    items.map(({ key, prefix, locator, suffix, suppressAuthor }) => {
      const plain = (text: string | undefined) => (text === undefined ? undefined : pandoc.notes.plain(text));
      const details = { prefix: plain(prefix), locator: plain(locator), suffix: plain(suffix), suppressAuthor };
      return detailedItem(key, details, syntax);
    }),
  );
}

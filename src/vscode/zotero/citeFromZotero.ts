import * as vscode from 'vscode';
import type { CiteItem, Syntax } from '../../citations/syntax';
import { DEFAULT_SYNTAX } from '../../citations/syntaxes';
import { LocalFailure } from '../../online/zotero/failure';
import { pickInProgram, type Picked } from '../../online/zotero/cayw';
import { LOCAL_SERVER_NAMES } from '../../online/zotero/followed';
import { detailedEdits, detailedItem } from '../../workflows/detailedCitation';
import { type CiteAt, writeAtCursors } from '../citing/inserting/citeAtCursors';
import { noDocument, offerCopy } from '../citing/inserting/offerCopy';
import { canWriteAll } from '../citing/inserting/unwritable';
import { syntaxOf } from '../citing/syntaxOf';
import type { Drafts } from '../host/drafts';
import { tell } from '../host/tell';
import { withNotification } from '../host/progress';
import { connectionTo } from './endpoints';
import { localSentence } from './localSentences';

/** Cites what the user picks in the window of Better BibTeX, or of JabRef. */
export class CiteFromZotero {
  readonly #drafts: Pick<Drafts, 'active'>;

  constructor(drafts: Pick<Drafts, 'active'>) {
    this.#drafts = drafts;
  }

  async run(): Promise<void> {
    const editor = await this.#drafts.active();
    const syntax = editor ? syntaxOf(editor.document) : DEFAULT_SYNTAX;
    const picked = await pickedByUser();
    const items = picked && itemsOf(picked, syntax);
    if (!items || items.length === 0) return;
    if (
      !canWriteAll(
        items.map(({ key }) => key),
        syntax,
      )
    )
      return;
    const citeAt: CiteAt = (text, offsets) => detailedEdits(text, offsets, items, 'parenthetical', syntax);
    const refusal = editor ? await writeAtCursors(editor, citeAt) : noDocument();
    if (refusal !== undefined) await offerCopy(refusal, syntax.format({ items }));
  }
}

/** What the user picks while a notification waits; undefined where there is nobody to pick from, and the user was told. */
async function pickedByUser(): Promise<Picked | undefined> {
  const title = vscode.l10n.t('Pick papers in the window of Zotero');
  return withNotification(title, async (_, token) => {
    const abort = new AbortController();
    token.onCancellationRequested(() => abort.abort());
    try {
      return await pickInProgram(connectionTo('zotero'), abort.signal);
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
  });
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

import * as vscode from 'vscode';
import { inBackground } from '../../../base/inBackground';
import type { Syntax } from '../../../citations/syntax';
import { unwritableKeys } from '../../../citations/writableKeys';
import { choose } from '../../host/tell';
import { syntaxName } from './citationDetailsSentences';

/** The command that renames a citekey everywhere. */
const RENAME = 'literatureNotes.renameCitekey';

/**
 * Whether a syntax can write all of these keys. Where it cannot, nothing is to be written, as another paper would be cited: the
 * user is told, and can rename the key or copy it.
 */
export function canWriteAll(keys: readonly string[], syntax: Syntax): boolean {
  const [key] = unwritableKeys(keys, syntax);
  if (key === undefined) return true;
  inBackground(refuse(key, syntax));
  return false;
}

/** Why a syntax does not write a citekey. */
export function unwritableSentence(key: string, syntax: Syntax): string {
  return vscode.l10n.t(
    'The citekey “{0}” has signs that {1} cannot write: another paper could be cited. Give the paper another key.',
    key,
    syntaxName(syntax.id),
  );
}

async function refuse(key: string, syntax: Syntax): Promise<void> {
  const sentence = unwritableSentence(key, syntax);
  const rename = vscode.l10n.t('Rename Citekey…');
  const copy = vscode.l10n.t('Copy Citekey');
  const canRename = (await vscode.commands.getCommands(true)).includes(RENAME);
  const chosen = await choose(sentence, canRename ? [rename, copy] : [copy]);
  if (chosen === rename) await vscode.commands.executeCommand(RENAME, key);
  if (chosen === copy) await vscode.env.clipboard.writeText(key);
}

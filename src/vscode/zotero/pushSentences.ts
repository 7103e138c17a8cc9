import * as vscode from 'vscode';
import { LOCAL_SERVER_NAMES } from '../../online/zotero/followed';
import type { ItemRefusal } from '../../online/zotero/writing/writeItems';
import type { PushOutcome } from '../../workflows/pushing/push';
import type { PushPlan } from '../../workflows/pushing/pushPlan';
import { localSentence } from './localSentences';
import { localNumber } from '../host/number';
import { allOf } from '../host/wordList';

const ZOTERO = LOCAL_SERVER_NAMES.zotero;

/** So many citekeys are named in a sentence. */
const NAMED = 5;

/** What a plan would do, as the label of a button. @param place where new papers go */
export function planLabel({ added, changed }: PushPlan, place: string): string {
  const [adds, changes] = [added.length, changed.length];
  const add =
    adds === 1 ? vscode.l10n.t('Add 1 paper to “{0}”', place) : vscode.l10n.t('Add {0} papers to “{1}”', adds, place);
  const change = changes === 1 ? vscode.l10n.t('Change 1 item') : vscode.l10n.t('Change {0} items', changes);
  return [...(adds > 0 ? [add] : []), ...(changes > 0 ? [change] : [])].join(' · ');
}

/** What one should know before a plan is carried out. */
export function planWarning({ isUnchecked }: PushPlan): string | undefined {
  return isUnchecked
    ? vscode.l10n.t('Zotero does not tell which of them this library has. Those would be there twice.')
    : undefined;
}

/** What became of papers, in one sentence for each kind of fate. */
export function outcomeSentence(outcome: PushOutcome): string {
  const { added, changed, same, ambiguous, unchangeable, refused, left, stopped } = outcome;
  const nothing =
    [added, changed, ambiguous, unchangeable, left].every((keys) => keys.length === 0) && refused.size === 0;
  return [
    added.length > 0 ? vscode.l10n.t('Added to Zotero: {0}.', allOf(added, NAMED)) : '',
    changed.length > 0 ? vscode.l10n.t('Changed in Zotero: {0}.', allOf(changed, NAMED)) : '',
    nothing && same.length > 0 ? vscode.l10n.t('Zotero has that already.') : '',
    ambiguous.length > 0 ? vscode.l10n.t('Several items could be meant by {0}.', allOf(ambiguous, NAMED)) : '',
    unchangeable.length > 0
      ? vscode.l10n.t(
          'Zotero takes no changes before version 10: {0} stays as it is there.',
          allOf(unchangeable, NAMED),
        )
      : '',
    ...[...refused].slice(0, NAMED).map(([citekey, refusal]) => refusalSentence(citekey, refusal)),
    refused.size > NAMED ? vscode.l10n.t('And {0} others were not taken.', localNumber(refused.size - NAMED)) : '',
    stopped === undefined || stopped.code === 'cancelled' ? '' : localSentence(stopped, ZOTERO),
    left.length > 0 ? vscode.l10n.t('Not in Zotero: {0}.', allOf(left, NAMED)) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function refusalSentence(citekey: string, { code, message }: ItemRefusal): string {
  if (code === 413) return vscode.l10n.t('“{0}” is too large for Zotero.', citekey);
  return message === ''
    ? vscode.l10n.t('Zotero did not take “{0}”.', citekey)
    : vscode.l10n.t('Zotero did not take “{0}”: {1}.', citekey, message.replace(/\.$/, ''));
}

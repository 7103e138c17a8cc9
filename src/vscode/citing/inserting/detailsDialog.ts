import * as vscode from 'vscode';
import { LOCATOR_KINDS, type LocatorKind } from '../../../citations/locator';
import type { CitationForm, CiteItem, Syntax } from '../../../citations/syntax';
import { displayTitle } from '../../../library/model/display';
import type { input, pick } from '../../host/ask';
import type { Entry } from '../../../library/model/entry';
import { type CiteDetails, formsOf } from '../../../workflows/detailedCitation';
import { formName, locatorName } from './citationDetailsSentences';

/** Who asks the user. */
export interface Prompts {
  readonly pick: typeof pick;
  readonly input: typeof input;
}

interface LocatorChoice extends vscode.QuickPickItem {
  readonly locator: LocatorKind | undefined;
}

/** Asks what is to be said about one cited paper; undefined where the user cancelled. Every step can be left empty. */
export async function askDetails(entry: Entry, prompts: Prompts): Promise<CiteDetails | undefined> {
  const title = displayTitle(entry);
  const prefix = await ask(prompts, title, vscode.l10n.t('Text before, such as “see” (Enter for none)'));
  if (prefix === undefined) return undefined;
  const locator = await askLocator(title, prompts);
  if (locator === undefined) return undefined;
  const suffix = await ask(prompts, title, vscode.l10n.t('Text after, such as “and passim” (Enter for none)'));
  return suffix === undefined ? undefined : { prefix, suffix, locator: locator.value === '' ? undefined : locator };
}

/** Asks how the citation is to read, where the syntax has several forms; undefined where the user cancelled. */
export async function askForm(
  syntax: Syntax,
  items: readonly CiteItem[],
  prompts: Prompts,
): Promise<CitationForm | undefined> {
  const forms = formsOf(syntax, items);
  if (forms.length < 2) return forms[0]?.form ?? 'parenthetical';
  const choices = forms.map(({ form, text }) => ({ label: formName(form), description: text, form }));
  const placeHolder = vscode.l10n.t('How the citation is to read');
  return (await prompts.pick(choices, { placeHolder, ignoreFocusOut: true }))?.form;
}

async function askLocator(title: string, prompts: Prompts): Promise<{ kind: LocatorKind; value: string } | undefined> {
  const none: LocatorChoice = { label: vscode.l10n.t('The whole work'), locator: undefined };
  const kinds = LOCATOR_KINDS.map((kind): LocatorChoice => ({ label: locatorName(kind), locator: kind }));
  const placeHolder = vscode.l10n.t('The place in the work');
  const choice = await prompts.pick([none, ...kinds], { title, placeHolder, ignoreFocusOut: true });
  if (!choice) return undefined;
  if (choice.locator === undefined) return { kind: 'page', value: '' };
  const value = await ask(prompts, title, vscode.l10n.t('{0}: number or range, such as 33-35', choice.label));
  return value === undefined ? undefined : { kind: choice.locator, value };
}

function ask(prompts: Prompts, title: string, prompt: string): Thenable<string | undefined> {
  return prompts.input({ title, prompt, ignoreFocusOut: true });
}

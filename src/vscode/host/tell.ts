import * as vscode from 'vscode';
import { inert } from '../../base/inert';
import { reasonOf } from '../../base/reason';
import type { Log } from './log';

/*
 * What the user is told in notifications and above the rows of views. Sentences name citekeys, titles, file names and the reasons of others; VS Code would
 * make links of some of that, which run commands. So every sentence is made inert here, and lint forbids other ways.
 */

/** How serious a sentence is. */
export type Tone = 'information' | 'warning' | 'error';

const SHOW: Readonly<Record<Tone, (message: string, ...actions: string[]) => Thenable<string | undefined>>> = {
  information: (message, ...actions) => vscode.window.showInformationMessage(message, ...actions),
  warning: (message, ...actions) => vscode.window.showWarningMessage(message, ...actions),
  error: (message, ...actions) => vscode.window.showErrorMessage(message, ...actions),
};

/** Tells the user a sentence. */
export function tell(sentence: string, tone: Tone = 'information'): void {
  void SHOW[tone](inert(sentence));
}

/**
 * Says a sentence above the rows of a view; none takes it away. What it says already is not said again: VS Code lets the rows of a
 * view rest for 200 ms after each change, of its sentence too.
 */
export function tellInView(view: Pick<vscode.TreeView<unknown>, 'message'>, sentence: string | undefined): void {
  const message = sentence === undefined ? undefined : inert(sentence);
  if ((view.message ?? '') !== (message ?? '')) view.message = message;
}

/** Tells a sentence with one action; resolves to whether the action was chosen. */
export async function offer(sentence: string, action: string, tone: Tone = 'warning'): Promise<boolean> {
  return (await choose(sentence, [action], tone)) === action;
}

/** Tells a sentence with some actions, or none; resolves to the one that was chosen. */
export async function choose(
  sentence: string,
  actions: readonly string[],
  tone: Tone = 'warning',
): Promise<string | undefined> {
  return SHOW[tone](inert(sentence), ...actions);
}

/** Does what VS Code asked for where it tells the user what is thrown, as for a rename: that is a sentence like the others then. */
export async function throwingSentences<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new Error(inert(reasonOf(error)), { cause: error });
  }
}

/** Tells of an error that is in the log, with a button that opens it. */
export async function tellError(log: Log, sentence: string): Promise<void> {
  if (await offer(sentence, vscode.l10n.t('Show Log'), 'error')) log.show();
}

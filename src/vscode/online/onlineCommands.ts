import * as vscode from 'vscode';
import type { Services } from '../shell/services';
import type { OnlineFeature } from '.';
import { PaperAdding } from './addPaper';
import { completeMetadata as complete } from './checking/completeMetadata';
import { findPublishedVersion as findPublished } from './checking/findPublishedVersion';
import { apiVerdicts, verifyReferences as verify } from './checking/verifyReferences';
import { setServiceKey as askForKey } from './setServiceKey';

/* The commands of the feature, each as a function of the services and its arguments. */

/**
 * Adds papers by identifiers, titles, references or entries, given as a text or asked for. With `{ source }` as second argument they are
 * offered for that list; with `{ source, confirm: false }` all that is found is added to it without a question. Gives the citekeys.
 * Nobody is asked either where such a call is wrong: it is refused with a sentence.
 */
export async function addPaper(services: Services, text: unknown, how: unknown): Promise<readonly string[]> {
  const adding = new PaperAdding(services, await services.online());
  const { source, confirm } = (typeof how === 'object' && how !== null ? how : {}) as Readonly<Record<string, unknown>>;
  const list = source instanceof vscode.Uri ? source : undefined;
  const asked = wordsOf(text);
  if (confirm !== false) return adding.add(asked, list);
  if (asked === undefined) throw new Error(vscode.l10n.t('No paper is named there.'));
  if (!list) throw new Error(vscode.l10n.t('The list that papers are added to has to be given as a Uri.'));
  return adding.addAtOnce(asked, list);
}

/** Checks what papers say, by citekeys or all of a document or source, and gives the verdicts. */
export async function verifyReferences(feature: OnlineFeature, ...args: unknown[]) {
  return apiVerdicts(await verify(feature, await feature.verdicts(), args));
}

/** Shows what a verdict's fix would change, and changes it where the user agrees. */
export async function _changeInDiff({ verdicts }: OnlineFeature, citekey: unknown, field: unknown): Promise<boolean> {
  return (await verdicts()).changeInDiff(citekey, field);
}

/**
 * Fills in what papers do not say and services know, and offers what they have otherwise. With `{ confirm: false }` as second argument only
 * what is missing is filled in, without a question. Gives the citekeys of the papers that were changed.
 */
export async function completeMetadata(services: Services, ...args: unknown[]): Promise<readonly string[]> {
  return complete(services, args);
}

/** Finds what was published of preprints, and changes their entries where the user confirms it. Gives the citekeys of those. */
export async function findPublishedVersion(services: Services, ...args: unknown[]): Promise<readonly string[]> {
  return findPublished(services, args);
}

/** Keeps the user's own key of a service, or forgets it. */
export async function setServiceKey({ online }: Services): Promise<void> {
  await askForKey(await online());
}

function wordsOf(text: unknown): string | undefined {
  return typeof text === 'string' && text.trim() !== '' ? text : undefined;
}

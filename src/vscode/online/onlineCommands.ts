import * as vscode from 'vscode';
import type { Services } from '../shell/services';
import { PaperAdding, type AtOnce } from './addPaper';
import { setServiceKey as askForKey } from './setServiceKey';

/* The commands of the feature, each as a function of the services and its arguments. */

/**
 * Adds papers by identifiers, titles, references or entries, given as a text or asked for. With `{ source, confirm: false }` as second
 * argument all that is found is added to that list without a question. Gives the citekeys.
 */
export async function addPaper({ library, online }: Services, text: unknown, how: unknown): Promise<readonly string[]> {
  const adding = new PaperAdding(library, await online());
  const asked = wordsOf(text);
  return asked !== undefined && isAtOnce(how) ? adding.addAtOnce(asked, how) : adding.add(asked);
}

/** Keeps the user's own key of a service, or forgets it. */
export async function setServiceKey({ online }: Services): Promise<void> {
  await askForKey(await online());
}

function wordsOf(text: unknown): string | undefined {
  return typeof text === 'string' && text.trim() !== '' ? text : undefined;
}

function isAtOnce(how: unknown): how is AtOnce {
  if (typeof how !== 'object' || how === null) return false;
  const { source, confirm } = how as { source?: unknown; confirm?: unknown };
  return source instanceof vscode.Uri && confirm === false;
}

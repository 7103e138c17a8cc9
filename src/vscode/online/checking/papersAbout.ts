import * as vscode from 'vscode';
import type { Entry } from '../../../library/model/entry';
import { tell } from '../../host/tell';
import type { Services } from '../../shell/services';

/** The papers that a command is about: those that a document cites, those of a source, or those that are given, selected or picked. */
export async function papersAbout(
  { library, citations, choice }: Pick<Services, 'library' | 'citations' | 'choice'>,
  args: readonly unknown[],
  title: string,
): Promise<readonly Entry[]> {
  const [first] = args;
  if (!(first instanceof vscode.Uri)) return choice.papers(args, { title, many: true });
  const uri = first.toString();
  if (library.isSource(first)) return library.own.entries().filter(({ source }) => source.uri === uri);
  const keys = new Set((await citations.citedIn(uri)).map(({ key }) => key));
  const found = [...keys].map((key) => entryOf(library.own, key)).filter((entry) => entry !== undefined);
  if (found.length === 0) tell(vscode.l10n.t('This document cites no paper of the library.'));
  return [...new Set(found)];
}

/** The entry of a citekey or of a further name; undefined where there is none, or several. */
export function entryOf(library: Services['library']['own'], key: string): Entry | undefined {
  const found = library.resolve(key);
  if (found === undefined || 'candidates' in found) return undefined;
  return 'entry' in found ? found.entry : found.aliasOf;
}

/** Whether another extension wants a command done without a question: `{ confirm: false }`. */
export function isAtOnce(how: unknown): boolean {
  return typeof how === 'object' && how !== null && (how as { confirm?: unknown }).confirm === false;
}

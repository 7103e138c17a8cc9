import * as vscode from 'vscode';
import { authorNames } from '../../library/model/display';
import type { Entry } from '../../library/model/entry';
import { SERVICES } from '../../online/services';
import type { OfferedPaper } from '../../workflows/adding/offeredPapers';
import { paperLine } from '../../workflows/paperRow';
import { changingList, inertItem, pick } from '../host/ask';
import type { WritableSource } from '../library/libraryService';
import { localNumber } from '../host/number';
import { sideBySide } from '../host/wordList';

/** What the user wants added, and where. */
export interface Chosen {
  readonly entries: readonly Entry[];
  readonly target: WritableSource;
}

interface PreviewItem extends vscode.QuickPickItem {
  readonly entry?: Entry;
}

/** A paper that was found. */
export type FoundPaper = Extract<OfferedPaper, { entry: Entry }>;

const AUTHORS = 3;
const ABSTRACT = 300;

/** Shows what was found: ticked, unless the library seems to have it. Undefined where the user left it. */
export async function previewPapers(
  papers: readonly FoundPaper[],
  unfound: number,
  targets: readonly WritableSource[],
): Promise<Chosen | undefined> {
  let [target] = targets;
  for (;;) {
    const answer = await preview(papers, unfound, target, targets.length > 1);
    if (answer !== 'elsewhere') return answer && { entries: answer, target };
    const items = targets.map((source) => ({ label: vscode.workspace.asRelativePath(source.uri), source }));
    target = (await pick(items, { placeHolder: vscode.l10n.t('Add the entry to') }))?.source ?? target;
  }
}

function preview(
  papers: readonly FoundPaper[],
  unfound: number,
  target: WritableSource,
  hasOthers: boolean,
): Promise<readonly Entry[] | 'elsewhere' | undefined> {
  const list = changingList<PreviewItem>(
    [vscode.l10n.t('Add to {0}', vscode.workspace.asRelativePath(target.uri)), notFound(unfound)]
      .filter(Boolean)
      .join(' · '),
    vscode.l10n.t('Enter adds what is ticked'),
  );
  const elsewhere: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('folder-opened'),
    tooltip: vscode.l10n.t('Add to Another List…'),
  };
  if (hasOthers) list.buttons = [elsewhere];
  list.canSelectMany = true;
  list.matchOnDetail = true;
  list.ignoreFocusOut = true;
  const items = papers.map(previewItem);
  list.items = items;
  list.selectedItems = items.filter((_, i) => papers[i].own === undefined);
  return new Promise((resolve) => {
    list.onDidTriggerButton(() => {
      resolve('elsewhere');
      list.hide();
    });
    list.onDidAccept(() => {
      resolve(list.selectedItems.map(({ entry }) => entry).filter((entry) => entry !== undefined));
      list.hide();
    });
    list.onDidHide(() => {
      resolve(undefined);
      list.dispose();
    });
    list.show();
  });
}

function notFound(count: number): string {
  if (count === 0) return '';
  return count === 1
    ? vscode.l10n.t('1 not found, told next')
    : vscode.l10n.t('{0} not found, told next', localNumber(count));
}

function previewItem({ entry, found, own }: FoundPaper): PreviewItem {
  const authors = sideBySide(authorNames(entry), AUTHORS);
  const from = found && SERVICES[found.service].name;
  const abstract = entry.abstract?.replace(/\s+/g, ' ').slice(0, ABSTRACT);
  const retracted = found?.isRetracted ? vscode.l10n.t('RETRACTED') : undefined;
  return inertItem({
    entry,
    label: paperLine(entry),
    description: own ? vscode.l10n.t('in your library: {0}', own.citekey) : entry.citekey,
    detail: [retracted, authors, entry.venue, from, abstract].filter(Boolean).join(' · '),
    alwaysShow: true,
  });
}

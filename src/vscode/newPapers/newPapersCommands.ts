import * as vscode from 'vscode';
import { withViewProgress } from '../host/progress';
import type { NewPaper } from '../../workflows/newPapers/newPaper';
import { isSame } from '../../workflows/newPapers/paperNames';
import { exportedChoices } from '../../workflows/newPapers/choices';
import type { CslItem } from '../../library/model/csl';
import { SECTIONS } from '../../workflows/newPapers/shownPapers';
import type { Services } from '../shell/services';
import { chooseFeeds } from './chooseFeeds';
import { feedSettings } from './feedSettings';
import { NewPaperActions } from './newPaperActions';
import { MoreNode, NewPaperNode } from './newPapersNode';
import type { NewPapersService } from './newPapersService';
import type { NewPapersView } from './newPapersView';
import { openDigest } from './openDigest';

/** What the commands of the feature do, by their names without the prefix. */
export function newPapersCommands(
  services: Services,
  service: NewPapersService,
  view: NewPapersView,
): Record<string, (...args: unknown[]) => unknown> {
  const actions = new NewPaperActions(service, services);
  const chosen = (args: readonly unknown[]) => papersOf(args, service) ?? papersIn(view.rows.take());
  return {
    chooseFeeds,
    fetchNewPapers: () => fetchNow(service),
    openDigest: () => openDigest(service),
    addNewPaper: (...args) => actions.add(chosen(args), false),
    addNewPaperWithNote: (...args) => actions.add(chosen(args), true),
    keepForLater: (...args) => actions.mark(chosen(args), 'later'),
    notForMe: (...args) => actions.mark(chosen(args), 'unwanted'),
    openNewPaper: (...args) => actions.open(chosen(args)),
    followFromPaper: (...args) => actions.wish(chosen(args), 'follow', wordOf(args)),
    muteFromPaper: (...args) => actions.wish(chosen(args), 'mute', wordOf(args)),
    undoNewPapers: () => actions.undo(),
    exportNewPapers: async () => {
      await service.settled();
      const content = JSON.stringify(exportedChoices(service.choices.value, service.seen.value), null, 2);
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'json', content }));
    },
    _showNewPaper: (...args) => actions.show(chosen(args)),
    _moreNewPapers: (node) => (node instanceof MoreNode ? view.tree.showMore(node.section) : undefined),
    _takeFocusedNewPaper: () => view.rows.takeFocused(),
  };
}

/** Asks all feeds now, and says what came. @returns how many new papers there are */
async function fetchNow(service: NewPapersService): Promise<number> {
  if (!feedSettings().some((stated) => 'feed' in stated)) {
    await chooseFeeds();
    if (!feedSettings().some((stated) => 'feed' in stated)) return 0;
  }
  return withViewProgress('literatureNotes.newPapers', () => service.fetch(true));
}

function papersIn(rows: readonly unknown[]): NewPaper[] {
  return rows.flatMap((row) => (row instanceof NewPaperNode ? [row.ranked.paper] : []));
}

/**
 * The papers that a command is given: rows of the view, the one that was clicked and all that are selected, or items as the API gives
 * them. Undefined where it is given none.
 */
function papersOf([first, second]: readonly unknown[], service: NewPapersService): NewPaper[] | undefined {
  const rows = papersIn(Array.isArray(second) && second.length > 0 ? second : [first]);
  if (rows.length > 0) return rows;
  const items = (Array.isArray(first) ? first : [first]).filter((item): item is CslItem => isItem(item));
  if (items.length === 0) return undefined;
  const sections = service.sections();
  const all = SECTIONS.flatMap((section) => sections[section]).map(({ paper }) => paper);
  const wanted = items.map((item) => ({ item, url: item.URL, places: item.URL === undefined ? [] : [item.URL] }));
  return all.filter((paper) => wanted.some((each) => isSame(each, paper)));
}

function isItem(value: unknown): boolean {
  return typeof value === 'object' && value !== null && typeof (value as CslItem).title === 'string';
}

/** `{ author: 'Kaiming He' }` or `{ word: 'diffusion' }`, as others give it. */
function wordOf(args: readonly unknown[]): { kind: 'author' | 'word'; text: string } | undefined {
  for (const arg of args) {
    if (typeof arg !== 'object' || arg === null) continue;
    const { author, word } = arg as { author?: unknown; word?: unknown };
    if (typeof author === 'string' && author.trim() !== '') return { kind: 'author', text: author.trim() };
    if (typeof word === 'string' && word.trim() !== '') return { kind: 'word', text: word.trim() };
  }
  return undefined;
}

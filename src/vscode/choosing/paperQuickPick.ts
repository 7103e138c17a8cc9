import * as vscode from 'vscode';
import { authorNames } from '../../library/model/display';
import type { Entry } from '../../library/model/entry';
import type { SearchService } from '../../search/contract';
import { paperLine } from '../../workflows/paperRow';
import { changingList, inertItem } from '../host/ask';
import type { Log } from '../host/log';
import { sideBySide } from '../host/wordList';
import type { LibraryService } from '../library/libraryService';

/** How many papers the list offers at a time; typing narrows it down. */
const LIMIT = 100;
/** How many authors a row names. */
const AUTHORS = 4;

interface PaperItem extends vscode.QuickPickItem {
  readonly entry: Entry;
}

/** A quick pick over all papers with the search of the sidebar. */
export class PaperQuickPick {
  readonly #library: LibraryService;
  readonly #search: SearchService;
  readonly #log: Log;

  constructor(library: LibraryService, search: SearchService, log: Log) {
    this.#library = library;
    this.#search = search;
    this.#log = log;
  }

  /** The papers that the user picks; with `many`, several can be ticked, and Enter without a tick takes the marked row. */
  pick(title: string, many: boolean): Promise<readonly Entry[]> {
    const pick = changingList<PaperItem>(title, vscode.l10n.t('Search by title, author, year or citekey'));
    pick.canSelectMany = many;
    pick.matchOnDetail = true;
    let offered = this.#offer(pick, '');
    pick.onDidChangeValue((value) => (offered = this.#offer(pick, value)));
    return new Promise((resolve) => {
      const accept = async () => {
        // Whoever types and presses Enter at once means what is found for that.
        const best = await offered;
        const { selectedItems, activeItems } = pick;
        const marked = activeItems.find((item) => pick.items.includes(item)) ?? best;
        const chosen = selectedItems.length > 0 ? selectedItems : marked ? [marked] : [];
        resolve(chosen.map((item) => item.entry));
        pick.hide();
      };
      pick.onDidAccept(accept);
      pick.onDidHide(() => {
        resolve([]);
        pick.dispose();
      });
      pick.show();
    });
  }

  /** Offers what is found for a text, the best of it marked; gives that, or undefined where nothing is found. */
  async #offer(pick: vscode.QuickPick<PaperItem>, value: string): Promise<PaperItem | undefined> {
    const found = await this.#find(value);
    if (pick.value !== value) return undefined;
    const ticked = pick.canSelectMany ? [...pick.selectedItems] : [];
    const known = new Map(ticked.map((item) => [item.entry, item]));
    const fresh = found.filter((entry) => !known.has(entry)).map(paperItem);
    const best = found.length > 0 ? (known.get(found[0]) ?? fresh[0]) : undefined;
    pick.items = [...ticked, ...fresh];
    if (ticked.length > 0) pick.selectedItems = ticked;
    pick.activeItems = best ? [best] : [];
    return best;
  }

  async #find(value: string): Promise<readonly Entry[]> {
    if (value.trim() === '') return this.#library.shown.entries().slice(0, LIMIT);
    try {
      const answer = await this.#search.search(value, LIMIT);
      const entries = answer.slice(0, LIMIT).map((hit) => this.#library.shown.get(hit.id));
      return entries.filter((entry) => entry !== undefined);
    } catch (error) {
      this.#log.error('Searching for the quick pick', error);
      return [];
    }
  }
}

function paperItem(entry: Entry): PaperItem {
  const authors = sideBySide(authorNames(entry), AUTHORS);
  return inertItem({
    entry,
    label: paperLine(entry),
    detail: [entry.citekey, authors].filter(Boolean).join(' · '),
    // Our search has chosen the papers; VS Code must not filter them again by its own rules.
    alwaysShow: true,
  });
}

import * as vscode from 'vscode';
import { changingList, inertItem } from '../host/ask';
import type { Command } from '../host/command';
import { tell } from '../host/tell';
import { renameSearch } from './saveSearch';
import type { SavedSearch, SearchMemory } from './searchMemory';
import type { SearchSession } from './searchSession';
import type { SearchView } from './searchView';

interface SearchItem extends vscode.QuickPickItem {
  readonly query?: string;
  readonly saved?: SavedSearch;
}

interface SearchButton extends vscode.QuickInputButton {
  /** @returns whether the list goes away for it, and comes back when it is done */
  readonly act: (item: SearchItem) => { readonly done: Thenable<void>; readonly needsRoom?: boolean };
}

/** Searches again for what was saved or searched lately. */
export class OpenSearch implements Command {
  readonly id = 'literatureNotes.openSearch';
  readonly #session: SearchSession;
  readonly #memory: SearchMemory;
  readonly #view: SearchView;

  constructor(session: SearchSession, memory: SearchMemory, view: SearchView) {
    this.#session = session;
    this.#memory = memory;
    this.#view = view;
  }

  /** @param name of a saved search; the user chooses where it is left out */
  async execute(name?: unknown): Promise<void> {
    const query = typeof name === 'string' ? this.#known(name) : await this.#choose();
    if (query === undefined) return;
    await this.#session.setQuery(query);
    await this.#view.focus();
  }

  #known(name: string): string | undefined {
    const query = this.#memory.named(name)?.query;
    if (query === undefined) tell(vscode.l10n.t('No search is saved by the name “{0}”.', name), 'warning');
    return query;
  }

  #choose(): Promise<string | undefined> {
    if (this.#items().length === 0) {
      tell(vscode.l10n.t('Nothing was searched for yet. The star beside the search box saves a search.'));
      return Promise.resolve(undefined);
    }
    return new Promise((resolve) => this.#show(resolve));
  }

  #show(resolve: (query: string | undefined) => void): void {
    const list = changingList<SearchItem>(vscode.l10n.t('Searches'), vscode.l10n.t('A saved or recent search'));
    list.matchOnDescription = true;
    list.items = this.#items();
    let isBack = false;
    list.onDidTriggerItemButton(async ({ button, item }) => {
      const { done, needsRoom } = (button as SearchButton).act(item);
      if (needsRoom) {
        isBack = true;
        list.hide();
      }
      await done;
      if (needsRoom) this.#show(resolve);
      else list.items = this.#items();
    });
    list.onDidAccept(() => {
      resolve(list.selectedItems.at(0)?.query);
      list.hide();
    });
    list.onDidHide(() => {
      if (!isBack) resolve(undefined);
      list.dispose();
    });
    list.show();
  }

  #items(): SearchItem[] {
    const saved = this.#memory.saved.map((search) => this.#savedItem(search));
    const recent = this.#memory.recent.map((query) => this.#recentItem(query));
    return [...under(vscode.l10n.t('Saved'), saved), ...under(vscode.l10n.t('Recent'), recent)];
  }

  #savedItem(saved: SavedSearch): SearchItem {
    const { name, query, starred, scope } = saved;
    const place = scope === 'user' ? vscode.l10n.t('in all workspaces') : '';
    return inertItem({
      label: name,
      description: [query === name ? '' : query, place].filter(Boolean).join(' · '),
      iconPath: new vscode.ThemeIcon(starred ? 'star-full' : 'search'),
      query,
      saved,
      buttons: [
        button(
          starred ? 'star-full' : 'star-empty',
          starred ? vscode.l10n.t('Take from under the Box') : vscode.l10n.t('Show under the Box'),
          () => ({
            done: this.#memory.save({ ...saved, starred: !starred }),
          }),
        ),
        button('edit', vscode.l10n.t('Rename'), () => ({ done: renameSearch(this.#memory, saved), needsRoom: true })),
        button('trash', vscode.l10n.t('Delete'), () => ({ done: this.#memory.remove(saved) })),
      ],
    });
  }

  #recentItem(query: string): SearchItem {
    const forget = () => ({ done: this.#memory.forget(query) });
    return inertItem({
      label: query,
      iconPath: new vscode.ThemeIcon('history'),
      query,
      buttons: [button('close', vscode.l10n.t('Remove from Recent Searches'), forget)],
    });
  }
}

function under(title: string, items: readonly SearchItem[]): SearchItem[] {
  return items.length === 0 ? [] : [{ label: title, kind: vscode.QuickPickItemKind.Separator }, ...items];
}

function button(icon: string, tooltip: string, act: SearchButton['act']): SearchButton {
  return { iconPath: new vscode.ThemeIcon(icon), tooltip, act };
}

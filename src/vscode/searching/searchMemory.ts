import * as vscode from 'vscode';

/** Where a saved search is kept: with this workspace, or with the user in all of them. */
export const SEARCH_SCOPES = ['workspace', 'user'] as const;
export type SearchScope = (typeof SEARCH_SCOPES)[number];

/** A search that the user gave a name. */
export interface SavedSearch {
  readonly name: string;
  readonly query: string;
  /** Whether it stands under the search box. */
  readonly starred: boolean;
  readonly scope: SearchScope;
}

/** Where VS Code keeps state. */
export type SearchStates = Readonly<Record<SearchScope, Pick<vscode.Memento, 'get' | 'update'>>>;

const SAVED = 'searches.saved';
const RECENT = 'searches.recent';
/** So many recent searches are kept. */
const MOST_RECENT = 12;
/** So many searches can be saved in one place, and so long a name or query can be. */
const MOST_SAVED = 500;
const LONGEST = 1000;

/** The searches that were made lately in this workspace, and those that were saved. */
export class SearchMemory implements vscode.Disposable {
  readonly #states: SearchStates;
  readonly #changed = new vscode.EventEmitter<void>();

  readonly onDidChange = this.#changed.event;

  constructor(states: SearchStates) {
    this.#states = states;
  }

  /** The recent queries, the last first. */
  get recent(): readonly string[] {
    const stored = this.#states.workspace.get<unknown>(RECENT);
    return Array.isArray(stored) ? stored.filter((query): query is string => isText(query)) : [];
  }

  /** The saved searches: starred ones first, then those of the workspace before the user's, each by name. */
  get saved(): readonly SavedSearch[] {
    const all = SEARCH_SCOPES.flatMap((scope) => this.#savedIn(scope));
    return all.sort((a, b) => Number(b.starred) - Number(a.starred));
  }

  /** The search of this name; the workspace's where the user has one of that name, too. */
  named(name: string): SavedSearch | undefined {
    const wanted = name.trim().toLowerCase();
    return SEARCH_SCOPES.flatMap((scope) => this.#savedIn(scope)).find((one) => one.name.toLowerCase() === wanted);
  }

  /** Remembers a query that was searched for; one that goes on from the last takes its place. */
  async remember(query: string): Promise<void> {
    const text = query.trim();
    if (!isText(text)) return;
    const [last, ...others] = this.recent;
    const kept = last !== undefined && !text.startsWith(last) ? [last, ...others] : others;
    await this.#put('workspace', RECENT, [text, ...kept.filter((one) => one !== text)].slice(0, MOST_RECENT));
  }

  async forget(query: string): Promise<void> {
    const kept = this.recent.filter((one) => one !== query);
    await this.#put('workspace', RECENT, kept);
  }

  /** Saves a search, in the place of one of the same name there. */
  async save(search: SavedSearch): Promise<void> {
    const { scope, name } = search;
    const others = this.#savedIn(scope).filter((one) => one.name.toLowerCase() !== name.toLowerCase());
    const all = [...others, search].sort((a, b) => a.name.localeCompare(b.name)).slice(0, MOST_SAVED);
    await this.#put(scope, SAVED, all.map(stored));
  }

  async remove({ scope, name }: SavedSearch): Promise<void> {
    const kept = this.#savedIn(scope).filter((one) => one.name !== name);
    await this.#put(scope, SAVED, kept.map(stored));
  }

  #savedIn(scope: SearchScope): SavedSearch[] {
    const all = this.#states[scope].get<unknown>(SAVED);
    return Array.isArray(all) ? all.flatMap((one) => read(one, scope)) : [];
  }

  async #put(scope: SearchScope, key: string, value: unknown): Promise<void> {
    await this.#states[scope].update(key, value);
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

function stored({ name, query, starred }: SavedSearch): object {
  return { name, query, starred };
}

/** A search as it was stored; none where that is something else. */
function read(value: unknown, scope: SearchScope): SavedSearch[] {
  if (typeof value !== 'object' || value === null || !('name' in value) || !('query' in value)) return [];
  const { name, query } = value;
  if (!isText(name) || !isText(query)) return [];
  return [{ name, query, starred: 'starred' in value && value.starred === true, scope }];
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST;
}

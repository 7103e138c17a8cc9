import * as vscode from 'vscode';
import { input, pick } from '../host/ask';
import type { Command } from '../host/command';
import { tell } from '../host/tell';
import { type SavedSearch, SEARCH_SCOPES, type SearchMemory, type SearchScope } from './searchMemory';
import type { SearchSession } from './searchSession';

/** Gives the search of the box a name, by which it is found again; starred, it stands under the box. */
export class SaveSearch implements Command {
  readonly id = 'literatureNotes.saveSearch';
  readonly #session: SearchSession;
  readonly #memory: SearchMemory;

  constructor(session: SearchSession, memory: SearchMemory) {
    this.#session = session;
    this.#memory = memory;
  }

  /**
   * @param given the name; asked for where it is left out
   * @param where `workspace` or `user`; asked for where neither this nor a name is given
   */
  async execute(given?: unknown, where?: unknown): Promise<void> {
    const query = this.#session.query.trim();
    if (query === '') {
      tell(vscode.l10n.t('Search for something first: what stands in the search box is saved.'));
      return;
    }
    const hasName = typeof given === 'string' && given.trim() !== '';
    const name = hasName ? given : await askName(query);
    if (name === undefined || name.trim() === '') return;
    const stated = SEARCH_SCOPES.find((one) => one === where);
    const scope = stated ?? (hasName ? 'workspace' : await askScope());
    if (scope === undefined) return;
    await this.#memory.save({ name: name.trim(), query, starred: true, scope });
  }
}

/** Asks for another name of a saved search. */
export async function renameSearch(memory: SearchMemory, search: SavedSearch): Promise<void> {
  const name = (await askName(search.name))?.trim();
  if (!name || name === search.name) return;
  await memory.remove(search);
  await memory.save({ ...search, name });
}

function askName(value: string): Promise<string | undefined> {
  return input({ title: vscode.l10n.t('Save Search'), prompt: vscode.l10n.t('The name of the search'), value });
}

async function askScope(): Promise<SearchScope | undefined> {
  const items = [
    { label: vscode.l10n.t('In this workspace'), scope: 'workspace' as const },
    { label: vscode.l10n.t('In all my workspaces'), scope: 'user' as const },
  ];
  return (await pick(items, { placeHolder: vscode.l10n.t('Where the search is kept') }))?.scope;
}

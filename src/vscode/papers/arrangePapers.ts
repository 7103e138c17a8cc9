import * as vscode from 'vscode';
import { type Grouping, GROUPINGS, type Sorting, SORTINGS } from '../../workflows/arrangement';
import type { ArrangementMemory } from './arrangementMemory';
import { pick } from '../host/ask';
import type { Command } from '../host/command';

/** Asks what the papers are grouped by. */
export class GroupPapers implements Command {
  readonly id = 'literatureNotes.groupPapers';
  readonly #memory: ArrangementMemory;

  constructor(memory: ArrangementMemory) {
    this.#memory = memory;
  }

  async execute(value: unknown): Promise<void> {
    const given = GROUPINGS.find((grouping) => grouping === value);
    const grouping =
      given ?? (await choose(GROUPINGS, this.#memory.current.grouping, groupingName, vscode.l10n.t('Group papers by')));
    if (grouping) await this.#memory.change({ grouping });
  }
}

/** Asks what the papers are sorted by. */
export class SortPapers implements Command {
  readonly id = 'literatureNotes.sortPapers';
  readonly #memory: ArrangementMemory;

  constructor(memory: ArrangementMemory) {
    this.#memory = memory;
  }

  async execute(value: unknown): Promise<void> {
    const given = SORTINGS.find((sorting) => sorting === value);
    const sorting =
      given ?? (await choose(SORTINGS, this.#memory.current.sorting, sortingName, vscode.l10n.t('Sort papers by')));
    if (sorting) await this.#memory.change({ sorting });
  }
}

async function choose<T>(
  values: readonly T[],
  current: T,
  name: (value: T) => string,
  placeHolder: string,
): Promise<T | undefined> {
  const items = values.map((value) => ({
    label: name(value),
    description: value === current ? vscode.l10n.t('current') : '',
    value,
  }));
  return (await pick(items, { placeHolder }))?.value;
}

function groupingName(grouping: Grouping): string {
  switch (grouping) {
    case 'none':
      return vscode.l10n.t('No grouping');
    case 'year':
      return vscode.l10n.t('Year');
    case 'author':
      return vscode.l10n.t('Author');
    case 'venue':
      return vscode.l10n.t('Venue');
    case 'keyword':
      return vscode.l10n.t('Keyword');
    case 'status':
      return vscode.l10n.t('Status');
    case 'rating':
      return vscode.l10n.t('Rating');
    case 'tag':
      return vscode.l10n.t('Tag of the note');
    case 'collection':
      return vscode.l10n.t('Collection');
    case 'source':
      return vscode.l10n.t('Source');
  }
}

function sortingName(sorting: Sorting): string {
  switch (sorting) {
    case 'relevance':
      return vscode.l10n.t('Relevance (order of the list without a search)');
    case 'year':
      return vscode.l10n.t('Year, newest first');
    case 'author':
      return vscode.l10n.t('Author');
    case 'title':
      return vscode.l10n.t('Title');
    case 'citekey':
      return vscode.l10n.t('Citekey');
  }
}

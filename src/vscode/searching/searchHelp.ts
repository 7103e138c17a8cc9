import * as vscode from 'vscode';
import { pick } from '../host/ask';
import type { SearchSession } from './searchSession';
import type { SearchView } from './searchView';
import type { Command } from '../host/command';

/** Lists what can be typed into the search box; what is chosen is put into it. */
export class SearchHelp implements Command {
  readonly id = 'literatureNotes.searchHelp';
  readonly #session: SearchSession;
  readonly #view: SearchView;

  constructor(session: SearchSession, view: SearchView) {
    this.#session = session;
    this.#view = view;
  }

  async execute(): Promise<void> {
    const picked = await pick(forms(), {
      title: vscode.l10n.t('How to search'),
      placeHolder: vscode.l10n.t('Choose a form to put it into the search box'),
      matchOnDescription: true,
    });
    if (!picked) return;
    const query = [this.#session.query.trim(), picked.label].filter(Boolean).join(' ');
    await this.#session.setQuery(query);
    await this.#view.focus();
  }
}

function forms(): vscode.QuickPickItem[] {
  return [
    { label: 'gradient descent', description: vscode.l10n.t('both words, in any form; the last may be unfinished') },
    { label: '"in-context learning"', description: vscode.l10n.t('this phrase') },
    { label: 'title:attention', description: vscode.l10n.t('a word in the title; also venue:, tag:, note:') },
    { label: 'author:vaswani', description: vscode.l10n.t('a name; accents do not matter') },
    { label: 'key:vaswani2017', description: vscode.l10n.t('a citekey, or its beginning') },
    { label: 'year:2019..2022', description: vscode.l10n.t('years; also year:2020 and year:>2020') },
    { label: 'has:note', description: vscode.l10n.t('papers that have one; also has:abstract, has:doi') },
    { label: 'is:unread', description: vscode.l10n.t('papers not read yet; also is:reading, is:read') },
    {
      label: 'status:skimmed',
      description: vscode.l10n.t('papers by the very word for the status in their notes; also rating:>=4'),
    },
    {
      label: 'is:cited',
      description: vscode.l10n.t('papers that a document cites; also uncited, cited:draft.md, cited:>3'),
    },
    { label: 'is:retracted', description: vscode.l10n.t('papers that the last check for retractions found') },
    { label: 'type:article', description: vscode.l10n.t('a type; also source:, doi:, arxiv:, isbn:') },
    { label: 'related:vaswani2017', description: vscode.l10n.t('papers about the same as the one with this citekey') },
    { label: '+memory -robots', description: vscode.l10n.t('what must be there, and what must not') },
    { label: '(vision OR speech) transformer', description: vscode.l10n.t('either, and something else') },
    { label: 'optim*', description: vscode.l10n.t('every word that begins so') },
    { label: 'wrod~1', description: vscode.l10n.t('every word within one typo') },
  ];
}

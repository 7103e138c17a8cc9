import * as vscode from 'vscode';
import { displayAuthors, displayTitle } from '../../library/model/display';
import type { Entry } from '../../library/model/entry';
import type { SearchService } from '../../search/contract';
import type { LibraryService } from '../library/libraryService';
import type { ChosenPapers } from '../choosing/paperChoice';
import type { PapersView } from './papersView';
import { pick } from '../host/ask';
import { tell } from '../host/tell';
import type { Command } from '../host/command';

/** How many papers are offered. */
const LIMIT = 20;

/** Lists the papers nearest to one by what they are about; the chosen one is shown in the tree. */
export class RelatedPapers implements Command {
  readonly id = 'literatureNotes.relatedPapers';
  readonly #library: LibraryService;
  readonly #search: SearchService;
  readonly #chosen: ChosenPapers;
  readonly #view: PapersView;

  constructor(library: LibraryService, search: SearchService, chosen: ChosenPapers, view: PapersView) {
    this.#library = library;
    this.#search = search;
    this.#chosen = chosen;
    this.#view = view;
  }

  async execute(...args: unknown[]): Promise<void> {
    const title = vscode.l10n.t('Related Papers');
    const [entry] = await this.#chosen.papers(args, { title, many: false });
    if (!entry) return;
    const related = await this.#search.related(entry.citekey, LIMIT);
    const items = related.flatMap(({ id, similarity }) => {
      const other = this.#library.shown.get(id);
      return other ? [relatedItem(other, similarity)] : [];
    });
    if (items.length === 0) {
      const sentence = vscode.l10n.t('No paper of the library is near to “{0}”.', displayTitle(entry));
      tell(sentence);
      return;
    }
    const picked = await pick(items, {
      title,
      placeHolder: vscode.l10n.t('Papers near to “{0}”', displayTitle(entry)),
      matchOnDescription: true,
      matchOnDetail: true,
    });
    if (picked) await this.#view.reveal(picked.citekey);
  }
}

function relatedItem(entry: Entry, similarity: number) {
  const percent = vscode.l10n.t('{0} % alike', Math.round(similarity * 100));
  return {
    citekey: entry.citekey,
    label: displayTitle(entry),
    description: entry.year?.toString(),
    detail: [displayAuthors(entry), entry.citekey, percent].filter(Boolean).join(' · '),
  };
}

import * as vscode from 'vscode';
import { inert } from '../../base/inert';
import { displayAuthors, displayTitle } from '../../library/model/display';
import type { Entry } from '../../library/model/entry';
import type { SearchService } from '../../search/contract';
import type { LibraryService } from '../library/libraryService';
import type { PaperChooser } from './paperChooser';
import type { PapersView } from './papersView';
import type { ClearSearch } from '../searching/clearSearch';
import type { Command } from '../host/command';

/** How many papers are offered. */
const LIMIT = 20;

/** Lists the papers nearest to one by what they are about; the chosen one is shown in the tree. */
export class RelatedPapers implements Command {
  readonly id = 'literatureNotes.relatedPapers';
  readonly #library: LibraryService;
  readonly #search: SearchService;
  readonly #chooser: PaperChooser;
  readonly #papers: PapersView;
  readonly #clear: ClearSearch;

  constructor(
    { library, search }: { library: LibraryService; search: SearchService },
    { chooser, papers }: { chooser: PaperChooser; papers: PapersView },
    clear: ClearSearch,
  ) {
    this.#library = library;
    this.#search = search;
    this.#chooser = chooser;
    this.#papers = papers;
    this.#clear = clear;
  }

  async execute(...args: unknown[]): Promise<void> {
    const title = vscode.l10n.t('Related Papers');
    const [entry] = await this.#chooser.papers(args, { title, many: false });
    if (!entry) return;
    const related = await this.#search.related(entry.citekey, LIMIT);
    const items = related.flatMap(({ id, similarity }) => {
      const other = this.#library.shown.get(id);
      return other ? [relatedItem(other, similarity)] : [];
    });
    if (items.length === 0) {
      const sentence = vscode.l10n.t('No paper of the library is near to “{0}”.', inert(displayTitle(entry)));
      void vscode.window.showInformationMessage(sentence);
      return;
    }
    const picked = await vscode.window.showQuickPick(items, {
      title,
      placeHolder: vscode.l10n.t('Papers near to “{0}”', displayTitle(entry)),
      matchOnDescription: true,
      matchOnDetail: true,
    });
    if (picked) await this.#papers.reveal(picked.citekey, () => this.#clear.execute());
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

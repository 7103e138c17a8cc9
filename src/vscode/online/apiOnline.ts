import type { ApiOnlinePaper } from '../../api';
import type { Library } from '../../library/library';
import { searchServices } from '../../online/mergedSearch';
import { searchable } from '../../online/lookUp';
import { offeredPapers, servicesForPapers } from '../../workflows/adding/offeredPapers';
import { searchedPapers } from '../../workflows/adding/searchedPapers';
import { wantedPapers } from '../../workflows/adding/wantedPapers';
import type { OnlineService } from './onlineService';

const BY_DEFAULT = 20;
const MOST = 100;

/** Papers on the web as the API gives them. Rejects with a sentence while asking services is switched off. */
export class ApiOnline {
  readonly #library: { readonly own: Library };
  readonly #online: OnlineService;

  constructor(library: { readonly own: Library }, online: OnlineService) {
    this.#library = library;
    this.#online = online;
  }

  async lookUp(text: string): Promise<ApiOnlinePaper[]> {
    const asking = await this.#online.asking(new AbortController().signal);
    // What the text states in full is nothing to look up.
    const named = wantedPapers(text).filter((paper) => !('entry' in paper));
    this.#online.tell(servicesForPapers(named));
    const offered = await offeredPapers(named, this.#library.own, asking);
    return offered.flatMap((paper) =>
      paper.entry && paper.found
        ? [{ item: paper.found.item, service: paper.found.service, known: paper.own?.citekey }]
        : [],
    );
  }

  async search(query: string, limit = BY_DEFAULT): Promise<ApiOnlinePaper[]> {
    const asking = await this.#online.asking(new AbortController().signal);
    if (query.trim() === '') return [];
    this.#online.tell(searchable(asking).map(({ id }) => id));
    const most = Number.isFinite(limit) ? Math.max(1, Math.min(Math.trunc(limit), MOST)) : BY_DEFAULT;
    const { found } = await searchServices(query, most, 0, asking);
    return searchedPapers(found, this.#library.own).map(({ found: { item, service }, own }) => ({
      item,
      service,
      known: own?.citekey,
    }));
  }
}

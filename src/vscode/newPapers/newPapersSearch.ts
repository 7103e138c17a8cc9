import { PaperDocument } from '../../search/paperDocument';
import type { SearchClient } from '../../search/client';
import { fieldsOf, type NewPaper } from '../../workflows/newPapers/newPaper';

/** Finds new papers by queries of the search box: in a search of their own, which is there as long as there is a query. */
export class NewPapersSearch {
  readonly #start: () => SearchClient;
  #client: SearchClient | undefined;
  #papers = new Map<string, NewPaper>();

  constructor(start: () => SearchClient) {
    this.#start = start;
  }

  /** The ids of the papers that a query finds; undefined where there is no query. */
  async find(query: string, papers: readonly NewPaper[]): Promise<ReadonlySet<string> | undefined> {
    if (query.trim() === '') {
      this.dispose();
      return undefined;
    }
    const client = (this.#client ??= this.#start());
    const now = new Map(papers.map((paper) => [paper.id, paper]));
    const removed = [...this.#papers.keys()].filter((id) => !now.has(id));
    const fresh = papers.filter((paper) => this.#papers.get(paper.id)?.item !== paper.item);
    this.#papers = now;
    const put = fresh.map(
      (paper) => new PaperDocument(fieldsOf(paper), { id: paper.id, source: paper.feed, note: undefined }),
    );
    await client.update({ put, removed });
    return new Set((await client.search(query)).ids());
  }

  dispose(): void {
    this.#client?.dispose();
    this.#client = undefined;
    this.#papers.clear();
  }
}

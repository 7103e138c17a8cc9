import type { OnlineContent } from '../onlineResults/shownOnline';
import { OnlineNode } from './papersNode';

/** The rows about papers of the web, at the end of the tree. A row that is there already stays the same object. */
export class OnlineRows {
  #known = new Map<string, OnlineNode>();

  /** The row of the list that is shown, else the row that offers to ask for one. */
  top({ online, wordsToAsk = '' }: { readonly online?: OnlineContent; readonly wordsToAsk?: string }): OnlineNode[] {
    const heading = this.heading({ online });
    if (heading) return [heading];
    if (wordsToAsk === '') return [];
    const offer = this.#row('offer', 'online:offer');
    offer.words = wordsToAsk;
    return [offer];
  }

  heading({ online }: { readonly online?: OnlineContent }): OnlineNode | undefined {
    if (!online) return undefined;
    const id = `online:${online.id}`;
    // The rows of another list are of no use any more.
    if (!this.#known.has(id)) this.#known = new Map();
    const heading = this.#row('heading', id);
    heading.content = online;
    return heading;
  }

  /** The rows of a list. */
  under(heading: OnlineNode): OnlineNode[] {
    const { papers = [], trouble, hasMore } = heading.content ?? {};
    const rows = papers.map((paper, i) => {
      const row = this.#row('paper', `${heading.id}:${i}`, heading);
      row.paper = paper;
      return row;
    });
    if (trouble !== undefined) rows.push(this.#row('trouble', `${heading.id}:trouble`, heading));
    if (hasMore) rows.push(this.#row('more', `${heading.id}:more`, heading));
    return rows;
  }

  #row(role: OnlineNode['role'], id: string, parent?: OnlineNode): OnlineNode {
    const row = this.#known.get(id) ?? new OnlineNode(role, id, parent);
    this.#known.set(id, row);
    return row;
  }
}

import type { CallHandlers } from '../base/workerCalls';
import { foldDiacritics } from '../base/fold';
import type { SearchDocument } from './contract';
import type { SearchCalls, SearchReply, Slot } from './protocol';

/** What runs in the worker: the papers, and the answers to the calls about them. */
export class SearchEngine {
  readonly #texts = new Map<Slot, string>();

  /** The calls of the protocol, bound to this engine. */
  handlers(): CallHandlers<SearchCalls> {
    return {
      open: () => ({ ids: [], fingerprints: new Float64Array() }),
      put: ({ slots, documents }) => {
        slots.forEach((slot, i) => this.#texts.set(slot, plainText(documents[i])));
        return null;
      },
      remove: ({ slots }) => {
        for (const slot of slots) this.#texts.delete(slot);
        return null;
      },
      commit: () => null,
      search: ({ query, limit }) => this.#search(query, limit),
      explain: () => null,
      related: () => ({ slots: new Uint32Array(), similarities: new Float32Array() }),
      save: () => null,
    };
  }

  #search(query: string, limit: number): SearchReply {
    const words = normal(query).split(/\s+/).filter(Boolean);
    const found = words.length === 0 ? [] : [...this.#texts].filter(([, text]) => words.every((w) => text.includes(w)));
    const slots = Uint32Array.from(found.slice(0, limit), ([slot]) => slot);
    return {
      mode: 'all-words',
      problems: [],
      total: found.length,
      searched: this.#texts.size,
      hits: { slots, scores: new Float32Array(slots.length).fill(1), fields: new Uint16Array(slots.length).fill(1) },
    };
  }
}

function normal(text: string): string {
  return foldDiacritics(text).toLowerCase();
}

function plainText({ id, title, authors, year, venue, abstract, keywords, note }: SearchDocument): string {
  return normal([title, authors.join(' '), id, year, venue, abstract, keywords.join(' '), note?.text].join('\n'));
}

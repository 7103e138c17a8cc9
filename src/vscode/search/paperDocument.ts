import { authorNames } from '../../library/display';
import type { Entry } from '../../library/entry';
import type { SearchDocument } from '../../search/contract';
import type { Note } from '../../notes/note';

/** A paper with its note as the search sees it. Only what it is made of is kept: there may be 100,000 of them. */
export class PaperDocument implements SearchDocument {
  readonly #entry: Entry;
  readonly #note: Note | undefined;

  constructor(entry: Entry, note: Note | undefined) {
    this.#entry = entry;
    this.#note = note;
  }

  get id(): string {
    return this.#entry.citekey;
  }

  get title(): string {
    return this.#entry.title;
  }

  get authors(): readonly string[] {
    return authorNames(this.#entry);
  }

  get year(): number | undefined {
    return this.#entry.year;
  }

  get venue(): string | undefined {
    return this.#entry.venue;
  }

  get abstract(): string | undefined {
    return this.#entry.abstract;
  }

  get keywords(): readonly string[] {
    return this.#entry.keywords;
  }

  get aliases(): readonly string[] {
    return this.#entry.aliases;
  }

  get type(): string {
    return this.#entry.type;
  }

  get source(): string {
    const { uri } = this.#entry.source;
    return uri.slice(uri.lastIndexOf('/') + 1);
  }

  get doi(): string | undefined {
    return this.#entry.doi;
  }

  get arxiv(): string | undefined {
    return this.#entry.arxiv;
  }

  get language(): string | undefined {
    return this.#entry.language;
  }

  get contentHash(): number | undefined {
    return this.#entry.contentHash;
  }

  get note(): SearchDocument['note'] {
    return this.#note && { text: this.#note.text, tags: this.#note.tags };
  }
}

import { authorNames } from '../library/model/display';
import type { Paper } from '../library/model/entry';
import type { PackedPlace } from '../library/packed/pack';
import type { SearchDocument } from './contract';

/** What a list says of a paper. */
type ListedPaper = Omit<Paper, 'range' | 'record' | 'statedKey'>;

/** How a library names a paper, and what a user wrote about it. */
export type PaperNaming = Pick<SearchDocument, 'id' | 'source' | 'note'>;

/** A paper with its note as the search sees it. Only what it is made of is kept: there may be 100,000 of them. */
export class PaperDocument implements SearchDocument {
  readonly #paper: ListedPaper;
  readonly id: string;
  readonly source: string;
  readonly note: SearchDocument['note'];

  constructor(paper: ListedPaper, { id, source, note }: PaperNaming) {
    this.#paper = paper;
    this.id = id;
    this.source = source;
    this.note = note;
  }

  get title(): string {
    return this.#paper.title;
  }

  get authors(): readonly string[] {
    return authorNames(this.#paper);
  }

  get year(): number | undefined {
    return this.#paper.year;
  }

  get venue(): string | undefined {
    return this.#paper.venue;
  }

  get abstract(): string | undefined {
    return this.#paper.abstract;
  }

  get keywords(): readonly string[] {
    return this.#paper.keywords;
  }

  get aliases(): readonly string[] {
    return this.#paper.aliases;
  }

  get type(): string {
    return this.#paper.type;
  }

  get doi(): string | undefined {
    return this.#paper.doi;
  }

  get arxiv(): string | undefined {
    return this.#paper.arxiv;
  }

  get language(): string | undefined {
    return this.#paper.language;
  }

  get contentHash(): number | undefined {
    return this.#paper.contentHash;
  }

  get packed(): PackedPlace | undefined {
    return this.#paper.packed;
  }
}

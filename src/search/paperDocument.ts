import { fullName } from '../library/model/display';
import { NAMES } from '../library/model/fieldKinds';
import { SEARCHED_FIELDS, type PaperField, type PaperFields, type SearchedFields } from '../library/model/fields';
import { fieldsOnDemand } from '../library/model/fieldsOnDemand';
import type { Paper } from '../library/model/paper';
import type { SearchDocument } from './contract';

/** What a list says of a paper. */
export type ListedPaper = PaperFields & Pick<Paper, 'contentHash' | 'token'>;

/** How a library names a paper, and what a user wrote about it. */
export type PaperNaming = Pick<SearchDocument, 'id' | 'source' | 'note'>;

/** A paper with its note as the search sees it. Only what it is made of is kept. */
export class PaperDocument extends fieldsOnDemand<SearchedFields>(SEARCHED_FIELDS) implements SearchDocument {
  readonly #paper: ListedPaper;
  readonly id: string;
  readonly source: string;
  readonly note: SearchDocument['note'];

  constructor(paper: ListedPaper, { id, source, note }: PaperNaming) {
    super();
    this.#paper = paper;
    this.id = id;
    this.source = source;
    this.note = note;
  }

  protected read({ name, kind }: PaperField): unknown {
    return kind === NAMES ? this.#paper.authors.map(fullName) : this.#paper[name];
  }

  get contentHash(): number | undefined {
    return this.#paper.contentHash;
  }

  get token(): SearchDocument['token'] {
    return this.#paper.token;
  }
}

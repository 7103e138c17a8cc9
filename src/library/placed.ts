import { makeCitekey, paperIdentity } from './citekey';
import type { Draft, Entry } from './entry';
import type { SourceProblem } from './problem';

/** Which of two sources wins where both have a citekey: workspace before user, then the order of the setting, then the URI. */
export interface SourcePrecedence {
  readonly scope: 'workspace' | 'user';
  /** Position of the source's pattern in the setting. */
  readonly position: number;
}

/** One source's part of a library. */
export interface SourcePart {
  readonly uri: string;
  precedence: SourcePrecedence;
  placed: Placed[];
  problems: readonly SourceProblem[];
}

/** A draft in its place in the library: the key that it asks for, and the entry that it became, if it did. */
export class Placed {
  draft: Draft;
  index: number;
  readonly part: SourcePart;
  /** The stated key, or the key made from the paper's title, authors and year. */
  readonly wanted: string;
  /** The entry, where the draft is not a double of another. */
  entry: Entry | undefined;
  #identity: string | undefined;

  constructor(draft: Draft, part: SourcePart, index: number) {
    this.draft = draft;
    this.part = part;
    this.index = index;
    this.wanted = draft.statedKey ?? makeCitekey(draft);
  }

  get stated(): boolean {
    return this.draft.statedKey !== undefined;
  }

  get identity(): string {
    return (this.#identity ??= paperIdentity(this.draft));
  }

  /** Takes over where the unchanged draft stands now. True where its place among the others changed. */
  moveTo(draft: Draft, index: number): boolean {
    const moved = this.index !== index;
    this.draft = draft;
    this.index = index;
    if (this.entry) (this.entry as { source: Entry['source'] }).source = this.place();
    return moved;
  }

  /** The entry under a citekey; the same object as before where the key is the same. */
  entryAs(citekey: string): Entry {
    if (this.entry?.citekey !== citekey) this.entry = makeEntry(citekey, this.draft, this.place());
    return this.entry;
  }

  place(): Entry['source'] {
    return { uri: this.part.uri, range: this.draft.range };
  }
}

/** Field by field, so that all entries share one shape in memory. */
function makeEntry(citekey: string, draft: Draft, source: Entry['source']): Entry {
  return {
    citekey,
    aliases: draft.aliases,
    type: draft.type,
    title: draft.title,
    authors: draft.authors,
    moreAuthors: draft.moreAuthors,
    year: draft.year,
    venue: draft.venue,
    abstract: draft.abstract,
    keywords: draft.keywords,
    doi: draft.doi,
    arxiv: draft.arxiv,
    url: draft.url,
    language: draft.language,
    source,
    record: draft.record,
  };
}

/** Negative where the first comes before the second by precedence. */
export function comparePlaced(a: Placed, b: Placed): number {
  return a.part === b.part ? a.index - b.index : compareParts(a.part, b.part);
}

export function compareParts(a: SourcePart, b: SourcePart): number {
  if (a.precedence.scope !== b.precedence.scope) return a.precedence.scope === 'workspace' ? -1 : 1;
  return a.precedence.position - b.precedence.position || (a.uri < b.uri ? -1 : Number(a.uri > b.uri));
}

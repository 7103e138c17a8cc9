import { makeCitekey, paperIdentity } from './citekey';
import type { Draft, Entry } from '../model/entry';
import type { SourceProblem } from '../model/problem';

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
    return moved;
  }

  /** The entry under a citekey; the same object as before where the key is the same. */
  entryAs(citekey: string): Entry {
    if (this.entry?.citekey !== citekey) this.entry = new PlacedEntry(citekey, this);
    return this.entry;
  }

  place(): Entry['source'] {
    return { uri: this.part.uri, range: this.draft.range };
  }
}

/** The entry that a placed draft became: what the draft says, under a citekey. */
class PlacedEntry implements Entry {
  readonly citekey: string;
  readonly #placed: Placed;

  constructor(citekey: string, placed: Placed) {
    this.citekey = citekey;
    this.#placed = placed;
  }

  get aliases(): Entry['aliases'] {
    return this.#placed.draft.aliases;
  }

  get type(): Entry['type'] {
    return this.#placed.draft.type;
  }

  get title(): Entry['title'] {
    return this.#placed.draft.title;
  }

  get authors(): Entry['authors'] {
    return this.#placed.draft.authors;
  }

  get moreAuthors(): Entry['moreAuthors'] {
    return this.#placed.draft.moreAuthors;
  }

  get year(): Entry['year'] {
    return this.#placed.draft.year;
  }

  get venue(): Entry['venue'] {
    return this.#placed.draft.venue;
  }

  get abstract(): Entry['abstract'] {
    return this.#placed.draft.abstract;
  }

  get keywords(): Entry['keywords'] {
    return this.#placed.draft.keywords;
  }

  get doi(): Entry['doi'] {
    return this.#placed.draft.doi;
  }

  get arxiv(): Entry['arxiv'] {
    return this.#placed.draft.arxiv;
  }

  get url(): Entry['url'] {
    return this.#placed.draft.url;
  }

  get language(): Entry['language'] {
    return this.#placed.draft.language;
  }

  get record(): Entry['record'] {
    return this.#placed.draft.record;
  }

  get contentHash(): Entry['contentHash'] {
    return this.#placed.draft.contentHash;
  }

  get packed(): Entry['packed'] {
    return this.#placed.draft.packed;
  }

  get source(): Entry['source'] {
    return this.#placed.place();
  }
}

/** Negative where the first comes before the second by precedence. */
export function comparePlaced(a: Placed, b: Placed): number {
  return a.part === b.part ? a.index - b.index : compareParts(a.part, b.part);
}

export function compareParts(a: SourcePart, b: SourcePart): number {
  if (a.precedence.scope !== b.precedence.scope) return a.precedence.scope === 'workspace' ? -1 : 1;
  return a.precedence.position - b.precedence.position || (a.uri < b.uri ? -1 : Number(a.uri > b.uri));
}

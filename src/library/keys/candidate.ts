import { makeCitekey, paperIdentity } from './citekey';
import type { Entry } from '../model/entry';
import type { PaperField } from '../model/fields';
import { FieldsOnDemand } from '../model/fieldsOnDemand';
import type { Paper } from '../model/paper';
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
  candidates: Candidate[];
  problems: readonly SourceProblem[];
}

/** A paper that wants a citekey, in its place in the library, with the entry that it became, if it did. */
export class Candidate {
  paper: Paper;
  index: number;
  readonly part: SourcePart;
  /** The stated key, or the key made from the paper's title, authors and year. */
  readonly wanted: string;
  /** The entry, where the paper is not a double of another. */
  entry: Entry | undefined;
  #identity: string | undefined;

  constructor(paper: Paper, part: SourcePart, index: number) {
    this.paper = paper;
    this.part = part;
    this.index = index;
    this.wanted = paper.statedKey ?? makeCitekey(paper);
  }

  get stated(): boolean {
    return this.paper.statedKey !== undefined;
  }

  get identity(): string {
    return (this.#identity ??= paperIdentity(this.paper));
  }

  /** Takes over where the unchanged paper stands now. True where its place among the others changed. */
  moveTo(paper: Paper, index: number): boolean {
    const moved = this.index !== index;
    this.paper = paper;
    this.index = index;
    return moved;
  }

  /** The entry under a citekey; the same object as before where the key is the same. */
  entryAs(citekey: string): Entry {
    if (this.entry?.citekey !== citekey) this.entry = new CandidateEntry(citekey, this);
    return this.entry;
  }

  place(): Entry['source'] {
    return { uri: this.part.uri, range: this.paper.range };
  }
}

/** The entry that a candidate became: what its paper says, under a citekey. */
class CandidateEntry extends FieldsOnDemand implements Entry {
  readonly citekey: string;
  readonly #candidate: Candidate;

  constructor(citekey: string, candidate: Candidate) {
    super();
    this.citekey = citekey;
    this.#candidate = candidate;
  }

  protected read({ name }: PaperField): unknown {
    return this.#candidate.paper[name];
  }

  get record(): Entry['record'] {
    return this.#candidate.paper.record;
  }

  get contentHash(): Entry['contentHash'] {
    return this.#candidate.paper.contentHash;
  }

  get token(): Entry['token'] {
    return this.#candidate.paper.token;
  }

  get source(): Entry['source'] {
    return this.#candidate.place();
  }
}

/** Negative where the first comes before the second by precedence. */
export function compareCandidates(a: Candidate, b: Candidate): number {
  return a.part === b.part ? a.index - b.index : compareParts(a.part, b.part);
}

export function compareParts(a: SourcePart, b: SourcePart): number {
  if (a.precedence.scope !== b.precedence.scope) return a.precedence.scope === 'workspace' ? -1 : 1;
  return a.precedence.position - b.precedence.position || (a.uri < b.uri ? -1 : Number(a.uri > b.uri));
}

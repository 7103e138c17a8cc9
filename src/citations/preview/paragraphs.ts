import type { FoundCitation, Syntax } from '../syntax';

export type CitationsByStart = ReadonlyMap<number, FoundCitation>;

const NONE: CitationsByStart = new Map();
/** So many paragraphs are kept at least, and twice as many at most. */
const KEPT = 2000;

/** The citations of paragraphs, by where they begin there. A paragraph that stays as it is is read once. */
export class Paragraphs {
  readonly #syntax: Pick<Syntax, 'find'>;
  /** A paragraph is asked for at each of its signs. */
  #last: { text: string; readonly citations: CitationsByStart } | undefined;
  #recent = new Map<string, CitationsByStart>();
  #older: ReadonlyMap<string, CitationsByStart> = new Map();

  constructor(syntax: Pick<Syntax, 'find'>) {
    this.#syntax = syntax;
  }

  of(text: string): CitationsByStart {
    if (text === this.#last?.text) {
      // A copy of the text would be compared with it sign by sign, each time.
      this.#last.text = text;
      return this.#last.citations;
    }
    const known = this.#recent.get(text) ?? this.#older.get(text);
    const citations = known ?? this.#read(text);
    this.#recent.set(text, citations);
    if (this.#recent.size > KEPT) {
      this.#older = this.#recent;
      this.#recent = new Map();
    }
    this.#last = { text, citations };
    return citations;
  }

  #read(text: string): CitationsByStart {
    const found = this.#syntax.find(text);
    return found.length > 0 ? new Map(found.map((citation) => [citation.range.start, citation])) : NONE;
  }
}

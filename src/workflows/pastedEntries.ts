import { asciiWord } from '../base/fold';
import { pastedPapers, type PastedPaper } from '../citations/identifiers';
import type { Entry } from '../library/model/entry';
import type { Library } from '../library/library';

/**
 * The papers of the library that a text names when it consists of nothing else: DOIs, arXiv identifiers, their addresses, or
 * BibTeX entries. Empty where one of them is not in the library, and for any other text.
 */
export function pastedEntries(text: string, library: Library): Entry[] {
  const papers = pastedPapers(text);
  if (papers.length === 0) return [];
  const shelf = new Shelf(library);
  const found = papers.map((paper) => shelf.find(paper));
  return found.every((entry) => entry !== undefined) ? [...new Set(found)] : [];
}

/** The papers of a library by what a pasted text can tell of them. */
class Shelf {
  readonly #library: Library;
  readonly #by = new Map<'doi' | 'arxiv' | 'title', Map<string, Entry>>();

  constructor(library: Library) {
    this.#library = library;
  }

  find(paper: PastedPaper): Entry | undefined {
    switch (paper.kind) {
      case 'doi':
        return this.#with('doi', paper.doi);
      case 'arxiv':
        return this.#with('arxiv', paper.arxiv);
      case 'bibtex':
        return (
          this.#sameKey(paper) ??
          this.#with('doi', paper.doi) ??
          this.#with('arxiv', paper.arxiv) ??
          this.#with('title', paper.title)
        );
    }
  }

  /** The paper with the same key, unless its DOI says that it is another one. */
  #sameKey({ key, doi }: PastedPaper & { kind: 'bibtex' }): Entry | undefined {
    const meaning = this.#library.resolve(key);
    const entry = meaning && ('entry' in meaning ? meaning.entry : 'aliasOf' in meaning ? meaning.aliasOf : undefined);
    const isOther = doi !== undefined && entry?.doi !== undefined && normal('doi', entry.doi) !== normal('doi', doi);
    return isOther ? undefined : entry;
  }

  #with(fact: 'doi' | 'arxiv' | 'title', value: string | undefined): Entry | undefined {
    const wanted = value && normal(fact, value);
    if (!wanted) return undefined;
    let entries = this.#by.get(fact);
    if (!entries) {
      entries = new Map(this.#library.entries().map((entry) => [normal(fact, entry[fact] ?? ''), entry]));
      this.#by.set(fact, entries);
    }
    return entries.get(wanted);
  }
}

/** Identifiers in lower case, a title as its letters and digits. */
function normal(fact: 'doi' | 'arxiv' | 'title', value: string): string {
  return fact === 'title' ? asciiWord(value) : value.toLowerCase();
}

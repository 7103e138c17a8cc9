import { pastedPapers, type PastedBibtex, type PastedPaper } from '../citations/pastedPapers';
import type { Entry } from '../library/model/entry';
import type { Library } from '../library/library';
import { isTelling, OwnPapers } from './ownPapers';

/**
 * The papers of the library that a text names when it consists of nothing else: identifiers, their addresses, or
 * BibTeX entries. Empty where one of them is not in the library, and for any other text.
 */
export function pastedEntries(text: string, library: Library): Entry[] {
  const papers = pastedPapers(text);
  if (papers.length === 0) return [];
  const own = new OwnPapers(library);
  const found = papers.map((paper) => meant(paper, own, library));
  return found.every((entry) => entry !== undefined) ? [...new Set(found)] : [];
}

/** The paper of the library that a pasted text means. */
function meant(paper: PastedPaper, own: OwnPapers, library: Library): Entry | undefined {
  if (paper.kind !== 'bibtex') return isTelling(paper.kind) ? own.with(paper.kind, paper.value) : undefined;
  return (
    sameKey(paper, library) ??
    own.with('doi', paper.doi) ??
    own.with('arxiv', paper.arxiv) ??
    own.with('title', paper.title)
  );
}

/** The paper with the same key, unless its DOI says that it is another one. */
function sameKey({ key, doi }: PastedBibtex, library: Library): Entry | undefined {
  const meaning = library.resolve(key);
  const entry = meaning && ('entry' in meaning ? meaning.entry : 'aliasOf' in meaning ? meaning.aliasOf : undefined);
  const isOther = doi !== undefined && entry?.doi !== undefined && entry.doi.toLowerCase() !== doi.toLowerCase();
  return isOther ? undefined : entry;
}

/**
 * What a user would see of the pure rooms, under names that stay when files move: the seam over which whole cases are run,
 * each a text and what should come of it. Plain values go in and come out.
 */
import { applyEdits } from '../src/base/textEdit';
import { checkCitations as check, type KeyLookup, type Surroundings } from '../src/citations/check';
import type { CitationProblem } from '../src/citations/problem';
import type { FoundCitation } from '../src/citations/syntax';
import { SYNTAXES, type SyntaxId } from '../src/citations/syntaxes';
import { chooseReader, readBytes } from '../src/library/formats/readers';
import { toCsl } from '../src/library/formats/toCsl';
import { Library } from '../src/library/library';
import type { CslItem } from '../src/library/model/csl';
import type { Entry } from '../src/library/model/entry';
import type { SourceProblem } from '../src/library/model/problem';
import { changeSource } from '../src/library/writing/changeSource';
import { isRefusal, type EditRefusal } from '../src/library/writing/editRefusal';
import { writtenEntry } from '../src/library/writing/writtenEntry';
import type { SearchDocument } from '../src/search/contract';
import { SearchEngine } from '../src/search/engine';

export { applyEdits, SYNTAXES };
export { completionAt } from '../src/citations/completion';
export { convertText } from '../src/citations/convert';
export { citationsIn } from '../src/citations/document';
export { insertionAt } from '../src/citations/insert';
export { setField } from '../src/notes/edit';
export { noteFileName } from '../src/notes/fileName';
export { readNote } from '../src/notes/readNote';
export { renderNote } from '../src/notes/template';

/** The problems of the citations of a text in the syntax of this name. */
export function checkCitations(
  text: string,
  syntax: SyntaxId,
  citations: readonly FoundCitation[],
  lookup: KeyLookup,
  around: Surroundings,
): CitationProblem[] {
  return check(text, SYNTAXES[syntax], citations, lookup, around);
}

/** One paper of a list: its key, its full CSL item, and the entry itself. */
export interface ReadEntry {
  readonly citekey: string;
  readonly csl: CslItem;
  readonly entry: Entry;
}

/** Reads a paper list as the library has it. */
export function readLibrary(
  fileName: string,
  content: Uint8Array | string,
): { readonly entries: ReadEntry[]; readonly problems: readonly SourceProblem[] } {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const library = new Library();
  const uri = `file:///${fileName}`;
  library.setSource(uri, readBytes(fileName, bytes));
  const entries = library.entries().map((entry) => ({ citekey: entry.citekey, csl: toCsl(entry), entry }));
  return { entries, problems: library.problems(uri) };
}

/** The text of a paper list after entries were added, CSL items or as read; or why it cannot take them. */
export function addToLibrary(
  fileName: string,
  text: string,
  added: readonly (ReadEntry | CslItem)[],
): string | EditRefusal {
  const format = chooseReader(fileName, text || '\n')?.format;
  if (!format) return { code: 'not-written' };
  const entries = added.map((one) =>
    'entry' in one ? (one as ReadEntry).entry : readLibrary('added.json', JSON.stringify([one])).entries[0].entry,
  );
  const change = { kind: 'add', entries: entries.map((entry) => writtenEntry(entry, format)) } as const;
  const edits = changeSource(format, text, change);
  return isRefusal(edits) ? edits : applyEdits(text, edits);
}

/** What is needed of a paper to search it; all else may be left out. */
export type SearchedPaper = Partial<SearchDocument> & Pick<SearchDocument, 'id' | 'title'>;

/** A search over these papers: the ids that a query finds, best first. */
export async function searcher(papers: readonly SearchedPaper[]): Promise<(query: string) => string[]> {
  const documents = papers.map((paper): SearchDocument => {
    return { authors: [], keywords: [], aliases: [], type: 'article', source: 'papers.txt', ...paper };
  });
  const engine = new SearchEngine();
  const { put, commit } = engine.handlers();
  await put({ slots: documents.map((_, slot) => slot), transfer: { documents } });
  await commit(null);
  return (query) => Array.from(engine.search(query, papers.length).hits.slots, (slot) => papers[slot].id);
}

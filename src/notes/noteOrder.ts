import { fileNameOf } from '../workspace/uri';
import type { Note } from './note';

/**
 * The notes of a paper in order: whole files before parts, Markdown before Org (which is only read), the file that is named by
 * the citekey before others, a note that states this key before one that it was found for, then by path.
 */
export function inOrder(notes: readonly Note[]): Note[] {
  return [...notes].sort((a, b) => rank(a) - rank(b) || compare(pathOf(a.uri), pathOf(b.uri)));
}

function rank({ uri, citekey, linkedBy }: Note): number {
  const name = fileNameOf(uri);
  const stem = name.replace(/\.[^.]*$/, '').replace(/^@/, '');
  const isFound = linkedBy === 'doi' || linkedBy === 'arxiv' || linkedBy === 'title';
  return (
    (linkedBy === 'heading' ? 8 : 0) + (/\.org$/i.test(name) ? 4 : 0) + (isFound ? 2 : 0) + (stem === citekey ? 0 : 1)
  );
}

/** Without the extension, which would come behind `key-method`. */
function pathOf(uri: string): string {
  return uri.replace(/\.[^./]*$/, '');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

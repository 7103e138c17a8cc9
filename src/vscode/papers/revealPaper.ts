import type { LibraryService } from '../library/libraryService';
import { untilKnown } from '../library/untilKnown';
import type { PapersView } from './papersView';

/** Selects papers in the tree, as soon as the library has them; those that it does not get are left out. */
export async function revealPaper(
  view: Pick<PapersView, 'reveal'>,
  library: LibraryService,
  citekeys: unknown,
): Promise<void> {
  const all = (Array.isArray(citekeys) ? (citekeys as unknown[]) : [citekeys]).filter((key) => typeof key === 'string');
  const known = await Promise.all(all.map(async (key) => ((await untilKnown(library, key)) ? key : undefined)));
  const there = known.filter((key) => key !== undefined);
  if (there.length > 0) await view.reveal(there);
}

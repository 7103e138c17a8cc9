import type { LibraryService } from '../library/libraryService';
import type { PapersView } from './papersView';

/** A paper that was just added is in the library after so long, in milliseconds; else it is not shown. */
const PATIENCE = 5000;

/** Selects a paper in the tree, as soon as the library has it. */
export async function revealPaper(
  view: Pick<PapersView, 'reveal'>,
  library: Pick<LibraryService, 'shown' | 'onDidChange'>,
  citekey: unknown,
): Promise<void> {
  if (typeof citekey === 'string' && (await isThere(library, citekey))) await view.reveal(citekey);
}

function isThere(library: Pick<LibraryService, 'shown' | 'onDidChange'>, citekey: string): boolean | Promise<boolean> {
  if (library.shown.get(citekey)) return true;
  return new Promise((resolve) => {
    const end = (isThere: boolean) => {
      clearTimeout(timer);
      listening.dispose();
      resolve(isThere);
    };
    const timer = setTimeout(() => end(false), PATIENCE);
    const listening = library.onDidChange(() => {
      if (library.shown.get(citekey)) end(true);
    });
  });
}

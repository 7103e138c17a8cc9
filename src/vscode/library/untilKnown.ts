import type { LibraryService } from './libraryService';

/** A paper that was just added is in the library after so long, in milliseconds. */
const PATIENCE = 5000;

/** Resolves when the library has a paper that was just added, to whether it has it at all. */
export function untilKnown(
  library: Pick<LibraryService, 'shown' | 'onDidChange'>,
  citekey: string,
): boolean | Promise<boolean> {
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

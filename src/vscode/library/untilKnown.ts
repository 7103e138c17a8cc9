import type { Event } from 'vscode';
import type { LibraryService } from './libraryService';

/** What was just written is known after so long, in milliseconds. */
const PATIENCE = 5000;

/** Resolves when the library has a paper that was just added, to whether it has it at all. */
export function untilKnown(
  library: Pick<LibraryService, 'shown' | 'onDidChange'>,
  citekey: string,
): boolean | Promise<boolean> {
  return untilHolds(library.onDidChange, () => library.shown.get(citekey) !== undefined);
}

/** Resolves when something holds that is looked at with each change, to whether it does. */
export function untilHolds(onDidChange: Event<unknown>, holds: () => boolean): boolean | Promise<boolean> {
  if (holds()) return true;
  return new Promise((resolve) => {
    const end = (isThere: boolean) => {
      clearTimeout(timer);
      listening.dispose();
      resolve(isThere);
    };
    const timer = setTimeout(() => end(false), PATIENCE);
    const listening = onDidChange(() => {
      if (holds()) end(true);
    });
  });
}

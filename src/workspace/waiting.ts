import type { FollowedFile } from './selection';

/** A file that waits to be read. */
export interface Waiting<F> {
  readonly file: F;
  /** Whether what it says is believed at once. */
  readonly isSettled: boolean;
  /** How many files were read again one because of the other, until this one was. */
  readonly round: number;
}

/** A file that waits, by the identity of the file, and its size. */
export interface SizedWaiting<F> {
  readonly id: string;
  readonly next: Waiting<F>;
  readonly size: number;
}

/** Files that wait, the smallest first, so that most of them are read soon. */
export async function smallFirst<F extends FollowedFile>(
  waiting: ReadonlyMap<string, Waiting<F>>,
  sizeOf: (uri: string) => Promise<number>,
): Promise<SizedWaiting<F>[]> {
  const sized = await Promise.all(
    [...waiting].map(async ([id, next]) => ({ id, next, size: await sizeOf(next.file.uri) })),
  );
  return sized.sort((a, b) => a.size - b.size);
}

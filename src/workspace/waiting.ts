import type { FollowedFile } from './selection';

/** A file that waits to be read. */
export interface Waiting<F> {
  readonly file: F;
  /** Whether what it says is believed at once. */
  readonly isSettled: boolean;
}

/** Files that wait, the smallest first, so that most of them are read soon. */
export async function smallFirst<F extends FollowedFile>(
  waiting: ReadonlyMap<string, Waiting<F>>,
  sizeOf: (uri: string) => Promise<number>,
): Promise<Map<string, Waiting<F>>> {
  const sized = await Promise.all(
    [...waiting].map(async ([id, next]) => ({ id, next, size: await sizeOf(next.file.uri) })),
  );
  return new Map(sized.sort((a, b) => a.size - b.size).map(({ id, next }) => [id, next]));
}

import { Cooperation } from './cooperate';

/** So many bytes are decoded at a time, a moment's work. */
const STRETCH = 1024 * 1024;

/**
 * The lines of a text in UTF-8 without their ends, a stretch of them at a time; what stands behind the last end counts as one where it
 * is not empty. The whole is never decoded in one go, and others run between two stretches.
 */
export async function* byteLines(
  bytes: Uint8Array,
  { stretch = STRETCH, cooperation = new Cooperation() } = {},
): AsyncGenerator<readonly string[]> {
  const decoder = new TextDecoder();
  let rest = '';
  for (let from = 0; from < bytes.length; from += stretch) {
    const lines = (rest + decoder.decode(bytes.subarray(from, from + stretch), { stream: true })).split('\n');
    rest = lines.pop()!;
    yield lines;
    await cooperation.yieldIfDue();
  }
  rest += decoder.decode();
  if (rest !== '') yield [rest];
}

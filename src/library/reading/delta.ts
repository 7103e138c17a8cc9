/** Index in `former` of a paper that is new. */
export const NEW = -1;

/**
 * For each paper its index in the list before, or `NEW`: how one list comes from another, small enough to send to another
 * thread. Papers are told by the hashes of their content.
 */
export function formerIndexes(before: Float64Array, after: Float64Array): Int32Array {
  const former = new Int32Array(after.length).fill(NEW);
  let first = 0;
  while (first < Math.min(before.length, after.length) && before[first] === after[first]) former[first] = first++;
  let end = after.length;
  let oldEnd = before.length;
  while (end > first && oldEnd > first && before[oldEnd - 1] === after[end - 1]) former[--end] = --oldEnd;
  const moved = new Map<number, number>();
  for (let i = first; i < oldEnd; i++) moved.set(before[i], i);
  for (let i = first; i < end; i++) former[i] = moved.get(after[i]) ?? NEW;
  return former;
}

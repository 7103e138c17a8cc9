/**
 * The keys that a mistyped one may be meant for, the best first: by the number of letters to insert, delete, replace or
 * swap with their neighbour (one in a short key, up to three in a long one; upper and lower case are the same), after
 * those that only go on where it ends.
 */
export function nearestKeys(key: string, keys: Iterable<string>, limit = 5): string[] {
  const wanted = key.toLowerCase();
  const most = Math.min(3, Math.max(1, Math.floor(wanted.length / 4)));
  const found: { key: string; distance: number }[] = [];
  for (const candidate of keys) {
    const other = candidate.toLowerCase();
    const distance = wanted.length >= 3 && other.startsWith(wanted) ? 0.5 : editDistance(wanted, other, most);
    if (distance <= most) found.push({ key: candidate, distance });
  }
  found.sort((a, b) => a.distance - b.distance || (a.key < b.key ? -1 : 1));
  return found.slice(0, limit).map((one) => one.key);
}

/** Optimal string alignment distance, or a number above `most` where it is larger; only cells near the diagonal count. */
function editDistance(a: string, b: string, most: number): number {
  const far = most + 1;
  if (Math.abs(a.length - b.length) > most) return far;
  let before: number[] = [];
  let above: number[] = [];
  for (let j = 0; j <= b.length; j++) above.push(Math.min(j, far));
  for (let i = 1; i <= a.length; i++) {
    const row: number[] = new Array<number>(b.length + 1).fill(far);
    const first = Math.max(1, i - most);
    if (first === 1) row[0] = Math.min(i, far);
    let least = row[0];
    for (let j = first; j <= Math.min(b.length, i + most); j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, before[j - 2] + 1);
      row[j] = Math.min(cost, far);
      if (cost < least) least = cost;
    }
    if (least > most) return far;
    before = above;
    above = row;
  }
  return above[b.length];
}

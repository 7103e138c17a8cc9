/**
 * The keys that a mistyped one may be meant for, the best first: by the number of letters to insert, delete, replace or
 * swap with their neighbour (at most a third of the key's length, upper and lower case being one), then those that only
 * start like it.
 */
export function nearestKeys(key: string, keys: Iterable<string>, limit = 5): string[] {
  const wanted = key.toLowerCase();
  const most = Math.max(1, Math.floor(wanted.length / 3));
  const found: { key: string; distance: number }[] = [];
  for (const candidate of keys) {
    const other = candidate.toLowerCase();
    const distance = wanted.length >= 3 && other.startsWith(wanted) ? 0.5 : editDistance(wanted, other, most);
    if (distance <= most) found.push({ key: candidate, distance });
  }
  found.sort((a, b) => a.distance - b.distance || (a.key < b.key ? -1 : 1));
  return found.slice(0, limit).map((one) => one.key);
}

/** Optimal string alignment distance, or any number above `most` where it is larger. */
function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    before = above;
    above = row;
  }
  return above[b.length];
}

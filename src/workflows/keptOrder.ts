/**
 * What is found now, in the order in which it stood before: rows that a user looks at or has selected stay where they are while one of them
 * changes. What is new stands at its rank.
 */
export function keptOrder(before: readonly string[], now: readonly string[]): readonly string[] {
  const found = new Set(now);
  const stayed = before.filter((id) => found.has(id));
  const known = new Set(stayed);
  let next = 0;
  return now.map((id) => (known.has(id) ? stayed[next++] : id));
}

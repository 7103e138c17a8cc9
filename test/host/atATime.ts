/**
 * Does something with each item, with so many at a time; what comes of them is given in their order.
 * @param shareOf for how many an item counts; no more than the limit
 */
export async function atATime<T, R>(
  limit: number,
  items: readonly T[],
  act: (item: T) => Promise<R>,
  shareOf: (item: T) => number = () => 1,
): Promise<readonly R[]> {
  const results = new Array<R>(items.length);
  const underWay = new Set<Promise<void>>();
  let left = limit;
  const take = async (i: number, item: T) => {
    left -= shareOf(item);
    results[i] = await act(item);
    left += shareOf(item);
  };
  for (const [i, item] of items.entries()) {
    while (left < shareOf(item)) await Promise.race(underWay);
    const work: Promise<void> = take(i, item).finally(() => underWay.delete(work));
    underWay.add(work);
  }
  await Promise.all(underWay);
  return results;
}

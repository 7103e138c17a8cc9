/** When something was said: by the first of these numbers that differ. */
export type Place = readonly number[];

/** What was said last; at one place by what is said, so that every window decides alike. */
export function latest<T>(all: readonly (T | undefined)[], at: (one: T) => Place): T | undefined {
  return all
    .filter((each) => each !== undefined)
    .sort(byPlace(at))
    .at(-1);
}

/** What two windows say of things by their names, in steps: of each what was said last. */
export function* latestOfEach<T>(
  a: Readonly<Record<string, T>>,
  b: Readonly<Record<string, T>>,
  at: (one: T) => Place,
): Generator<undefined, Record<string, T>> {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
  const all: [string, T][] = [];
  for (const name of names) {
    yield;
    all.push([name, latest([own(a, name), own(b, name)], at)!]);
  }
  return Object.fromEntries(all);
}

/** What a record has under a name, and nothing that every object has. */
export function own<T>(all: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(all, name) ? all[name] : undefined;
}

function byPlace<T>(at: (one: T) => Place): (x: T, y: T) => number {
  return (x, y) => {
    const [left, right] = [at(x), at(y)];
    const differs = left.findIndex((each, i) => each !== right[i]);
    return differs >= 0 ? left[differs] - right[differs] : JSON.stringify(x) < JSON.stringify(y) ? -1 : 1;
  };
}

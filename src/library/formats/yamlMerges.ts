import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml';

type Members = Record<string, unknown>;

/** The key whose value a map takes over, a map or a list of them (https://yaml.org/type/merge.html): YAML 1.2 has it no more, people do. */
const MERGE = '<<';

/**
 * The members of a map with those that it merges, and so within it. Its own count before them, those of an earlier map before a later
 * one's. Aliases are to be settled.
 * @param valuesOf the members of a map as they stand there
 */
export function withMerged(map: YAMLMap, valuesOf: (map: YAMLMap) => Members): Members {
  const sources = map.items
    .filter(({ key }) => isScalar(key) && key.value === MERGE)
    .flatMap(({ value }) => mapsIn(value));
  const own = Object.entries(valuesOf(map)).filter(([name]) => name !== MERGE || sources.length === 0);
  const before = sources.map((each) => withMerged(each, valuesOf));
  const members = Object.fromEntries(own.map(([name, member]) => [name, merged(member)]));
  return Object.assign({}, ...before.reverse(), members) as Members;
}

function mapsIn(node: unknown): readonly YAMLMap[] {
  if (isMap(node)) return [node];
  return isSeq(node) && node.items.every((each) => isMap(each)) ? node.items : [];
}

/** Plain data in which no map has anything to merge. */
function merged(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(merged);
  if (typeof value !== 'object' || value === null) return value;
  const own = Object.fromEntries(Object.entries(value).map(([name, member]) => [name, merged(member)]));
  const stated = own[MERGE];
  const sources: readonly unknown[] = Array.isArray(stated) ? stated : [stated];
  if (!sources.every((each) => typeof each === 'object' && each !== null)) return own;
  delete own[MERGE];
  return Object.assign({}, ...[...sources].reverse(), own) as Members;
}

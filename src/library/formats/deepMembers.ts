/** Nobody nests a reference deeper; recursive code elsewhere must not meet what does. */
const DEEPEST = 64;
/** What nests deeper than this is not parsed at all. */
export const DEEPEST_PARSED = 2000;

/** An item without the members that nest too deep, and their names; the rest of the item is not lost for them. */
export function withoutDeep(item: unknown): { readonly kept: unknown; readonly dropped: readonly string[] } {
  if (!isBranch(item) || Array.isArray(item)) return { kept: isDeep(item) ? undefined : item, dropped: [] };
  const dropped = Object.entries(item)
    .filter(([, value]) => isDeep(value))
    .map(([name]) => name);
  if (dropped.length === 0) return { kept: item, dropped };
  return { kept: Object.fromEntries(Object.entries(item).filter(([name]) => !dropped.includes(name))), dropped };
}

/** Goes level by level, so that depth takes no stack. */
function isDeep(value: unknown): boolean {
  let level = [value].filter(isBranch);
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((branch) => Object.values(branch) as unknown[]).filter(isBranch);
  }
  return false;
}

function isBranch(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

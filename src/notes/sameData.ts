/**
 * Whether two values that YAML or JSON hold say the same, their fields in the same order. In YAML a list or an object can hold itself
 * (`&a [*a]`), or the same one many times: each pair is compared once.
 */
export function sameData(one: unknown, other: unknown): boolean {
  return isSame(one, other, new Map());
}

function isSame(one: unknown, other: unknown, compared: Map<object, Set<object>>): boolean {
  if (Object.is(one, other)) return true;
  if (!isObject(one) || !isObject(other)) return false;
  if (one instanceof Date || other instanceof Date) {
    return one instanceof Date && other instanceof Date && Object.is(one.getTime(), other.getTime());
  }
  const partners = compared.get(one);
  if (partners?.has(other)) return true;
  if (partners) partners.add(other);
  else compared.set(one, new Set([other]));
  const [fields, others] = [Object.entries(one), Object.entries(other)];
  return (
    Array.isArray(one) === Array.isArray(other) &&
    fields.length === others.length &&
    fields.every(([name, value], i) => name === others[i][0] && isSame(value, others[i][1], compared))
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

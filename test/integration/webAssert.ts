/* What tests in the web extension host use of `node:assert/strict`, which is not there. */

export function ok(value: unknown, message = `${shown(value)} is not truthy`): asserts value {
  if (!value) throw new Error(message);
}

export function equal(actual: unknown, expected: unknown, message?: string): void {
  ok(Object.is(actual, expected), message ?? `${shown(actual)} is not ${shown(expected)}`);
}

/** For plain data. */
export function deepEqual(actual: unknown, expected: unknown, message?: string): void {
  equal(shown(actual), shown(expected), message);
}

export function match(text: string, pattern: RegExp, message = `${shown(text)} does not match ${pattern}`): void {
  ok(pattern.test(text), message);
}

export function fail(message: string): never {
  throw new Error(message);
}

function shown(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}

export default { ok, equal, deepEqual, match, fail };

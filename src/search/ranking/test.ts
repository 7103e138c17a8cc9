/** What is known of a document when it is tested: the bits of its matching leaves, and its number. */
export type Check = (bits: number, document: number) => boolean;

/** A condition on a document, as a tree over the leaves of a query. */
export type Test =
  /** The leaf with this bit matches. `optional` leaves say little: they need not match where others are. */
  | { readonly kind: 'leaf'; readonly bit: number; readonly optional: boolean }
  /** Something that needs no word. `strict` ones are dear, and asked for the best documents only. */
  | { readonly kind: 'check'; readonly check: (document: number) => boolean; readonly strict: boolean }
  | { readonly kind: 'and' | 'or'; readonly tests: readonly Test[] }
  | { readonly kind: 'not'; readonly test: Test };

/** `and` of tests, of which the optional ones are left out unless there are no others. */
export function allOf(tests: readonly Test[]): Test {
  const needed = withoutOptional(tests);
  return needed.length === 1 ? needed[0] : { kind: 'and', tests: needed };
}

export function anyOf(tests: readonly Test[]): Test {
  return tests.length === 1 ? tests[0] : { kind: 'or', tests };
}

export function withoutOptional(tests: readonly Test[]): readonly Test[] {
  const needed = tests.filter((test) => !isOptional(test));
  return needed.length > 0 ? needed : tests;
}

export function isOptional(test: Test): boolean {
  return test.kind === 'leaf' && test.optional;
}

/** Whether a test asks for any word. */
export function hasLeaf(test: Test): boolean {
  switch (test.kind) {
    case 'leaf':
      return true;
    case 'check':
      return false;
    case 'and':
    case 'or':
      return test.tests.some(hasLeaf);
    case 'not':
      return hasLeaf(test.test);
  }
}

/** Whether a test has a part that is asked for the best documents only. */
export function hasStrict(test: Test): boolean {
  switch (test.kind) {
    case 'leaf':
      return false;
    case 'check':
      return test.strict;
    case 'and':
    case 'or':
      return test.tests.some(hasStrict);
    case 'not':
      return hasStrict(test.test);
  }
}

/**
 * The test as a function.
 * @param strict whether to ask the strict parts; else their answer is the one that lets more documents pass
 */
export function compile(test: Test, strict: boolean, passes = true): Check {
  switch (test.kind) {
    case 'leaf': {
      const { bit } = test;
      return bit === 0 ? () => passes : (bits) => (bits & bit) !== 0;
    }
    case 'check': {
      const { check } = test;
      return test.strict && !strict ? () => passes : (_, document) => check(document);
    }
    case 'and': {
      const checks = test.tests.map((one) => compile(one, strict, passes));
      return (bits, document) => checks.every((check) => check(bits, document));
    }
    case 'or': {
      const checks = test.tests.map((one) => compile(one, strict, passes));
      return (bits, document) => checks.some((check) => check(bits, document));
    }
    case 'not': {
      const check = compile(test.test, strict, !passes);
      return (bits, document) => !check(bits, document);
    }
  }
}

/** The bits of tests that are leaves and nothing else, of which all are asked for. */
export function bitsOf(tests: readonly Test[]): number | undefined {
  let bits = 0;
  for (const test of tests) {
    if (test.kind !== 'leaf') return undefined;
    bits |= test.bit;
  }
  return bits;
}

/** Whether a document has all that is demanded and at least so many of the wanted. */
export function matcher(wanted: readonly Test[], demanded: readonly Test[], least: number, strict = false): Check {
  const demandedBits = bitsOf(demanded);
  const demands = demandedBits === undefined ? demanded.map((test) => compile(test, strict)) : [];
  const needed = demandedBits ?? 0;
  const wishes = wanted.map((test) => compile(test, strict));
  return (mark, document) => {
    if ((mark & needed) !== needed) return false;
    let met = 0;
    for (const wish of wishes) if (wish(mark, document)) met++;
    return met >= least && demands.every((check) => check(mark, document));
  };
}

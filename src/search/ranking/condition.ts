/** What is known of a document when it is tested: the bits of its matching leaves, and its number. */
export type Check = (bits: number, document: number) => boolean;

/** A condition on a document, as a tree over the leaves of a query. */
export type Condition =
  /** The leaf with this bit matches. `optional` leaves say little: they need not match where others are. */
  | { readonly kind: 'leaf'; readonly bit: number; readonly optional: boolean }
  /** Something that needs no word. `strict` ones are dear, and asked for the best documents only. */
  | { readonly kind: 'check'; readonly check: (document: number) => boolean; readonly strict: boolean }
  | { readonly kind: 'and' | 'or'; readonly conditions: readonly Condition[] }
  | { readonly kind: 'not'; readonly condition: Condition };

/** `and` of conditions, of which the optional ones are left out unless there are no others. */
export function allOf(conditions: readonly Condition[]): Condition {
  const needed = withoutOptional(conditions);
  return needed.length === 1 ? needed[0] : { kind: 'and', conditions: needed };
}

export function anyOf(conditions: readonly Condition[]): Condition {
  return conditions.length === 1 ? conditions[0] : { kind: 'or', conditions };
}

function withoutOptional(conditions: readonly Condition[]): readonly Condition[] {
  const needed = conditions.filter((condition) => !isOptional(condition));
  return needed.length > 0 ? needed : conditions;
}

export function isOptional(condition: Condition): boolean {
  return condition.kind === 'leaf' && condition.optional;
}

/** Whether a condition asks for any word. */
export function hasLeaf(condition: Condition): boolean {
  switch (condition.kind) {
    case 'leaf':
      return true;
    case 'check':
      return false;
    case 'and':
    case 'or':
      return condition.conditions.some(hasLeaf);
    case 'not':
      return hasLeaf(condition.condition);
  }
}

/** Whether only documents meet a condition that a leaf matched. */
export function needsLeaf(condition: Condition): boolean {
  switch (condition.kind) {
    case 'leaf':
      return true;
    case 'check':
    case 'not':
      return false;
    case 'and':
      return condition.conditions.some(needsLeaf);
    case 'or':
      return condition.conditions.every(needsLeaf);
  }
}

/** Whether a condition has a part that is asked for the best documents only. */
export function hasStrict(condition: Condition): boolean {
  switch (condition.kind) {
    case 'leaf':
      return false;
    case 'check':
      return condition.strict;
    case 'and':
    case 'or':
      return condition.conditions.some(hasStrict);
    case 'not':
      return hasStrict(condition.condition);
  }
}

/**
 * The condition as a function.
 * @param strict whether to ask the strict parts; else their answer is the one that lets more documents pass
 */
export function compile(condition: Condition, strict: boolean, passes = true): Check {
  switch (condition.kind) {
    case 'leaf': {
      const { bit } = condition;
      return bit === 0 ? () => passes : (bits) => (bits & bit) !== 0;
    }
    case 'check': {
      const { check } = condition;
      return condition.strict && !strict ? () => passes : (_, document) => check(document);
    }
    case 'and': {
      const checks = condition.conditions.map((one) => compile(one, strict, passes));
      return (bits, document) => checks.every((check) => check(bits, document));
    }
    case 'or': {
      const checks = condition.conditions.map((one) => compile(one, strict, passes));
      return (bits, document) => checks.some((check) => check(bits, document));
    }
    case 'not': {
      const check = compile(condition.condition, strict, !passes);
      return (bits, document) => !check(bits, document);
    }
  }
}

/** The bits of conditions that are leaves and nothing else, of which all are asked for. */
export function bitsOf(conditions: readonly Condition[]): number | undefined {
  let bits = 0;
  for (const condition of conditions) {
    if (condition.kind !== 'leaf') return undefined;
    bits |= condition.bit;
  }
  return bits;
}

/** Whether a document has all that is demanded and at least so many of the wanted. */
export function matcher(
  wanted: readonly Condition[],
  demanded: readonly Condition[],
  least: number,
  strict = false,
): Check {
  const demandedBits = bitsOf(demanded);
  const demands = demandedBits === undefined ? demanded.map((condition) => compile(condition, strict)) : [];
  const needed = demandedBits ?? 0;
  const wishes = wanted.map((condition) => compile(condition, strict));
  return (mark, document) => {
    if ((mark & needed) !== needed) return false;
    let met = 0;
    for (const wish of wishes) if (wish(mark, document)) met++;
    return met >= least && demands.every((check) => check(mark, document));
  };
}

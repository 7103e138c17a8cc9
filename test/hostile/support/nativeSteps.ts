/* Counts what the engine's own functions look at, which its coverage does not tell. */

type Cost = (self: never, args: readonly unknown[], result: unknown) => number;

let steps = 0;

/** Characters and elements that were looked at since this was last asked. */
export function takeNativeSteps(): number {
  return [steps, (steps = 0)][0];
}

function count(prototype: object, costs: Readonly<Record<string, Cost>>): void {
  for (const [name, cost] of Object.entries(costs)) {
    const original = Reflect.get(prototype, name) as (...args: readonly unknown[]) => unknown;
    const counted = function (this: never, ...args: unknown[]): unknown {
      const result = Reflect.apply(original, this, args);
      steps += cost(this, args, result);
      return result;
    };
    Object.defineProperty(prototype, name, { value: counted, writable: true, configurable: true });
  }
}

interface Sized {
  readonly length: number;
}

/** Of longer arrays the engine moves the start instead of the elements. */
const MOST_MOVED = 100;

const whole: Cost = ({ length }: Sized) => length;
const trimmed: Cost = ({ length }: Sized, _, result) => length - (result as Sized).length + 1;
const looked: Cost = ({ length }: Sized, [, from], at) =>
  typeof at === 'number' && at >= 0 ? at - Number(from ?? 0) + 1 : length - Number(from ?? 0);
const made: Cost = (_: never, __, result) => (result as Sized).length;

/** A match costs what it holds, and what was looked at before it; where a pattern holds at one place only, nothing stands before. */
function costOfMatch(
  { source, sticky, multiline }: RegExp,
  match: RegExpExecArray | null,
  text: string,
  from: number,
): number {
  const length = match?.[0].length ?? 0;
  if (sticky || (source.startsWith('^') && !multiline)) return length + 1;
  return (match ? match.index + length : text.length) - from + 1;
}

/**
 * From now on counts what functions of strings, arrays and patterns look at. Slices cost nothing, as they share their characters;
 * the ways that a pattern goes back are not seen.
 */
export function countNativeSteps(): void {
  count(String.prototype, {
    indexOf: looked,
    includes: (self: Sized, args, found) => (found ? 1 : self.length - Number(args[1] ?? 0)),
    toLowerCase: whole,
    toUpperCase: whole,
    normalize: whole,
    split: whole,
    replaceAll: whole,
    repeat: made,
    trim: trimmed,
    trimStart: trimmed,
    trimEnd: trimmed,
  });
  count(Array.prototype, {
    indexOf: looked,
    includes: whole,
    shift: ({ length }: Sized) => Math.min(length, MOST_MOVED),
    unshift: whole,
    splice: whole,
    slice: made,
    concat: made,
    join: whole,
    flat: made,
  });
  const exec: (text: string) => RegExpExecArray | null = Reflect.get(RegExp.prototype, 'exec');
  RegExp.prototype.exec = function (text) {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const match: RegExpExecArray | null = Reflect.apply(exec, this, [text]);
    steps += costOfMatch(this, match, String(text), from);
    return match;
  };
}

import { nextTurn } from './nextTurn';

/** How long a piece of work may hold the event loop before it lets others run, in milliseconds. */
const SLICE_MS = 8;

/** Lets the event loop run between two pieces of a long work, at most every few milliseconds. */
export class Cooperation {
  #sliceStart: number;
  #pausing: Promise<void> | undefined;

  constructor(
    readonly ports: { now(): number; yield(): Promise<void> } = {
      now: () => performance.now(),
      yield: nextTurn,
    },
  ) {
    this.#sliceStart = ports.now();
  }

  /** Resolves at once while the current slice lasts, otherwise after the event loop has run. */
  async yieldIfDue(): Promise<void> {
    if (this.ports.now() - this.#sliceStart >= SLICE_MS) await this.pause();
  }

  /**
   * Resolves after the event loop has run. Works that share this go on together: were each to wait for a turn of its own, all
   * those would come in one, and each work would have a whole slice of it.
   */
  pause(): Promise<void> {
    this.#pausing ??= this.ports.yield().then(() => {
      this.#pausing = undefined;
      this.#sliceStart = this.ports.now();
    });
    return this.#pausing;
  }
}

/** What a work in steps comes to, done in one go. */
export function atOnce<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** What a work in steps comes to, done without holding the event loop. */
export async function inTurns<T>(steps: Generator<undefined, T>, cooperation = new Cooperation()): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await cooperation.yieldIfDue();
  }
}

/** So many items are done before the clock is looked at. */
const FEW = 32;

/** What a function makes of each item of a list, made without holding the event loop. */
export async function mapCooperatively<T, U>(
  items: readonly T[],
  map: (item: T, index: number) => U,
  cooperation = new Cooperation(),
): Promise<U[]> {
  const made: U[] = [];
  for (let i = 0; i < items.length; i++) {
    if (i % FEW === 0) await cooperation.yieldIfDue();
    made.push(map(items[i], i));
  }
  return made;
}

/** How many items are sorted in one go. */
const RUN = 1024;

/** A sorted copy of a list, made without holding the event loop. The sort is stable. */
export async function sortCooperatively<T>(
  items: readonly T[],
  compare: (a: T, b: T) => number,
  cooperation = new Cooperation(),
): Promise<T[]> {
  let from: T[] = items.slice();
  for (let start = 0; start < from.length; start += RUN) {
    const run = from.slice(start, start + RUN).sort(compare);
    for (let i = 0; i < run.length; i++) from[start + i] = run[i];
    await cooperation.yieldIfDue();
  }
  let to: T[] = new Array<T>(from.length);
  for (let width = RUN; width < from.length; width *= 2) {
    for (let start = 0; start < from.length; start += 2 * width) {
      await mergeRuns(from, to, start, Math.min(start + width, from.length), Math.min(start + 2 * width, from.length));
    }
    [from, to] = [to, from];
  }
  return from;

  async function mergeRuns(source: T[], target: T[], start: number, middle: number, end: number): Promise<void> {
    let left = start;
    let right = middle;
    for (let at = start; at < end; at++) {
      const takeLeft = left < middle && (right >= end || compare(source[left], source[right]) <= 0);
      target[at] = takeLeft ? source[left++] : source[right++];
      if (at % RUN === 0) await cooperation.yieldIfDue();
    }
  }
}

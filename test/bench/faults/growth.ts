import type { Family } from './families/family';
import type { Trial } from './trial';

/** Pieces of the smallest text tried, and of the largest. */
const FEWEST = 1000;
const MOST = 1_024_000;
const TIMES = 4;
/** Work that grows with its text takes about four times as long; what sorts takes a little more. */
const MOST_GROWTH = 6;
/** The large text of a pair takes at least so long, in milliseconds, so that its growth is seen. */
const SEEN = 40;
/** Work that is faster is repeated until it takes so long together: the clock of the processor is no finer than some of them. */
const MEASURED = 20;
const MOST_RUNS = 50;
const ROUNDS = 3;

/**
 * How the time of a family grows with its size: a text against one of four times as many pieces, in milliseconds of processor
 * time. A step may come from the machine, as when the collector of garbage starts to work: what grows too fast is tried at the
 * next size too, where a square would show again. What takes hardly any time at a million pieces is bounded, and holds.
 */
export function tryGrowth([name, work]: Family): Trial {
  let pieces = FEWEST;
  while (pieces * TIMES < MOST && timeOf(work(pieces * TIMES), 1) < SEEN) pieces *= TIMES;
  const times = [pieces, pieces * TIMES].map((size) => timeOf(work(size), ROUNDS));
  const isFast = () => times.at(-1)! > MOST_GROWTH * times.at(-2)! && times.at(-1)! >= SEEN;
  if (isFast()) times.push(timeOf(work(pieces * TIMES * TIMES), ROUNDS));
  return {
    holds: !isFast(),
    line: `${name}: ${times.map((time) => time.toFixed(1)).join(' → ')} from ${pieces} pieces`,
  };
}

/** The least of some rounds, after one that does not count. */
function timeOf(work: () => unknown, rounds: number): number {
  work();
  return Math.min(...Array.from({ length: rounds }, () => once(work)));
}

function once(work: () => unknown): number {
  const start = process.cpuUsage();
  for (let runs = 1; ; runs++) {
    work();
    const taken = process.cpuUsage(start).user / 1000;
    if (taken >= MEASURED || runs === MOST_RUNS) return taken / runs;
  }
}

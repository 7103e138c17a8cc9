import { type Profiler, Session } from 'node:inspector';
import { TRIES_ALL } from '../../unit/support/cases';
import { type Growth, growsTooFast } from './growth';
import { countNativeSteps, takeNativeSteps } from './nativeSteps';

/* A process of its own, as counting makes everything slow: prints how many steps each hostile family takes at two sizes. */

const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

/** How often the blocks of our code and of the libraries ran since this was last asked, as the engine counts them. */
function takeSteps(): number {
  let steps = 0;
  session.post('Profiler.takePreciseCoverage', (_, { result }: Profiler.TakePreciseCoverageReturnType) => {
    for (const { url, functions } of result) {
      if (!url.startsWith('file:')) continue;
      for (const { ranges } of functions) for (const range of ranges) steps += range.count;
    }
  });
  return steps + takeNativeSteps();
}

/**
 * How many pieces there are at first, and then four times as many. What is sorted or limited may grow faster while it is small, so
 * that more of them decide where few grow too fast.
 */
const SIZES = TRIES_ALL ? [300] : [60, 300];

/** What is to be seen growing with the square of its size, in our code and in the engine's. */
const SQUARES = [
  (times: number) => () => {
    let sum = 0;
    for (let i = 0; i < times; i++) for (let j = 0; j < times; j++) sum += j;
    return sum;
  },
  (times: number) => () => Array.from('a'.repeat(times)).map((_, i) => 'a'.repeat(times).indexOf('b', i)),
];

// Only what is compiled from now on is counted.
void import('../../bench/faults/families').then(({ FAMILIES }) => {
  countNativeSteps();
  const works = [...FAMILIES.map(([, work]) => work), ...SQUARES];
  // What is made once is made now.
  for (const work of works) work(10)();
  const counts = new Map<Work, Growth>();
  for (const size of SIZES) {
    const left = works.filter((work) => growsTooFast(counts.get(work) ?? [0, 0]));
    for (const [work, growth] of countAll(left, size)) counts.set(work, growth);
  }
  process.stdout.write(JSON.stringify(works.map((work) => counts.get(work))));
});

type Work = (times: number) => () => unknown;

/** The steps of each work for so many pieces, and for four times as many; that of making the texts is not counted. */
function countAll(works: readonly Work[], size: number): (readonly [Work, Growth])[] {
  const made = works.map((work) => [work, work(size), work(4 * size)] as const);
  const counted = (run: () => unknown) => (run(), takeSteps());
  takeSteps();
  return made.map(([work, few, many]) => [work, [counted(few), counted(many)]]);
}

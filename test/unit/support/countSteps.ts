import { type Profiler, Session } from 'node:inspector';
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

const SIZES = [300, 1200];

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
  const families = [...FAMILIES.map(([, work]) => work), ...SQUARES].map((work) => {
    // What is made once is made now.
    work(10)();
    return SIZES.map(work);
  });
  takeSteps();
  const counts = families.map((works) =>
    works.map((run) => {
      run();
      return takeSteps();
    }),
  );
  process.stdout.write(JSON.stringify(counts));
});

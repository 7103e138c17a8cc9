import { runSuite, type Suite } from './suite';
import { add, describeTally, type Tally } from './tally';

const suite = (name: string, script: string, counts = true): Suite => ({
  name,
  command: 'npm',
  args: ['run', '--silent', script],
  env: { ALL_CASES: '1' },
  counts,
});

/** Suites of one lane run one after the other: what is built for one must not be replaced while another needs it. */
const LANES: readonly (readonly Suite[])[] = [
  [
    suite('lint', 'lint', false),
    suite('types', 'types', false),
    suite('unit', 'test:unit'),
    suite('oracle', 'test:oracle'),
    suite('online', 'test:online'),
  ],
  [
    suite('package', 'package', false),
    suite('integration', 'test:integration'),
    // Drives the package that was made above.
    suite('e2e', 'test:packaged'),
  ],
];

/** Runs the suites of a lane, also after one that failed. */
async function runLane(lane: readonly Suite[]): Promise<[Suite, Tally][]> {
  const results: [Suite, Tally][] = [];
  for (const one of lane) results.push([one, await runSuite(one)]);
  return results;
}

/** Runs every suite, the lanes side by side: VS Code mostly waits. The last line is the sum of all. */
async function main(): Promise<void> {
  const results = (await Promise.all(LANES.map(runLane))).flat();
  const total = results.map(([, tally]) => tally).reduce(add);
  console.log('');
  for (const [{ name }, tally] of results) console.log(`${name}: ${describeTally(tally)}`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

void main();

import { join } from 'node:path';
import { Child } from './child';
import { temporaryFolder } from './cleanup';
import { ROOT } from './paths';
import { add, describeTally, NOTHING, readTally, TALLY_FILE, type Tally } from './tally';

/** One part of the test run: an npm script. */
interface Suite {
  readonly name: string;
  readonly script: string;
  /** The suite leaves a tally; a suite that leaves none is one test, passed or failed. */
  readonly counts?: boolean;
}

const SUITES: readonly Suite[] = [
  { name: 'lint', script: 'lint' },
  { name: 'types', script: 'types' },
  { name: 'unit', script: 'test:unit', counts: true },
  { name: 'oracle', script: 'test:oracle', counts: true },
  { name: 'online', script: 'test:online', counts: true },
  { name: 'integration', script: 'test:integration', counts: true },
  { name: 'e2e', script: 'test:e2e', counts: true },
];

/** Runs a suite to its end, its output shown as it comes. */
async function run({ name, script, counts }: Suite, folder: string): Promise<Tally> {
  console.log(`\n── ${name} ──`);
  const file = join(folder, `${name}.json`);
  const env = { ...process.env, [TALLY_FILE]: file, ALL_CASES: '1' };
  // Asked to end with this process, a suite can still end the VS Code and the browser that it started.
  const child = new Child('npm', ['run', '--silent', script], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
    signalAtExit: 'SIGTERM',
  });
  const { code } = await child.ended;
  const tally = counts ? await readTally(file) : { ...NOTHING, passed: code === 0 ? 1 : 0 };
  return judge(tally ?? NOTHING, code === 0);
}

/** A suite that ended badly without a failed test, or that ran no test, has failed all the same. */
function judge(tally: Tally, endedWell: boolean): Tally {
  const ranNothing = tally.passed + tally.failed + tally.skipped === 0;
  return tally.failed === 0 && (!endedWell || ranNothing) ? { ...tally, failed: 1 } : tally;
}

/** Runs every suite, also after one that failed. The last line is the sum of all. */
async function main(): Promise<void> {
  const folder = temporaryFolder('tally');
  const results: [Suite, Tally][] = [];
  for (const suite of SUITES) results.push([suite, await run(suite, folder)]);
  const total = results.map(([, tally]) => tally).reduce(add);
  console.log('');
  for (const [{ name }, tally] of results) console.log(`${name}: ${describeTally(tally)}`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

void main();

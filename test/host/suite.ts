import { join } from 'node:path';
import { Child } from './child';
import { temporaryFolder } from './cleanup';
import { ROOT } from './paths';
import { NOTHING, readTally, TALLY_FILE, type Tally } from './tally';

/** How many lines are kept of the output of a suite that failed otherwise than by a test. */
const LAST_LINES = 40;

/** One part of a test run: a command that ends well or badly. */
export interface Suite {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** The suite leaves a tally; a suite that leaves none is one test, passed or failed. */
  readonly counts?: boolean;
  /**
   * Whether it is tried once more where it fails: what drives VS Code depends on how busy the machine is. The parts that failed are
   * run, where the suite tells of parts, by the pattern of their names.
   */
  readonly again?: boolean;
  /** For how much of a suite that is busy all the time it counts, where it waits for the most part: above 0, less than 1. */
  readonly share?: number;
  /** Whether it takes what processor time others leave: nothing in it depends on how fast it goes. */
  readonly isPatient?: boolean;
}

/** Runs a suite to its end, then shows all of its output at once: others may run beside it. */
export async function runSuite({ name, command, args, env, counts, isPatient }: Suite): Promise<Tally> {
  console.log(`── ${name} begins ──`);
  const start = performance.now();
  const file = join(temporaryFolder('tally'), 'tally.json');
  // Asked to end with this process, a suite can still end the VS Code and the browser that it started.
  const child = new Child(command, args, {
    cwd: ROOT,
    env: { ...process.env, ...env, [TALLY_FILE]: file },
    stdio: ['ignore', 'pipe', 'pipe'],
    signalAtExit: 'SIGTERM',
  });
  if (isPatient) child.yieldToOthers();
  const { code } = await child.ended;
  console.log(`\n── ${name}: ${Math.round((performance.now() - start) / 1000)} s ──\n${child.output}`);
  const tally = counts ? await readTally(file) : { ...NOTHING, passed: code === 0 ? 1 : 0 };
  const judged = judge(tally ?? NOTHING, code === 0);
  return judged.failed === 0 ? judged : { ...judged, failures: `── ${name} ──\n${failuresIn(child.output)}` };
}

/** What the output of a suite says of its failures: all behind mocha's number of them, else the last lines. */
function failuresIn(output: string): string {
  const start = output.search(/^ *\d+ failing$/m);
  return start < 0 ? output.split('\n').slice(-LAST_LINES).join('\n') : output.slice(start);
}

/** A suite that ended badly without a failed test, or that ran no test, has failed all the same. */
function judge(tally: Tally, endedWell: boolean): Tally {
  const ranNothing = tally.passed + tally.failed + tally.skipped === 0;
  return tally.failed === 0 && (!endedWell || ranNothing) ? { ...tally, failed: 1 } : tally;
}

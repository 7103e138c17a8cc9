import { availableParallelism } from 'node:os';
import { chosenScenarios, scenarioSuite } from './chosenScenarios';
import { drivenSuites } from './drivenSuites';
import { prepareHost } from './prepareHost';
import { runSuites } from './runSuites';
import { runSuite, type Suite } from './suite';
import { add, describeTally, NOTHING, type Tally } from './tally';
import { STAND_IN, vscodeExecutable } from './vscodeExecutable';

/** How many busy suites run in VS Code side by side: more of them than the processors can serve would wait for one another in vain. */
const SIDE_BY_SIDE = Math.min(4, availableParallelism());

const script = (name: string, npmScript: string, counts = true): Suite => ({
  name,
  command: 'npm',
  args: ['run', '--silent', npmScript],
  counts,
});

const patient = (suite: Suite): Suite => ({ ...suite, isPatient: true });

/** What the suites in VS Code need: VS Code, the package and, when that is made, the tests for the extension host. */
async function prepareVsCode(executable: string): Promise<readonly (readonly [Suite, Tally])[]> {
  const packing = script('package', 'package', false);
  const building = script('build of the tests', 'build:tests', false);
  const installed = executable === STAND_IN ? prepareHost() : undefined;
  const results = [[packing, await runSuite(packing)] as const, [building, await runSuite(building)] as const];
  await installed;
  return results;
}

/** Runs every suite, those without VS Code in the time that the others leave. The longest are first. The last line is the sum of all. */
async function main(): Promise<void> {
  const executable = await vscodeExecutable();
  const prepared = prepareVsCode(executable);
  const inVsCode = [...chosenScenarios([], executable).map(scenarioSuite), ...(await drivenSuites())];
  const others = [
    patient(script('lint', 'lint', false)),
    patient(script('unit', 'test:unit')),
    patient(script('hostile', 'test:hostile')),
    patient(script('real', 'test:real')),
    // Here it counts that answers come, or come too late.
    script('online', 'test:online'),
    patient(script('oracle', 'test:oracle')),
    patient(script('types', 'types', false)),
  ];
  const tallies = await Promise.all([runSuites(1, others), prepared.then(() => runSuites(SIDE_BY_SIDE, inVsCode))]);
  const suites = [...others, ...inVsCode].map((suite, i) => [suite, tallies.flat()[i]] as const);
  report([...(await prepared), ...suites]);
}

/** Tells what came of each kind of suite (`integration: default` is of the kind `integration`), and of all together. */
function report(results: readonly (readonly [Suite, Tally])[]): void {
  const kinds = new Map<string, Tally>();
  for (const [{ name }, tally] of results) {
    const [kind] = name.split(':');
    kinds.set(kind, add(kinds.get(kind) ?? NOTHING, tally));
  }
  const total = [...kinds.values()].reduce(add);
  // Again, as there may be much output behind the suite that failed.
  console.log(total.failures === undefined ? '' : `\nWhat failed:\n${total.failures}\n`);
  for (const [kind, tally] of kinds) console.log(`${kind}: ${describeTally(tally)}`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

void main();

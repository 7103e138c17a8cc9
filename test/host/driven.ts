import { PICTURES } from '../e2e/pictures';
import { drivenSuites } from './drivenSuites';
import { prepareHost } from './prepareHost';
import { runSuites } from './runSuites';
import { add, describeTally, NOTHING } from './tally';

/** How many windows are driven side by side. */
const SIDE_BY_SIDE = 2;

/** Drives the packaged extension, and takes pictures: all files of `test/e2e`, or those that are named. */
async function main(names: readonly string[]): Promise<void> {
  await prepareHost();
  const suites = (await drivenSuites(names)).map((suite) => ({ ...suite, env: { ...suite.env, [PICTURES]: '1' } }));
  const total = (await runSuites(SIDE_BY_SIDE, suites)).reduce(add, NOTHING);
  console.log(describeTally(total));
  process.exitCode = total.failed > 0 ? 1 : 0;
}

void main(process.argv.slice(2));

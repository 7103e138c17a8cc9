import { join } from 'node:path';
import { ROOT } from './paths';
import { SCENARIOS, type Scenario } from './scenarios';
import type { Suite } from './suite';
import { STAND_IN } from './vscodeExecutable';

/** The tests of a scenario as VS Code runs them; the measurements of all scenarios are in one bundle. */
export const testBundle = ({ name, measures }: Scenario) => join(ROOT, 'dist/test', `${measures ? 'bench' : name}.js`);

/** Why a scenario cannot run in desktop VS Code, if it cannot. */
function hindranceOnDesktop({ restricted, host }: Scenario): string | undefined {
  if (restricted) return 'desktop VS Code runs tests in trusted workspaces only.';
  return host === 'web' ? 'desktop VS Code does not pass on what its web extension host says.' : undefined;
}

/** The scenarios that are named, or all that have tests, as far as this VS Code can run them. */
export function chosenScenarios(names: readonly string[], executable: string): readonly Scenario[] {
  return SCENARIOS.filter((scenario) => {
    if (names.length > 0 ? !names.includes(scenario.name) : scenario.measures) return false;
    const hindrance = executable === STAND_IN ? undefined : hindranceOnDesktop(scenario);
    if (hindrance !== undefined) console.log(`Scenario "${scenario.name}" left out: ${hindrance}`);
    return hindrance === undefined;
  });
}

/** A scenario as a suite in a process of its own; its tests must have been built. */
export const scenarioSuite = ({ name }: Scenario): Suite => ({
  name: `integration: ${name}`,
  command: process.execPath,
  args: ['--import', 'tsx', join(ROOT, 'test/host/integration.ts'), name],
  counts: true,
  again: true,
  // Most of the time it waits for VS Code to see what was written.
  share: 0.6,
});

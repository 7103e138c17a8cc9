import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { chosenScenarios, scenarioSuite, testBundle } from './chosenScenarios';
import { temporaryFolder } from './cleanup';
import { prepareHost } from './prepareHost';
import { ROOT } from './paths';
import { REPORT_PORT, TEST_NAMES } from './report';
import { ReportServer } from './reportServer';
import { runSuites } from './runSuites';
import type { Scenario } from './scenarios';
import { QUIET_SETTINGS, UNSEEN_SETTINGS } from './settings';
import { add, describeTally, NOTHING, writeTally, type Tally } from './tally';
import { STAND_IN, vscodeExecutable } from './vscodeExecutable';

/** How many busy suites’ worth of scenarios run side by side: two, as each counts for little more than a half. */
const SIDE_BY_SIDE = 1.2;

const EXTENSION = 'literature-notes.literature-notes';

/** Which tests are run: all, unless told; the measurements of all scenarios are in one bundle. */
function testNames({ measures }: Scenario): string | undefined {
  const names = { papers: '^In the extension host', notes: '^Notes in the extension host' };
  return measures ? names[measures] : process.env[TEST_NAMES];
}

/** Runs one scenario in a VS Code of its own, on copies of everything. */
async function runScenario(scenario: Scenario, executable: string): Promise<Tally> {
  const folder = temporaryFolder(scenario.name);
  const userData = join(folder, 'user');
  const workspace = join(folder, 'workspace');
  const unseen = scenario.measures ? {} : UNSEEN_SETTINGS;
  const settings = { ...QUIET_SETTINGS, ...unseen, ...scenario.settings };
  if (scenario.restricted) Object.assign(settings, { 'security.workspace.trust.enabled': true });
  const isWeb = scenario.host === 'web';
  if (isWeb) Object.assign(settings, { 'remote.extensionKind': { [EXTENSION]: ['web'] } });
  await mkdir(join(userData, 'User'), { recursive: true });
  await writeFile(join(userData, 'User/settings.json'), JSON.stringify(settings));
  await scenario.workspace?.(workspace);
  for (const id of scenario.beside ?? []) await installStandIn(id, join(folder, 'extensions'));
  const opened = scenario.workspace ? [join(workspace, scenario.workspaceFile ?? '.')] : [];
  const reports = await ReportServer.listen();
  let failure: unknown;
  try {
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: ROOT,
      extensionTestsPath: testBundle(scenario),
      extensionTestsEnv: { [REPORT_PORT]: String(reports.port), [TEST_NAMES]: testNames(scenario) },
      launchArgs: [
        ...opened,
        `--user-data-dir=${userData}`,
        `--extensions-dir=${join(folder, 'extensions')}`,
        ...(isWeb ? ['--extensionDevelopmentKind=web'] : []),
      ],
    });
  } catch (error) {
    failure = error;
  } finally {
    reports.close();
  }
  if (reports.tally) return reports.tally;
  console.error(reports.started ? 'VS Code ended before the tests did.' : 'The tests did not start.', failure ?? '');
  return { ...NOTHING, failed: 1 };
}

/** Puts an extension that does nothing where VS Code looks for installed ones. */
async function installStandIn(id: string, extensions: string): Promise<void> {
  const [publisher, name] = id.split('.');
  const folder = join(extensions, `${id}-1.0.0`);
  await mkdir(folder, { recursive: true });
  const manifest = { publisher, name, version: '1.0.0', engines: { vscode: '*' } };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
}

/** Runs one scenario here, or several in processes of their own. */
async function main(names: readonly string[]): Promise<void> {
  const executable = await vscodeExecutable();
  const scenarios = chosenScenarios(names, executable);
  const [only] = scenarios;
  if (executable === STAND_IN) await prepareHost();
  const total =
    only && scenarios.length === 1
      ? await runScenario(only, executable)
      : (await runSuites(SIDE_BY_SIDE, scenarios.map(scenarioSuite))).reduce(add, NOTHING);
  await writeTally(total);
  console.log(describeTally(total));
  process.exitCode = total.failed > 0 ? 1 : 0;
}

void main(process.argv.slice(2));

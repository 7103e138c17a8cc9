import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests, SilentReporter } from '@vscode/test-electron';
import { atATime } from './atATime';
import { prepareBrowser } from './browser';
import { temporaryFolder } from './cleanup';
import { installHost } from './installation';
import { ROOT } from './paths';
import { REPORT_PORT, TEST_NAMES } from './report';
import { ReportServer } from './reportServer';
import { SCENARIOS, type Scenario } from './scenarios';
import { QUIET_SETTINGS } from './settings';
import { runSuite } from './suite';
import { add, describeTally, NOTHING, writeTally, type Tally } from './tally';

const EXTENSION = 'literature-notes.literature-notes';
const STAND_IN = join(ROOT, 'test/host/vscode.sh');

/** The VS Code to test in: the one named in `VSCODE_EXECUTABLE`, a downloaded one, or on Linux our stand-in for it. */
async function vscodeExecutable(): Promise<string> {
  const named = process.env['VSCODE_EXECUTABLE'];
  if (named) return named;
  if (process.platform === 'linux') return STAND_IN;
  return downloadAndUnzipVSCode({ version: 'stable', reporter: new SilentReporter() });
}

const testBundle = ({ name, measures }: Scenario) => join(ROOT, 'dist/test', `${measures ? 'bench' : name}.js`);

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
  const settings = { ...QUIET_SETTINGS, ...scenario.settings };
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

/** Why a scenario cannot run in desktop VS Code, if it cannot. */
function hindranceOnDesktop({ restricted, host }: Scenario): string | undefined {
  if (restricted) return 'desktop VS Code runs tests in trusted workspaces only.';
  return host === 'web' ? 'desktop VS Code does not pass on what its web extension host says.' : undefined;
}

/** How many scenarios run side by side: most of the time, each waits for files to be seen. */
const SIDE_BY_SIDE = 2;

/** The scenarios that are named, or all that have tests, as far as this VS Code can run them. */
function chosen(names: readonly string[], executable: string): readonly Scenario[] {
  return SCENARIOS.filter((scenario) => {
    if (names.length > 0 ? !names.includes(scenario.name) : scenario.measures) return false;
    if (!existsSync(testBundle(scenario))) return false;
    const hindrance = executable === STAND_IN ? undefined : hindranceOnDesktop(scenario);
    if (hindrance !== undefined) console.log(`Scenario "${scenario.name}" left out: ${hindrance}`);
    return hindrance === undefined;
  });
}

/** Runs a scenario in a process of its own. */
const runBeside = ({ name }: Scenario) =>
  runSuite({
    name: `scenario "${name}"`,
    command: process.execPath,
    args: [...process.execArgv, ...process.argv.slice(1, 2), name],
    counts: true,
  });

/** Runs one scenario here, or several in processes of their own. */
async function main(names: readonly string[]): Promise<void> {
  const executable = await vscodeExecutable();
  const scenarios = chosen(names, executable);
  const [only] = scenarios;
  // What is missing of VS Code and of the browser is installed once.
  if (executable === STAND_IN) await Promise.all([installHost(), prepareBrowser()]);
  const tallies =
    only && scenarios.length === 1
      ? [await runScenario(only, executable)]
      : await atATime(SIDE_BY_SIDE, scenarios, runBeside);
  const total = tallies.reduce(add, NOTHING);
  await writeTally(total);
  console.log(describeTally(total));
  process.exitCode = total.failed > 0 ? 1 : 0;
}

void main(process.argv.slice(2));

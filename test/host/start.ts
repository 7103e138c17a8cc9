import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Child } from './child';
import { temporaryFolder } from './cleanup';
import { installHost } from './installation';
import { packagedExtension } from './packaged';
import { ROOT } from './paths';
import { installExtension, VsCodeServer, writeUserSettings } from './server';
import { QUIET_SETTINGS } from './settings';

/** An extension that opens the sidebar and the draft, as somebody would who comes to try things. */
const FIRST_VIEW = join(ROOT, 'test/host/firstView');

/** Runs an npm script of this project. Throws where it fails, after showing what it said. */
async function runScript(name: string): Promise<void> {
  const child = new Child('npm', ['run', '--silent', name], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
  });
  const { code } = await child.ended;
  if (code !== 0) throw new Error(`${child.output}"npm run ${name}" failed.`);
}

/** A copy of the sample workspace, for this run only. */
async function sampleWorkspace(): Promise<string> {
  const folder = join(temporaryFolder('sample'), 'sample');
  await cp(join(ROOT, 'media/sample'), folder, { recursive: true });
  return folder;
}

/** Serves VS Code with the packaged extension until it is ended. */
async function serve(workspace: string, port: number): Promise<void> {
  console.log('Packaging the extension …');
  const [installation] = await Promise.all([installHost(), runScript('package')]);
  const folder = temporaryFolder('start');
  const options = { dataFolder: join(folder, 'data'), extensionsFolder: join(folder, 'extensions'), port };
  await writeUserSettings(options.dataFolder, QUIET_SETTINGS);
  await cp(FIRST_VIEW, join(options.extensionsFolder, 'literature-notes.first-view-1.0.0'), { recursive: true });
  console.log('Installing it into VS Code …');
  await installExtension(installation, await packagedExtension(), options);
  const server = await VsCodeServer.start(installation, options);
  const url = server.url({ folder: workspace });
  await fetch(url);
  console.log(`VS Code with Literature Notes: ${url}\nEnd it with Ctrl-C.`);
  await server.ended;
}

/** Opens the installed desktop VS Code with the extension in its folder, until its window is closed. */
async function openDesktop(workspace: string): Promise<void> {
  await runScript('build');
  const developed = [ROOT, FIRST_VIEW].map((folder) => `--extensionDevelopmentPath=${folder}`);
  const args = ['--wait', '--new-window', ...developed, workspace];
  console.log('Opening VS Code with Literature Notes …');
  const { code } = await new Child('code', args, { stdio: 'inherit', shell: process.platform === 'win32' }).ended;
  if (code !== 0) throw new Error('VS Code did not start: the command "code" has to be in the PATH.');
}

/** What was asked for on the command line. Throws where it makes no sense. */
function readArguments(): { port: number; workspace: string | undefined } {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '0' }, workspace: { type: 'string' } } });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`${values.port} is no port.`);
  if (values.workspace === undefined) return { port, workspace: undefined };
  // npm runs its scripts in the project's folder; a relative path is meant from where it was typed.
  const workspace = resolve(process.env['INIT_CWD'] ?? '.', values.workspace);
  if (!existsSync(workspace)) throw new Error(`${workspace} does not exist.`);
  return { port, workspace };
}

async function main(): Promise<void> {
  const { port, workspace } = readArguments();
  const folder = workspace ?? (await sampleWorkspace());
  await (process.platform === 'linux' ? serve(folder, port) : openDesktop(folder));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

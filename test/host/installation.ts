import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Child } from './child';
import { childEnvironment } from './environment';
import { HOST_DIR, ROOT } from './paths';

/** The Node that VS Code's server asks for, and the release of code-server whose VS Code is used. */
const NODE_VERSION = '24.21.0';
const CODE_SERVER_VERSION = '4.139.1';

/** Parts of VS Code that no test and nobody who tries the extension needs. They are large. */
const UNNEEDED = [
  'extensions/copilot',
  'extensions/mermaid-markdown-features',
  'extensions/microsoft-authentication',
  'extensions/ms-vscode.js-debug',
  'extensions/ms-vscode.js-debug-companion',
  'extensions/ms-vscode.vscode-js-profile-table',
  'node_modules/@github',
];

/** Native addons that would have to be compiled, and the folder of what stands for them: without the first, log files stay empty. */
const ADDONS = ['spdlog', 'native-watchdog'];
const ADDON_STAND_INS = join(ROOT, 'test/host/addons');

const QUIET_NPM = ['--no-audit', '--no-fund', '--loglevel=error'];

/** A VS Code server with its workbench for the browser, all of it from the npm registry. */
export interface HostInstallation {
  /** The Node binary that runs the server. */
  readonly node: string;
  /** VS Code's folder; `out/server-main.js` in it starts the server. */
  readonly vscode: string;
}

interface Step {
  readonly name: string;
  /** Where what it brings is put. */
  readonly folder: string;
  readonly run: () => Promise<void>;
}

/** Runs npm to its end in a folder. Throws with what it printed where it fails. */
async function npm(folder: string, args: readonly string[]): Promise<void> {
  const child = new Child('npm', args, { cwd: folder, env: childEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] });
  const { code } = await child.ended;
  if (code !== 0) throw new Error(`"npm ${args.join(' ')}" failed in ${folder}.\n${child.output}`);
}

async function unpack(archive: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const child = new Child('tar', ['-xzf', archive, '-C', folder, '--strip-components=3', 'package/lib/vscode']);
  const { code } = await child.ended;
  if (code !== 0) throw new Error(`${archive} cannot be unpacked.`);
}

async function installNode(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  const name = `node-linux-${process.arch}@${NODE_VERSION}`;
  await npm(folder, ['install', name, '--prefix', folder, '--ignore-scripts', ...QUIET_NPM]);
}

/** Fetches the archive of code-server and keeps of it VS Code alone. The folder appears only when it is complete. */
async function installVsCode(folder: string): Promise<void> {
  const partial = `${folder}.partial`;
  await rm(partial, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  await npm(partial, ['pack', `code-server@${CODE_SERVER_VERSION}`, '--loglevel=error']);
  const archive = join(partial, `code-server-${CODE_SERVER_VERSION}.tgz`);
  await unpack(archive, join(partial, 'vscode'));
  await rename(join(partial, 'vscode'), folder);
  await rm(partial, { recursive: true, force: true });
}

async function installModules(folder: string): Promise<void> {
  await npm(folder, ['install', '--omit=dev', '--ignore-scripts', '--prefix', folder, ...QUIET_NPM]);
  await Promise.all(UNNEEDED.map((path) => rm(join(folder, path), { recursive: true, force: true })));
}

/** Puts what stands for the addons in their place. */
async function replaceAddons(folder: string): Promise<void> {
  const puts = ADDONS.map((name) =>
    cp(join(ADDON_STAND_INS, `${name}.cjs`), join(folder, 'node_modules/@vscode', name, 'index.js')),
  );
  await Promise.all(puts);
}

/** The megabytes of all files in a folder. */
async function megabytesOf(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = files.filter((file) => file.isFile()).map((file) => stat(join(file.parentPath, file.name)));
  return Math.round((await Promise.all(sizes)).reduce((sum, { size }) => sum + size, 0) / 1e6);
}

/** Does the steps that are not done yet, one after the other, with a line for each that is. */
async function take(steps: readonly Step[], stamps: string): Promise<void> {
  for (const { name, folder, run } of steps) {
    const stamp = join(stamps, name.replaceAll(' ', '-'));
    if (existsSync(stamp)) continue;
    const start = performance.now();
    await run();
    await writeFile(stamp, '');
    const seconds = Math.round((performance.now() - start) / 1000);
    console.log(`  ${name}: ${seconds} s, ${await megabytesOf(folder)} MB in ${folder}`);
  }
}

const NODE_FOLDER = join(HOST_DIR, `node-${NODE_VERSION}`);
const VSCODE_FOLDER = join(HOST_DIR, `vscode-${CODE_SERVER_VERSION}`);
const STAMPS = join(HOST_DIR, `.done-${NODE_VERSION}-${CODE_SERVER_VERSION}`);
/** Says that all is done, so that the steps need not be looked at. */
const ALL_DONE = join(STAMPS, '5');

/**
 * The npm-only VS Code, installed on first use: Node beside VS Code. Every finished step is remembered, so an interrupted
 * installation goes on where it stopped. Linux only.
 */
export async function installHost(): Promise<HostInstallation> {
  if (!existsSync(ALL_DONE)) {
    console.log(`Getting VS Code into ${HOST_DIR} …`);
    await mkdir(STAMPS, { recursive: true });
    await Promise.all([
      take([{ name: `Node ${NODE_VERSION}`, folder: NODE_FOLDER, run: () => installNode(NODE_FOLDER) }], STAMPS),
      take(
        [
          {
            name: `VS Code of code-server ${CODE_SERVER_VERSION}`,
            folder: VSCODE_FOLDER,
            run: () => installVsCode(VSCODE_FOLDER),
          },
          { name: 'modules of VS Code', folder: VSCODE_FOLDER, run: () => installModules(VSCODE_FOLDER) },
          {
            name: 'stand-ins of addons',
            folder: join(VSCODE_FOLDER, 'node_modules/@vscode'),
            run: () => replaceAddons(VSCODE_FOLDER),
          },
        ],
        STAMPS,
      ),
    ]);
    await writeFile(ALL_DONE, '');
  }
  return { node: join(NODE_FOLDER, 'node_modules', `node-linux-${process.arch}`, 'bin/node'), vscode: VSCODE_FOLDER };
}

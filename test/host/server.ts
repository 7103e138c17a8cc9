import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Child, type ChildEnd } from './child';
import { childEnvironment } from './environment';
import type { HostInstallation } from './installation';
import { HOST_DIR } from './paths';

/** How long the server may take to listen, in milliseconds. */
const START_TIMEOUT = 60_000;

export interface ServerOptions {
  /** The folder for everything the server keeps: user settings, state, logs. */
  readonly dataFolder: string;
  /** The folder of the installed extensions. */
  readonly extensionsFolder: string;
  /** The folder of the extensions that VS Code itself brings, where it is not to bring all. */
  readonly builtinExtensions?: string;
  /** 0 for any free port. */
  readonly port?: number;
  /** Lets a test run end by itself, and hides notifications. */
  readonly smokeTestDriver?: boolean;
  /** Variables of the environment of all its processes. */
  readonly environment?: NodeJS.ProcessEnv;
}

/** What a page of the workbench opens: a folder, a `.code-workspace` file, or nothing. */
export type Opened = { readonly folder: string } | { readonly workspace: string } | undefined;

/** Keeps the server from asking a gallery on the network about extensions. */
const NO_GALLERY = { EXTENSIONS_GALLERY: '{}' };

const LICENCE = ['--accept-server-license-terms', '--disable-telemetry'];

/** On one machine it takes longer to compress what is sent than to send it. */
const UNCOMPRESSED = '--disable-websocket-compression';

/** Says that the environment is as it should be; else VS Code asks a login shell for it. */
const NO_LOGIN_SHELL = { VSCODE_CLI: '1' };

/** Keeps what Node made of VS Code's modules for the next start of a VS Code. */
const COMPILED = { NODE_COMPILE_CACHE: join(HOST_DIR, 'compile-cache') };

/** The arguments that tell VS Code's server where its data and its extensions lie. */
function folders({ dataFolder, extensionsFolder, builtinExtensions }: ServerOptions): string[] {
  const own = ['--server-data-dir', dataFolder, '--extensions-dir', extensionsFolder];
  return builtinExtensions === undefined ? own : [...own, '--builtin-extensions-dir', builtinExtensions];
}

/** Runs VS Code's server. Its temporary files go where its data goes, as they outlive it. */
async function run(installation: HostInstallation, options: ServerOptions, args: readonly string[]): Promise<Child> {
  const temporary = join(options.dataFolder, 'tmp');
  await mkdir(temporary, { recursive: true });
  return new Child(installation.node, ['out/server-main.js', ...args, ...folders(options), ...LICENCE], {
    cwd: installation.vscode,
    env: childEnvironment({ ...NO_GALLERY, ...NO_LOGIN_SHELL, ...COMPILED, TMPDIR: temporary, ...options.environment }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Writes the user's settings for a server that is to be started with this data folder. */
export async function writeUserSettings(dataFolder: string, settings: object): Promise<void> {
  await mkdir(join(dataFolder, 'data/User'), { recursive: true });
  await writeFile(join(dataFolder, 'data/User/settings.json'), JSON.stringify(settings, undefined, 2));
}

/** Writes the settings of the machine that the server runs on: those that no user's or workspace's settings can set there. */
export async function writeMachineSettings(dataFolder: string, settings: object): Promise<void> {
  await mkdir(join(dataFolder, 'data/Machine'), { recursive: true });
  await writeFile(join(dataFolder, 'data/Machine/settings.json'), JSON.stringify(settings, undefined, 2));
}

/** Installs a packaged extension, as a user would by "Install from VSIX…". Throws with VS Code's words. */
export async function installExtension(installation: HostInstallation, vsix: string, options: ServerOptions) {
  const child = await run(installation, options, ['--install-extension', vsix, '--force']);
  await child.ended;
  if (!child.output.includes('successfully installed'))
    throw new Error(`${vsix} cannot be installed.\n${child.output}`);
}

/** A running VS Code server on 127.0.0.1. */
export class VsCodeServer {
  readonly #child: Child;

  constructor(
    child: Child,
    readonly port: number,
  ) {
    this.#child = child;
  }

  /** Starts a server and waits until it listens. Throws with its output where it does not. */
  static async start(installation: HostInstallation, options: ServerOptions): Promise<VsCodeServer> {
    const address = ['--host', '127.0.0.1', '--port', String(options.port ?? 0), '--without-connection-token'];
    const driver = options.smokeTestDriver ? ['--enable-smoke-test-driver'] : [];
    const child = await run(installation, options, [...address, UNCOMPRESSED, ...driver]);
    let ended: ChildEnd | undefined;
    void child.ended.then((end) => (ended = end));
    const deadline = Date.now() + START_TIMEOUT;
    while (!ended && Date.now() < deadline) {
      const port = /Extension host agent listening on (\d+)/.exec(child.output)?.[1];
      if (port !== undefined) return new VsCodeServer(child, Number(port));
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    await child.stop();
    throw new Error(`VS Code's server did not start.\n${child.output}`);
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** The address of the workbench with something opened, and what its extension host is told by `payload`. */
  url(opened: Opened, payload: readonly (readonly [string, string])[] = []): string {
    const query = new URLSearchParams({ ...(opened ?? { ew: 'true' }) });
    if (payload.length > 0) query.set('payload', JSON.stringify(payload));
    return `${this.origin}/?${query.toString()}`;
  }

  /** A file of this machine as the workbench in the browser names it. */
  remoteUri(path: string): string {
    return `vscode-remote://127.0.0.1:${this.port}${path}`;
  }

  /** The processes that this server runs, by the text that their commands hold. */
  async processes(text: string): Promise<number[]> {
    const { stdout } = await promisify(execFile)('ps', ['-ww', '-eo', 'pid=,pgid=,args=']);
    return stdout.split('\n').flatMap((line) => {
      const [, pid, group, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
      return Number(group) === this.#child.process.pid && command.includes(text) ? [Number(pid)] : [];
    });
  }

  /** Settles when the server has ended, wanted or not. */
  get ended(): Promise<ChildEnd> {
    return this.#child.ended;
  }

  stop(): Promise<void> {
    return this.#child.stop();
  }
}

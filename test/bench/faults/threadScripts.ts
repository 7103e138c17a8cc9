import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { WorkerPort } from '../../../src/base/workerCalls';
import { startThread } from '../../../src/platform/node/startThread';

const NO_FILES = { read: () => Promise.reject(new Error()), replace: () => Promise.reject(new Error()) };

/** The scripts of the threads, as the extension has them, and a folder for what they keep. */
export interface ThreadScripts {
  readonly reading: string;
  readonly search: string;
  readonly folder: string;
}

/** Bundles the threads for as long as something is done with them. */
export async function withThreadScripts<T>(work: (scripts: ThreadScripts) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'faults-'));
  try {
    return await work({ folder, reading: bundled('library', folder), search: bundled('search', folder) });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function bundled(room: string, folder: string): string {
  const outfile = join(folder, `${room}.js`);
  const entryPoints = [`src/${room}/worker.ts`];
  buildSync({ entryPoints, bundle: true, platform: 'node', mainFields: ['module', 'main'], outfile });
  return outfile;
}

/** Starts a thread. */
export function threadOf(script: string, mostMemory?: number): WorkerPort {
  return startThread(script, NO_FILES, mostMemory);
}

/** Starts threads, and kills those that run. */
export class Killable {
  readonly #ports = new Set<WorkerPort>();
  kills = 0;

  constructor(private readonly script: string) {}

  readonly start = (): WorkerPort => {
    const port = threadOf(this.script);
    this.#ports.add(port);
    port.onExit(() => this.#ports.delete(port));
    return port;
  };

  kill(): void {
    for (const port of this.#ports) {
      this.kills++;
      port.terminate();
    }
  }
}

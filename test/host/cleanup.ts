import { mkdtempSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';

type Signal = 'SIGINT' | 'SIGTERM' | 'SIGHUP';

const tasks = new Set<() => void>();

/**
 * Has a task run when this process ends, in whatever way (but SIGKILL). It must be synchronous.
 * @returns takes the task off the list again
 */
export function atExit(task: () => void): () => void {
  listen();
  tasks.add(task);
  return () => tasks.delete(task);
}

let listening = false;

function listen(): void {
  if (listening) return;
  listening = true;
  process.once('exit', () => {
    for (const task of [...tasks].reverse()) {
      try {
        task();
      } catch (error) {
        console.error(error);
      }
    }
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] satisfies Signal[]) {
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
  }
  // npm ends when it is told to, and its shell with it, but nobody tells the script that the shell runs.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && process.exit(1), 500).unref();
}

/** A new empty folder, removed when this process ends. Its path is short: sockets lie in it. */
export function temporaryFolder(purpose: string): string {
  const folder = mkdtempSync(join(tmpdir(), `litnotes-${purpose}-`));
  atExit(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

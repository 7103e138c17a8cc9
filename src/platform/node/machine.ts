import { homedir } from 'node:os';

/** The user's home folder as a path of this machine; undefined where there is none. */
export function homeFolder(): string | undefined {
  return homedir();
}

/** Whether names of files that differ in case only are usually one file; VS Code says so of the same systems. */
export const IGNORES_CASE = process.platform === 'win32' || process.platform === 'darwin';

/** Whether a path names a file of this machine. */
export const HAS_PATHS = true;

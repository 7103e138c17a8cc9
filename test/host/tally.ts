import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';

/** How many tests passed, failed and were skipped. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** The same of each outermost `describe`, by its title, where that is told. */
  readonly parts?: Readonly<Record<string, Tally>>;
  /** What the suites said of the tests that failed. */
  readonly failures?: string;
}

export const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0 };

/** The environment variable that names the file a suite leaves its tally in. */
export const TALLY_FILE = 'LITERATURE_NOTES_TALLY';

export function add(a: Tally, b: Tally): Tally {
  const failures = [a.failures, b.failures].filter((text) => text !== undefined).join('\n') || undefined;
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped, failures };
}

/** `3 passed, 0 failed`, and the skipped ones where there are some. */
export function describeTally({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** Leaves a suite's tally for whoever asked for it. */
export async function writeTally(tally: Tally): Promise<void> {
  const file = process.env[TALLY_FILE];
  if (file) await writeFile(file, JSON.stringify(tally));
}

/** What a suite left; undefined where it left nothing. */
export async function readTally(file: string): Promise<Tally | undefined> {
  return existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as Tally) : undefined;
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { SCENARIOS } from '../../host/scenarios';

/** What the extension, built as it is packaged, costs inside VS Code: time until ready, stalls, keystrokes, memory, by size of library. */
export async function benchHost(): Promise<void> {
  const names = SCENARIOS.filter(({ measures }) => measures === 'papers').map(({ name }) => name);
  process.exitCode = await runInHost(...names);
}

/** Runs scenarios that measure. @returns the exit code */
export async function runInHost(...names: readonly string[]): Promise<number> {
  return (
    (await node('esbuild.mjs', '--tests', '--production')) ||
    (await node('--import', 'tsx', 'test/host/integration.ts', ...names))
  );
}

/** Runs Node and gives its exit code. */
async function node(...args: string[]): Promise<number> {
  const [code] = (await once(spawn(process.execPath, args, { stdio: 'inherit' }), 'exit')) as [number | null];
  return code ?? 1;
}

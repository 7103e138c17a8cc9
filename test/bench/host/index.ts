import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { SCENARIOS } from '../../host/scenarios';

/** What the extension costs inside VS Code: time until ready, stalls, keystrokes, memory, for libraries of several sizes. */
export async function benchHost(): Promise<void> {
  const names = SCENARIOS.filter(({ measures }) => measures).map(({ name }) => name);
  const child = spawn('npm', ['run', '--silent', 'test:integration', '--', ...names], { stdio: 'inherit' });
  [process.exitCode] = (await once(child, 'exit')) as [number];
}

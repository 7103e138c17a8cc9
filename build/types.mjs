// Checks the types of every project by the native compiler. Lint needs the compiler before it, which has an interface for programs.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PROJECTS = ['.', 'src/webview', 'src/platform/browser', 'test/unit/platform/browser'];
const TSC = fileURLToPath(new URL('bin/tsc', import.meta.resolve('typescript7/package.json')));

const failed = PROJECTS.filter((project) => {
  return spawnSync(process.execPath, [TSC, '-p', project], { stdio: 'inherit' }).status !== 0;
});
process.exitCode = failed.length > 0 ? 1 : 0;

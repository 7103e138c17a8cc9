// Checks the types of every project.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PROJECTS = ['.', 'src/webview', 'src/platform/browser', 'test/unit/platform/browser'];
const TSC = fileURLToPath(new URL('bin/tsc', import.meta.resolve('typescript/package.json')));

const failed = PROJECTS.filter((project) => {
  return spawnSync(process.execPath, [TSC, '-p', project], { stdio: 'inherit' }).status !== 0;
});
process.exitCode = failed.length > 0 ? 1 : 0;

import { join } from 'node:path';
import { downloadAndUnzipVSCode, SilentReporter } from '@vscode/test-electron';
import { ROOT } from './paths';

/** On Linux a VS Code from npm stands in for the desktop's. */
export const STAND_IN = join(ROOT, 'test/host/vscode.sh');

/** The VS Code to test in: the one named in `VSCODE_EXECUTABLE`, a downloaded one, or on Linux our stand-in for it. */
export async function vscodeExecutable(): Promise<string> {
  const named = process.env['VSCODE_EXECUTABLE'];
  if (named) return named;
  if (process.platform === 'linux') return STAND_IN;
  return downloadAndUnzipVSCode({ version: 'stable', reporter: new SilentReporter() });
}

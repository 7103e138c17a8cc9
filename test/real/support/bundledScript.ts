import { join } from 'node:path';
import { build } from 'esbuild';

/** Bundles a script for a process or a thread of its own: its path, in the folder that is given. */
export async function bundledScript(entry: string, folder: string): Promise<string> {
  const outfile = join(folder, 'script.js');
  const mainFields = ['module', 'main'];
  await build({ entryPoints: [entry], bundle: true, platform: 'node', mainFields, outfile, logLevel: 'error' });
  return outfile;
}

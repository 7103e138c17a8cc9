import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './paths';

/** The path of the packaged extension that `npm run package` makes. */
export async function packagedExtension(): Promise<string> {
  const manifest = await readFile(join(ROOT, 'package.json'), 'utf8');
  const { name, version } = JSON.parse(manifest) as { name: string; version: string };
  return join(ROOT, `${name}-${version}.vsix`);
}

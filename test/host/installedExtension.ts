import { createHash } from 'node:crypto';
import { cp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from './cleanup';
import { installHost } from './installation';
import { packagedExtension } from './packaged';
import { HOST_DIR } from './paths';
import { installExtension, type ServerOptions } from './server';

const PREFIX = 'extension-';

/** How long a package is kept that another checkout may still use, in milliseconds. */
const KEPT = 24 * 60 * 60 * 1000;

/**
 * Puts the packaged extension, as VS Code installs it, into the folder of extensions of a server that is to be started. Each package is
 * installed once and copied from then on.
 */
export async function putExtension({ extensionsFolder }: ServerOptions): Promise<void> {
  const vsix = await packagedExtension();
  const hash = createHash('sha256')
    .update(await readFile(vsix))
    .digest('hex')
    .slice(0, 16);
  const name = `${PREFIX}${hash}`;
  if (!(await readdir(HOST_DIR)).includes(name)) await install(vsix, name);
  await cp(join(HOST_DIR, name), extensionsFolder, { recursive: true });
}

/** Installs a package under a name; those of long ago go. */
async function install(vsix: string, name: string): Promise<void> {
  const folder = temporaryFolder('extension');
  const options = { dataFolder: join(folder, 'data'), extensionsFolder: join(folder, 'extensions') };
  await installExtension(await installHost(), vsix, options);
  for (const other of await readdir(HOST_DIR)) {
    const path = join(HOST_DIR, other);
    const isOld = other.startsWith(PREFIX) && (await stat(path)).mtimeMs < Date.now() - KEPT;
    if (isOld) await rm(path, { recursive: true, force: true });
  }
  const finished = join(HOST_DIR, `.${name}-${process.pid}`);
  await cp(options.extensionsFolder, finished, { recursive: true });
  // Another process may have been first.
  await rename(finished, join(HOST_DIR, name)).catch(() => rm(finished, { recursive: true }));
}

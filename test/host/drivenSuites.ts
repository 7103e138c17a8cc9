import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './paths';
import type { Suite } from './suite';

const FOLDER = 'test/e2e';
const ENDING = '.test.ts';
const BUNDLES = '.tests/e2e';

/**
 * The driven tests of the packaged extension, a suite a file, those that are named or all. The tests of a file go on from where the one
 * before it ended: what fails is tried again from the beginning. The longest files come first. They must have been bundled.
 */
export async function drivenSuites(names: readonly string[] = []): Promise<readonly Suite[]> {
  const files = (await readdir(join(ROOT, FOLDER))).filter((file) => file.endsWith(ENDING));
  const sized = await Promise.all(
    files.map(async (file) => ({ name: file.slice(0, -ENDING.length), ...(await stat(join(ROOT, FOLDER, file))) })),
  );
  return sized
    .filter(({ name }) => names.length === 0 || names.includes(name))
    .sort((a, b) => b.size - a.size)
    .map(({ name }) => ({
      name: `e2e: ${name}`,
      command: process.execPath,
      args: [
        'node_modules/mocha/bin/mocha.js',
        '--config',
        `${FOLDER}/bundled.mocharc.json`,
        `${BUNDLES}/${name}.test.js`,
      ],
      counts: true,
      again: true,
      // A third of the time it waits for VS Code.
      share: 0.65,
    }));
}

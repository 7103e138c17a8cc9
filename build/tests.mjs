// Bundles the tests of a folder, with what they test, into one file in .tests/: Node loads that in the time that it takes to find
// a tenth of the files. Driven tests are run a file at a time, and become a bundle each.
// node build/tests.mjs unit|hostile|real|online|oracle|e2e
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as esbuild from 'esbuild';

/** What stands before the tests of a folder, where it is there. */
const FIRST = 'support/defaultCases.ts';

/** Modules ask where they are; in the bundle that is where the bundle is. */
const PLACE = 'placeOfTheBundle';

const suite = process.argv[2];
const isDriven = suite === 'e2e';
const folder = join('test', suite);
const paths = (await readdir(folder, { recursive: true })).map((path) => path.replaceAll('\\', '/'));
const tests = paths.filter((path) => path.endsWith('.test.ts')).sort();
const files = existsSync(join(folder, FIRST)) ? [FIRST, ...tests] : tests;

const common = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  mainFields: ['module', 'main'],
  external: ['esbuild', 'mocha', 'playwright-core'],
  logLevel: 'warning',
};

const ofTests = {
  ...common,
  define: { 'import.meta.url': PLACE },
  banner: { js: `const ${PLACE} = require('node:url').pathToFileURL(__filename).href;` },
  // For the reporter, which tells where a failure is in the sources.
  sourcemap: 'external',
  sourcesContent: false,
};

/** One bundle of all tests of the folder. */
const together = () => ({
  ...ofTests,
  stdin: {
    contents: files.map((path) => `require(${JSON.stringify(`./${path}`)});`).join('\n'),
    resolveDir: folder,
    sourcefile: `${suite}.ts`,
  },
  outfile: `.tests/${suite}.js`,
});

/** A bundle of each file of tests, and of what is done before any. */
const oneByOne = () => ({
  ...ofTests,
  entryPoints: [...tests, 'installedHost.ts'].map((path) => join(folder, path)),
  outdir: `.tests/${suite}`,
});

try {
  await Promise.all([
    esbuild.build(isDriven ? oneByOne() : together()),
    // Not the same file for both, which may be written while the other is read.
    esbuild.build({
      ...common,
      entryPoints: ['test/host/tallyReporter.ts'],
      outdir: isDriven ? `.tests/${suite}` : '.tests',
    }),
  ]);
} catch {
  // esbuild has told its errors, with their places.
  process.exitCode = 1;
}

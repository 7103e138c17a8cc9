// Packages the extension as literature-notes-<version>.vsix, and refuses a package that is not fit to be published.
import { spawnSync } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { listFiles } from '@vscode/vsce';
import { BUNDLES, bundleFiles, WEB } from './bundles.mjs';

const MAX_BYTES = 3_000_000;

/** What has no place in a package: tests, source maps, sources. */
const FORBIDDEN = /(^|\/)(src|test|node_modules)\/|\.(map|ts)$|\.test\./;

const { name, version } = JSON.parse(await readFile('package.json', 'utf8'));
const file = `${name}-${version}.vsix`;

/** What vsce advises those who bundle nothing: our files are the parts of bundles. */
const MANY_FILES = /WARNING\s+This extension consists of \d+ files, out of which \d+ are JavaScript files\./;

/** Runs vsce, which builds first (`vscode:prepublish`). Returns what it printed, or undefined where it failed. */
function runVsce() {
  const vsce = createRequire(import.meta.url).resolve('@vscode/vsce/vsce');
  const args = [vsce, 'package', '--no-dependencies', '--out', file];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  const output = `${stdout}${stderr}`;
  process.stdout.write(output);
  return status === 0 ? output : undefined;
}

/** The bundles that outgrew their limits, a sentence each. */
async function largeBundles() {
  const ofNode = BUNDLES.map(async (bundle) => ({ paths: await bundleFiles(bundle), limit: bundle.node }));
  const bundles = [
    ...(await Promise.all(ofNode)),
    ...BUNDLES.map(({ name, web }) => ({ paths: [`${WEB}/${name}.js`], limit: web })),
  ];
  const sizes = await Promise.all(bundles.map(async (bundle) => ({ ...bundle, size: await bytes(bundle.paths) })));
  const large = sizes.filter(({ size, limit }) => size > limit);
  return large.map(
    ({ paths: [path], size, limit }) => `${path} is ${size} bytes; ${limit} is its limit (build/bundles.mjs).`,
  );
}

/** How many bytes the files have together. */
async function bytes(paths) {
  const stats = await Promise.all(paths.map((path) => stat(path)));
  return stats.reduce((sum, { size }) => sum + size, 0);
}

/** What is wrong with the package, a sentence each. */
async function complaints(output) {
  if (output === undefined) return ['vsce made no package.'];
  const { size } = await stat(file);
  const files = await listFiles({ dependencies: false });
  const misplaced = files.filter((path) => FORBIDDEN.test(path));
  return [
    ...(/\bWARNING\b/.test(output.replace(MANY_FILES, ''))
      ? ['vsce warned; without a terminal it goes on all the same.']
      : []),
    ...(size >= MAX_BYTES ? [`${file} is ${size} bytes; ${MAX_BYTES} is the limit.`] : []),
    ...(await largeBundles()),
    ...misplaced.map((path) => `${path} has no place in the package (.vscodeignore).`),
  ];
}

const problems = await complaints(runVsce());
problems.forEach((problem) => console.error(problem));
process.exitCode = problems.length > 0 ? 1 : 0;

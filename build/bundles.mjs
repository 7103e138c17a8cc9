// What is bundled from what: one bundle for each entry point, all of them in dist/.
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Where everything is built to. */
export const DIST = 'dist';

/** The integration tests, one bundle a folder (test/host/scenarios.ts). */
const TESTS = 'test/integration';

/** What is measured inside VS Code: one more bundle of the same kind. */
const MEASUREMENTS = 'test/bench/host';

/** The files under a folder, as paths from the project's root with forward slashes, sorted. */
async function filesUnder(folder, accept) {
  if (!existsSync(folder)) return [];
  const names = await readdir(folder, { recursive: true });
  const paths = names.map((name) => join(folder, name).replaceAll('\\', '/'));
  return paths.filter((path) => accept(basename(path), path)).sort();
}

/** Web clients that must not be bundled, with what stands in for them. */
const WITHOUT_NETWORK = { 'node-fetch': './build/noNetwork.mjs', 'sync-fetch': './build/noNetwork.mjs' };

/** The room's worker becomes `dist/<room>Worker.js`. */
const workerName = (path) => `${basename(dirname(path))}Worker`;

/** The page of a webview's folder becomes `dist/webview/<folder>.js`. */
const pageName = (path) => basename(dirname(path));

/**
 * The esbuild options of every bundle of the extension: the extension itself, the worker of each room that has one,
 * and the scripts of the webviews' pages.
 */
export async function extensionBundles({ production }) {
  const common = {
    bundle: true,
    metafile: true,
    outdir: DIST,
    minify: production,
    sourcemap: production ? false : 'linked',
    sourcesContent: false,
    logLevel: 'warning',
  };
  const node = {
    ...common,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    alias: WITHOUT_NETWORK,
  };
  const workers = await filesUnder('src', (name) => name === 'worker.ts');
  const pages = await filesUnder('src/webview', (name) => name === 'page.ts');
  const bundles = [
    { ...node, entryPoints: { extension: 'src/extension.ts' }, external: ['vscode'] },
    { ...node, entryPoints: Object.fromEntries(workers.map((path) => [workerName(path), path])) },
    {
      ...common,
      platform: 'browser',
      format: 'iife',
      target: 'es2022',
      outdir: `${DIST}/webview`,
      entryPoints: Object.fromEntries(pages.map((path) => [pageName(path), path])),
      tsconfig: 'src/webview/tsconfig.json',
    },
  ];
  return bundles.filter(({ entryPoints }) => Object.keys(entryPoints).length > 0);
}

/** A bundle for each folder of test/integration, and one for the measurements, behind the entry that VS Code runs. */
export async function testBundles() {
  const folders = (await readdir(TESTS, { withFileTypes: true })).filter((item) => item.isDirectory());
  const all = [...folders.map(({ name }) => `${TESTS}/${name}`), MEASUREMENTS];
  return Promise.all(all.map(testBundle));
}

async function testBundle(folder) {
  const tests = await filesUnder(folder, (file) => file.endsWith('.test.ts'));
  const requires = tests.map((path) => `require(${JSON.stringify(`./${path}`)});`);
  return {
    stdin: {
      contents: `import { runMocha } from './${TESTS}/index';\nexport const run = () => runMocha(() => { ${requires.join(' ')} });`,
      resolveDir: '.',
      sourcefile: `${folder}.ts`,
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
    outfile: `${DIST}/test/${folder === MEASUREMENTS ? 'bench' : basename(folder)}.js`,
    sourcemap: 'inline',
    logLevel: 'warning',
  };
}

/** Removes what an earlier build left, so that nothing stale is packaged. */
export async function clean() {
  await rm(DIST, { recursive: true, force: true });
}

/** Copies what webviews load as it is: the icon font of VS Code. */
export async function copyAssets() {
  await mkdir(`${DIST}/webview`, { recursive: true });
  for (const name of ['codicon.css', 'codicon.ttf']) {
    await cp(`node_modules/@vscode/codicons/dist/${name}`, `${DIST}/webview/${name}`);
  }
}

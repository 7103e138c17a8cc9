// What is bundled from what: one bundle for each entry point, all of them in dist/.
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { PARTS, split } from './commonjsParts.mjs';
import { cslDataPlugin } from './cslData.mjs';

/** Where everything is built to; what runs in browsers lies in a folder of its own there. */
export const DIST = 'dist';
export const WEB = `${DIST}/web`;

/**
 * The bundles of the extension, each for Node and for browsers, with the most bytes that they may take there when they
 * are minified. What is heavy and not needed at once gets a line, and so a bundle, of its own.
 */
export const BUNDLES = [
  { name: 'extension', entry: 'src/extension.ts', node: 1_725_000, web: 1_820_000 },
  { name: 'libraryWorker', entry: 'src/library/worker.ts', node: 350_000, web: 350_000 },
  { name: 'searchWorker', entry: 'src/search/worker.ts', node: 172_000, web: 172_000 },
  { name: 'cslWorker', entry: 'src/citations/csl/worker.ts', node: 720_000, web: 720_000 },
];

/** The most bytes of the extension that VS Code for Node loads to activate it; the rest waits in parts. */
const START = 408_000;

/** The files of a bundle for Node: those in parts have a folder. */
export async function bundleFiles({ name }) {
  const parts = name === 'extension' ? await filesUnder(`${DIST}/${PARTS}`, () => true) : [];
  return [`${DIST}/${name}.js`, ...parts];
}

/** The integration tests, one bundle a folder (test/host/scenarios.ts). */
const TESTS = 'test/integration';

/** What is measured inside VS Code: one more bundle of the same kind. */
const MEASUREMENTS = 'test/bench/host';

/** The folder of the tests that run in the web extension host. */
const WEB_TESTS = `${TESTS}/web`;

/** The files under a folder, as paths from the project's root with forward slashes, sorted. */
async function filesUnder(folder, accept) {
  if (!existsSync(folder)) return [];
  const names = await readdir(folder, { recursive: true });
  const paths = names.map((name) => join(folder, name).replaceAll('\\', '/'));
  return paths.filter((path) => accept(basename(path), path)).sort();
}

/** What libraries bring along and is not bundled, web clients and a second reader of YAML, with what stands in for it. */
const STAND_INS = {
  'node-fetch': './build/noNetwork.mjs',
  'sync-fetch': './build/noNetwork.mjs',
  'js-yaml': './build/noYaml.mjs',
};

/** Packages look for a loader of AMD, which VS Code and its tests may have at hand, and give themselves to it; here they must not. */
const NO_AMD = { define: 'undefined' };

const NODE = { define: NO_AMD, platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'] };

/** In browsers `#platform/…` is its browser side (package.json, imports), and there is no `Buffer`. */
const BROWSER = { define: NO_AMD, platform: 'browser', target: 'es2022', inject: ['./build/webBuffer.mjs'] };

/** What pages load when they first need it. */
const PAGE_PARTS = { maths: 'src/webview/maths.ts' };

/** The page of a webview's folder becomes `dist/webview/<folder>.js`. */
const pageName = (path) => basename(dirname(path));

/** The esbuild options of every bundle of the extension: those of the table, and the scripts of the webviews' pages. */
export async function extensionBundles({ production }) {
  const common = {
    bundle: true,
    metafile: true,
    minify: production,
    sourcemap: production ? false : 'linked',
    sourcesContent: false,
    logLevel: 'warning',
  };
  const entries = (wanted) => Object.fromEntries(BUNDLES.filter(wanted).map(({ name, entry }) => [name, entry]));
  const isExtension = ({ name }) => name === 'extension';
  const node = { ...common, ...NODE, alias: STAND_INS, outdir: DIST };
  const web = { ...common, ...BROWSER, alias: STAND_INS, outdir: WEB };
  const pages = await filesUnder('src/webview', (name) => name === 'page.ts');
  return [
    {
      ...node,
      ...split(START),
      sourcemap: production ? false : 'inline',
      entryPoints: entries(isExtension),
      external: ['vscode'],
    },
    { ...node, entryPoints: entries((bundle) => !isExtension(bundle)), plugins: [cslDataPlugin] },
    { ...web, entryPoints: entries(isExtension), external: ['vscode'], format: 'cjs' },
    { ...web, entryPoints: entries((bundle) => !isExtension(bundle)), format: 'iife', plugins: [cslDataPlugin] },
    {
      ...common,
      platform: 'browser',
      format: 'iife',
      target: 'es2022',
      outdir: `${DIST}/webview`,
      entryPoints: { ...Object.fromEntries(pages.map((path) => [pageName(path), path])), ...PAGE_PARTS },
      tsconfig: 'src/webview/tsconfig.json',
    },
    {
      ...common,
      platform: 'browser',
      format: 'esm',
      target: 'es2022',
      outfile: `${DIST}/webview/notebook.js`,
      entryPoints: ['src/webview/notebook/renderer.ts'],
      tsconfig: 'src/webview/tsconfig.json',
      define: { STYLE: JSON.stringify(await readFile('media/preview.css', 'utf8')) },
    },
  ];
}

/** A bundle for each folder of test/integration, and one for the measurements, behind the entry that VS Code runs. */
export async function testBundles() {
  const folders = (await readdir(TESTS, { withFileTypes: true })).filter((item) => item.isDirectory());
  const all = [...folders.map(({ name }) => `${TESTS}/${name}`), MEASUREMENTS];
  return Promise.all(all.map(testBundle));
}

/** Tests in browsers have assertions of our own making: Node's are not there. */
const WEB_TEST = { ...BROWSER, external: ['vscode'], alias: { 'node:assert/strict': `./${TESTS}/webAssert.ts` } };

async function testBundle(folder) {
  const tests = await filesUnder(folder, (file) => file.endsWith('.test.ts'));
  const requires = tests.map((path) => `require(${JSON.stringify(`./${path}`)});`);
  const isWeb = folder === WEB_TESTS;
  const runner = isWeb ? 'webIndex' : 'index';
  return {
    stdin: {
      contents: `import { runMocha } from './${TESTS}/${runner}';\nexport const run = () => runMocha(() => { ${requires.join(' ')} });`,
      resolveDir: '.',
      sourcefile: `${folder}.ts`,
      loader: 'ts',
    },
    bundle: true,
    ...(isWeb ? WEB_TEST : { ...NODE, external: ['vscode', 'mocha'] }),
    format: 'cjs',
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

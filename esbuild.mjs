// Builds everything that runs: node esbuild.mjs [--production] [--watch] [--tests]
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { clean, copyAssets, extensionBundles, testBundles } from './build/bundles.mjs';
import { writeNotices } from './build/notices.mjs';

const { values: options } = parseArgs({
  options: {
    /** Minified, without source maps: what the package holds. */
    production: { type: 'boolean', default: false },
    /** Builds again at every change, until ended. */
    watch: { type: 'boolean', default: false },
    /** Builds the integration tests too. */
    tests: { type: 'boolean', default: false },
  },
});

/** Tells the editor's task (.vscode/tasks.json) where a build in watch mode begins and ends. */
const progress = {
  name: 'progress',
  setup(build) {
    build.onStart(() => console.log('[watch] build started'));
    build.onEnd((result) => {
      for (const { text, location } of result.errors) {
        console.error(`✘ [ERROR] ${text}`);
        if (location) console.error(`    ${location.file}:${location.line}:${location.column}:`);
      }
      console.log('[watch] build finished');
    });
  },
};

async function watch(bundles) {
  for (const bundle of bundles) {
    const context = await esbuild.context({ ...bundle, logLevel: 'silent', plugins: [progress] });
    await context.watch();
  }
}

async function build(bundles) {
  const results = await Promise.all(bundles.map((bundle) => esbuild.build(bundle)));
  await writeNotices(results.map((result) => result.metafile));
}

try {
  const bundles = [...(await extensionBundles(options)), ...(options.tests ? await testBundles() : [])];
  await clean();
  await copyAssets();
  await (options.watch ? watch(bundles) : build(bundles));
} catch (error) {
  // esbuild has already told its own errors, with their places.
  if (!error.errors) console.error(error.message);
  process.exitCode = 1;
}

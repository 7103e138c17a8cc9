import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { cslDataPlugin } from '../../../build/cslData.mjs';
import { temporaryFolder } from '../../host/cleanup';
import { ROOT } from '../../host/paths';
import type * as Measured from './measure';

/** Measures what formats references and citations, in its thread, and the Markdown preview; both bundled as the extension is. */
export async function benchCsl(): Promise<void> {
  const outdir = temporaryFolder('csl');
  const common = { bundle: true, minify: true, platform: 'node', outdir, logLevel: 'error' } as const;
  const worker = join(ROOT, 'src/citations/csl/worker.ts');
  await esbuild.build({ ...common, entryPoints: [worker], format: 'cjs', plugins: [cslDataPlugin] });
  const measure = join(ROOT, 'test/bench/csl/measure.ts');
  const outExtension = { '.js': '.mjs' };
  await esbuild.build({ ...common, entryPoints: [measure], format: 'esm', outExtension });
  const { measureCsl } = (await import(pathToFileURL(join(outdir, 'measure.mjs')).href)) as typeof Measured;
  await measureCsl(join(outdir, 'worker.js'));
}

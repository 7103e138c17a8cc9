import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { temporaryFolder } from '../../host/cleanup';
import { ROOT } from '../../host/paths';
import type * as measures from './measure';

type Measures = typeof measures;

/**
 * Measures finding and editing citations, bundled as the extension is: loaded file by file, each call into another file
 * would go through a getter, which takes longer than the work of the finders. `index` measures the index alone.
 */
export async function benchCiting([part]: readonly string[] = []): Promise<void> {
  const outfile = join(temporaryFolder('citing'), 'measure.mjs');
  const entry = join(ROOT, 'test/bench/citing/measure.ts');
  await esbuild.build({
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    logLevel: 'error',
  });
  const { measureCiting, measureIndex } = (await import(pathToFileURL(outfile).href)) as Measures;
  // First, as after hostile texts V8 has compiled the finders for those.
  await measureIndex();
  if (part !== 'index') measureCiting();
}

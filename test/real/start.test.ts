import assert from 'node:assert/strict';
import { build } from 'esbuild';

/** The files that are loaded with the extension: what `import()` names is loaded when that is called. */
async function loadedAtStart(): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: ['src/extension.ts'],
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    external: ['vscode'],
    outdir: 'dist',
    write: false,
    metafile: true,
    logLevel: 'error',
  });
  const loaded = new Set<string>();
  const waiting = Object.keys(metafile.outputs).filter(
    (path) => metafile.outputs[path].entryPoint === 'src/extension.ts',
  );
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (loaded.has(path)) continue;
    loaded.add(path);
    const { imports } = metafile.outputs[path];
    const inside = imports.filter(({ kind, external }) => kind !== 'dynamic-import' && !external);
    waiting.push(...inside.map((to) => to.path));
  }
  const inputs = [...loaded].flatMap((path) => Object.entries(metafile.outputs[path].inputs));
  return inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => path);
}

describe('With the extension', () => {
  it('nothing is loaded of what formats citations, previews them and shows details', async () => {
    const loaded = await loadedAtStart();
    assert.ok(loaded.includes('src/vscode/formatting/references.ts'));
    const early =
      /citeproc|^src\/citations\/(csl|preview)\/|^src\/vscode\/(preview\/[^i]|details\/(details[^V]|panels|compare))|formatting\/(choose|copy|insert)/;
    assert.deepEqual(
      loaded.filter((path) => early.test(path)),
      [],
    );
  });
});

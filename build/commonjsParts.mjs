// Splits a bundle for Node at its dynamic imports, so that VS Code parses at its start only what the start needs.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { transform } from 'esbuild';

/** Where the parts lie, in the folder of the entry point; their names tell their content. */
export const PARTS = 'parts';

/**
 * The options that split a bundle. esbuild splits ECMAScript modules alone, which not every VS Code loads as an
 * extension: each part is turned into a CommonJS module after the build, and `import()` into `require` of a part.
 * @param start the most bytes that the entry points may load before they run, when they are minified
 */
export function split(start) {
  const setup = ({ initialOptions, onEnd }) =>
    onEnd(async ({ metafile, outputFiles = [] }) => {
      await Promise.all(outputFiles.map((file) => writePart(file, initialOptions)));
      const bytes = metafile && initialOptions.minify ? startBytes(metafile) : 0;
      if (bytes <= start) return;
      // esbuild tells its own errors, not those of what follows the build.
      console.error(`The start loads ${bytes} bytes; ${start} is its limit (build/bundles.mjs).`);
      throw new Error('The start is too large.');
    });
  const plugins = [{ name: 'commonjs-parts', setup }];
  return { format: 'esm', splitting: true, write: false, chunkNames: `${PARTS}/[name]-[hash]`, plugins };
}

async function writePart({ path, text }, { minify, target }) {
  // A map inside the text is read by esbuild, so that the new one leads to the sources.
  const sourcemap = minify ? false : 'inline';
  const options = { format: 'cjs', minify, target, supported: { 'dynamic-import': false } };
  const { code } = await transform(text, { ...options, sourcemap, sourcesContent: false });
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, code);
}

/** The bytes of all that is loaded before the entry points run. */
function startBytes({ outputs }) {
  // Parts that are imported dynamically have entry points of their own, and a name in the folder of parts.
  const isFirst = ([path, { entryPoint }]) => entryPoint !== undefined && !path.includes(`/${PARTS}/`);
  const first = Object.entries(outputs)
    .filter(isFirst)
    .map(([path]) => path);
  const parts = new Set(first);
  for (const part of parts) {
    const needed = outputs[part]?.imports.filter(({ kind }) => kind === 'import-statement') ?? [];
    for (const { path } of needed) parts.add(path);
  }
  return [...parts].reduce((bytes, part) => bytes + (outputs[part]?.bytes ?? 0), 0);
}

// Splits a bundle for Node at its dynamic imports, so that VS Code parses at its start only what the start needs.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
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
      if (initialOptions.minify) await writeHelpers(initialOptions);
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

async function writePart({ path, text }, { minify, target, outdir }) {
  const options = { format: 'cjs', target, supported: { 'dynamic-import': false } };
  await mkdir(dirname(path), { recursive: true });
  // A map inside the text is read by esbuild, so that the new one leads to the sources.
  const { code } = await transform(text, { ...options, sourcemap: minify ? false : 'inline', sourcesContent: false });
  if (!minify) return writeFile(path, code);
  const helpers = join(outdir, PARTS, HELPERS);
  const small = await transform(withSharedHelpers(code, requiredPath(path, helpers)), { ...options, minify });
  await writeFile(path, small.code);
}

/** The path by which a file requires another. */
function requiredPath(from, to) {
  const path = relative(dirname(from), to).replaceAll('\\', '/');
  return path.startsWith('.') ? path : `./${path}`;
}

/** The module of what esbuild would put at the start of each part: that is as much as some parts have besides. */
const HELPERS = 'helpers.js';
/** Behind them the module begins. */
const BEGINNING = 'var stdin_exports = {};';
/** They are of all kinds where a module imports, imports later and exports. */
const NEEDS_ALL = 'import a from "a"; export const b = () => [a, import("b")];';

/** The module that requires its helpers instead of having them. */
function withSharedHelpers(code, path) {
  const at = code.indexOf(`\n${BEGINNING}`);
  const used = helperNames(code.slice(0, at + 1));
  return used.length === 0 ? code : `var { ${used.join(', ')} } = require(${JSON.stringify(path)});${code.slice(at)}`;
}

/** The helpers that modules call; others are called by those. */
function helperNames(own) {
  return ['__export', '__toESM', '__toCommonJS'].filter((name) => own.includes(`var ${name} =`));
}

async function writeHelpers({ target, outdir }) {
  const options = { format: 'cjs', target, supported: { 'dynamic-import': false } };
  const { code } = await transform(NEEDS_ALL, options);
  const own = code.slice(0, code.indexOf(BEGINNING));
  const helpers = `${own}module.exports = { ${helperNames(own).join(', ')} };`;
  await mkdir(join(outdir, PARTS), { recursive: true });
  await writeFile(join(outdir, PARTS, HELPERS), (await transform(helpers, { ...options, minify: true })).code);
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

// Splits a bundle for Node at its dynamic imports, so that VS Code parses at its start only what the start needs.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
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
      if (!initialOptions.minify) return;
      await writeHelpers(initialOptions);
      const first = metafile ? startParts(metafile) : [];
      const others = Object.keys(metafile?.outputs ?? {}).filter((path) => !first.includes(path));
      await joinStart(first, others, initialOptions);
      const bytes = first.reduce((sum, part) => sum + (metafile?.outputs[part]?.bytes ?? 0), 0);
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

/**
 * What stands for a module that is imported as a namespace, made once for all: esbuild's helper makes one for each import, and a
 * hundred times the five hundred names of `vscode` take longer than all else that the start does.
 */
const SHARED_NAMESPACES = `var namespaces = [new WeakMap(), new WeakMap()];
function sharedNamespace(module, isNodeMode) {
  if (Object(module) !== module) return __toESM(module, isNodeMode);
  var known = namespaces[isNodeMode ? 1 : 0];
  if (!known.has(module)) known.set(module, __toESM(module, isNodeMode));
  return known.get(module);
}`;

async function writeHelpers({ target, outdir }) {
  const options = { format: 'cjs', target, supported: { 'dynamic-import': false } };
  const { code } = await transform(NEEDS_ALL, options);
  const own = code.slice(0, code.indexOf(BEGINNING));
  const names = helperNames(own).map((name) => (name === '__toESM' ? '__toESM: sharedNamespace' : name));
  const helpers = `${own}${SHARED_NAMESPACES}\nmodule.exports = { ${names.join(', ')} };`;
  await mkdir(join(outdir, PARTS), { recursive: true });
  await writeFile(join(outdir, PARTS, HELPERS), (await transform(helpers, { ...options, minify: true })).code);
}

/** The paths of all that is loaded before the entry points run, those first. */
function startParts({ outputs }) {
  // Parts that are imported dynamically have entry points of their own, and a name in the folder of parts.
  const isFirst = ([path, { entryPoint }]) => entryPoint !== undefined && !path.includes(`/${PARTS}/`);
  const first = Object.entries(outputs)
    .filter(isFirst)
    .map(([path]) => path);
  const parts = new Set(first);
  for (const part of parts) {
    const needed = outputs[part]?.imports.filter(({ kind }) => kind === 'import-statement') ?? [];
    for (const { path, external } of needed) if (!external) parts.add(path);
  }
  return [...parts];
}

/** The module of all that the start loads: to find and read a file takes VS Code as long as to run it. */
const START = 'start.js';

/** The name of a module among those of the start, as short as tells it. */
const shortName = (path) => basename(path, '.js').replace(/^chunk-/, '');

/** Gives the exports of a module that the start loads, by its short name. In these modules, others are required as they are. */
const START_LOADER = `var loaded = {};
function load(name) {
  if (name in loaded) return loaded[name].exports;
  var module = (loaded[name] = { exports: {} });
  modules[name](module, module.exports, need);
  return module.exports;
}
function need(path) {
  var file = path.slice(path.lastIndexOf('/') + 1);
  var name = file.replace(/^chunk-|\\.js$/g, '');
  if (path[0] !== '.') return require(path);
  return name in modules ? load(name) : require('./' + file);
}
module.exports = load;`;

/** Puts the modules of the start into one file, from which the entry points and the other parts take them. */
async function joinStart(paths, others, { target, outdir }) {
  const folder = join(outdir, PARTS);
  const files = [...paths, join(folder, HELPERS)];
  const codes = await Promise.all(files.map((path) => readFile(path, 'utf8')));
  const names = files.map(shortName);
  // In parentheses, functions are compiled at once instead of twice.
  const modules = codes.map(
    (code, i) => `${JSON.stringify(names[i])}: (function (module, exports, require) {${code}})`,
  );
  const joined = `var modules = {\n${modules.join(',\n')}\n};\n${START_LOADER}`;
  const small = await transform(joined, { format: 'cjs', target, minify: true });
  await writeFile(join(folder, START), small.code);
  await Promise.all(others.map((path) => takeFromStart(path, new Set(names))));
  for (const path of files) {
    if (dirname(path) === folder) await rm(path);
    else await writeFile(path, `module.exports=require("./${PARTS}/${START}")("${shortName(path)}");`);
  }
}

/** What parts call the function that gives modules of the start; code that is made small has no names as long. */
const OF_START = '_start';

/** Has a part take modules of the start from there. */
async function takeFromStart(path, names) {
  const code = await readFile(path, 'utf8');
  const taken = code.replace(/\brequire\("\.\/([^"/]+)"\)/g, (call, file) =>
    names.has(shortName(file)) ? `${OF_START}("${shortName(file)}")` : call,
  );
  if (taken !== code) await writeFile(path, `var ${OF_START}=require("./${START}");${taken}`);
}

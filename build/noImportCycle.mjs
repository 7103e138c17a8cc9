import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

/** The modules of ours that each file imports, types counted. */
const imports = new Map();

function importsOf(file) {
  let found = imports.get(file);
  if (found === undefined) {
    const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'), true, true);
    found = importedFiles.map(({ fileName }) => resolved(file, fileName)).filter((module) => module !== undefined);
    imports.set(file, found);
  }
  return found;
}

/** The file that a relative import names. */
function resolved(from, specifier) {
  if (!specifier.startsWith('.')) return undefined;
  const file = `${join(dirname(from), specifier)}.ts`;
  return existsSync(file) ? file : undefined;
}

/** The files from one to another, each imported by the one before; undefined where no imports lead there. */
function path(from, to) {
  const before = new Map([[from, undefined]]);
  for (const file of before.keys()) {
    if (file === to) {
      const files = [];
      for (let at = file; at !== undefined; at = before.get(at)) files.unshift(at);
      return files;
    }
    for (const next of importsOf(file)) if (!before.has(next)) before.set(next, file);
  }
  return undefined;
}

/** As `import-x/no-cycle`, which does not see that two files need each other's types. */
export const noImportCycle = {
  meta: { type: 'problem', schema: [], messages: { cycle: 'This import leads back here: {{files}}.' } },
  create(context) {
    const check = (node) => {
      const target = node.source && resolved(context.filename, node.source.value);
      const files = target && path(target, context.filename);
      const shown = files?.map((file) => file.slice(context.cwd.length + 1)).join(' → ');
      if (files) context.report({ node, messageId: 'cycle', data: { files: shown } });
    };
    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check };
  },
};

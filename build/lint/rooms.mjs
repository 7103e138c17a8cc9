import { dirname, join, relative, sep } from 'node:path';

/** Each room with the rooms it must not import; imports go one way (CONTRIBUTING, Rooms). */
const FORBIDDEN = {
  base: ['platform', 'workspace', 'library', 'search', 'citations', 'notes', 'online', 'workflows', 'vscode'],
  platform: ['workspace', 'library', 'search', 'citations', 'notes', 'online', 'workflows', 'vscode'],
  workspace: ['platform', 'library', 'search', 'citations', 'notes', 'online', 'workflows', 'vscode'],
  library: ['search', 'citations', 'notes', 'online', 'workflows', 'vscode'],
  search: ['library/formats', 'citations', 'notes', 'online', 'workflows', 'vscode'],
  citations: ['search', 'notes', 'online', 'workflows', 'vscode'],
  notes: ['search', 'citations', 'online', 'workflows', 'vscode'],
  online: ['search', 'citations', 'notes', 'workflows', 'vscode'],
  workflows: ['vscode'],
};

/** The rooms that get what they need of the machine as ports; the entries of their threads bind these to it. */
const WITHOUT_PLATFORM = ['library', 'search', 'citations', 'notes', 'online', 'workflows'];

/** The rooms to which the form in which the library stores its papers is opaque, but for the one module that carries it. */
const WITHOUT_STORAGE = ['search', 'citations', 'notes', 'online', 'workflows', 'vscode'];
const STORAGE = 'library/packed';
const CARRIER = 'library/packed/transfer';

/** The entries of the extension, which may know all that the shell knows, and which no room imports. */
const ENTRIES = ['extension', 'api'];

const isWithin = (module, folder) => module === folder || module.startsWith(`${folder}/`);

/** Why a module (its path below `src`, without ending) must not import what a specifier names; undefined where it may. */
function objection(module, specifier) {
  const [room] = module.split('/');
  const isRoom = room in FORBIDDEN;
  if (specifier === 'vscode')
    return isRoom ? 'Only src/vscode, src/extension.ts and src/api.ts know VS Code.' : undefined;
  if (specifier.startsWith('node:'))
    return isWithin(module, 'platform/node') ? undefined : 'Only src/platform/node knows the machine.';
  const isWorker = module.endsWith('/worker');
  const PLATFORM = "Only the shell and a thread's worker.ts know the platform.";
  if (specifier.startsWith('#platform')) return WITHOUT_PLATFORM.includes(room) && !isWorker ? PLATFORM : undefined;
  if (!specifier.startsWith('.')) return undefined;
  const target = join(dirname(module), specifier).split(sep).join('/');
  if (isWithin(target, 'platform') && WITHOUT_PLATFORM.includes(room) && !isWorker) return PLATFORM;
  if (isRoom && [...FORBIDDEN[room], ...ENTRIES].some((other) => isWithin(target, other)))
    return `The room "${room}" does not import this one.`;
  if (WITHOUT_STORAGE.includes(room) && isWithin(target, STORAGE) && target !== CARRIER)
    return 'Only the library knows how it stores papers.';
  return undefined;
}

/** Imports go one way, and only some rooms know VS Code, the machine and the form in which papers are stored. */
export const rooms = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const module = relative(join(context.cwd, 'src'), context.filename).split(sep).join('/').replace(/\.ts$/, '');
    const check = (node) => {
      const message = typeof node.source?.value === 'string' ? objection(module, node.source.value) : undefined;
      if (message) context.report({ node: node.source, message });
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
      TSImportType: check,
    };
  },
};

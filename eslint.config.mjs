import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';
import { noImportCycle } from './build/noImportCycle.mjs';

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

const roomZones = Object.entries(FORBIDDEN).map(([room, from]) => ({
  target: `./src/${room}`,
  from: [...from.map((other) => `./src/${other}`), './src/extension.ts', './src/api.ts'],
  message: `The room "${room}" does not import this one.`,
}));

/** What the library stores its papers in is opaque outside of it. */
const storageZones = ['search', 'citations', 'notes', 'online', 'workflows', 'vscode'].map((room) => ({
  target: `./src/${room}`,
  from: './src/library/packed',
  except: ['./transfer.ts'],
  message: 'Only the library knows how it stores papers.',
}));

const ONLY_PLATFORM = { group: ['node:*'], message: 'Only src/platform knows the machine.' };

/** The middle rooms get what they need of the machine as ports; the entries of their threads bind these to it. */
const NO_PLATFORM = {
  regex: '(^#|/)platform/',
  message: "Only the shell and a thread's worker.ts know the platform.",
};

const ONLY_SHELL = { name: 'vscode', message: 'Only src/vscode, src/extension.ts and src/api.ts know VS Code.' };

const restrictedImports = (options) => ({ 'no-restricted-imports': ['error', options] });

const PRIVATE = {
  selector:
    "TSPropertySignature[accessibility='private'], PropertyDefinition[accessibility='private'], MethodDefinition[accessibility='private'][kind!='constructor']",
  message: 'Use #private.',
};

/** VS Code makes links and icons of texts that these are given. */
const TALKING = [
  'MemberExpression[property.name=/^(show(Information|Warning|Error)Message|(show|create)(QuickPick|InputBox)|setStatusBarMessage|createStatusBarItem|withProgress|createTreeView|registerTreeDataProvider)$/]',
  "NewExpression[callee.object.name='vscode'][callee.property.name='CodeAction']",
  "NewExpression[callee.property.name='CompletionItem'][arguments.0.type='ObjectExpression']",
  "AssignmentExpression[left.property.name='message']:matches([left.object.name=/view$/i], [left.object.property.name=/view$/i])",
].map((selector) => ({
  selector,
  message:
    'Talk to the user through src/vscode/host/tell.ts, ask.ts, progress.ts, treeView.ts, quickFix.ts and completionLabel.ts, which make what is not ours inert.',
}));

const CHANGE = 'Change files by an edit plan: src/vscode/host/applyPlan.ts checks it, and keeps every other byte.';

/** What changes users' files, or hands VS Code a change of them. */
const CHANGING = [
  "NewExpression[callee.property.name='WorkspaceEdit']",
  "CallExpression[callee.object.property.name='fs'][callee.property.name=/^(writeFile|rename|delete|copy|createDirectory)$/]",
  "MemberExpression[property.name='applyEdit']",
  "CallExpression[callee.property.name=/^(edit|insertSnippet)$/][arguments.0.type='ArrowFunctionExpression']",
].map((selector) => ({ selector, message: CHANGE }));

/** What makes markup or shown text of a string: in pages that is `say` and `el`, which leave out what would turn text around. */
const MARKUP = {
  selector: 'AssignmentExpression[left.property.name=/^(textContent|innerText|innerHTML|outerHTML)$/]',
  message: 'Fill pages by src/webview/dom.ts and say.ts.',
};

/** The files that may talk to the user, and those that may change files: of the user, and in `ownFile.ts` our own. */
const TALKERS = ['src/vscode/host/{tell,ask,progress,treeView}.ts'];
const CHANGERS = ['src/vscode/host/{applyPlan,toWorkspaceEdit,newFile,replaceText,directFiles,ownFile}.ts'];

/** What an error says is for the log; `reasonOf` tells what of it helps a user. */
const ERROR_TEXTS = ['error', 'reason', 'cause'].map((object) => ({
  object,
  property: 'message',
  message: 'Tell users reasonOf(error) (src/base/reason.ts).',
}));
/** The files that look into errors: `reasonOf` itself, threads and the log, which pass them on. */
const ERROR_READERS = [
  'src/base/{reason,workerCalls}.ts',
  'src/library/reading/client.ts',
  'src/platform/**',
  'src/vscode/host/log.ts',
];

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', '.vscode-host/', '.vscode-test/', '.screenshots/', '.tests/', 'media/sample/'] },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: ['*.mjs'] }, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { 'import-x': importX, local: { rules: { 'no-import-cycle': noImportCycle } } },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    rules: {
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', PRIVATE],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'local/no-import-cycle': 'error',
      'import-x/no-restricted-paths': ['error', { zones: [...roomZones, ...storageZones] }],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/platform/node/**'],
    rules: {
      ...restrictedImports({ patterns: [ONLY_PLATFORM] }),
      // Work that nobody waits for goes through src/base/inBackground.ts, so that its failures are logged.
      '@typescript-eslint/no-floating-promises': ['error', { ignoreVoid: false }],
      'no-restricted-globals': ['error', 'process', 'Buffer', 'setImmediate', 'global', '__dirname'],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: [...TALKERS, ...CHANGERS],
    rules: { 'no-restricted-syntax': ['error', PRIVATE, ...TALKING, ...CHANGING] },
  },
  {
    files: ['src/webview/**/*.ts'],
    ignores: ['src/webview/{say,notebook/renderer}.ts'],
    rules: { 'no-restricted-syntax': ['error', PRIVATE, ...TALKING, ...CHANGING, MARKUP] },
  },
  { files: TALKERS, rules: { 'no-restricted-syntax': ['error', PRIVATE, ...CHANGING] } },
  { files: CHANGERS, rules: { 'no-restricted-syntax': ['error', PRIVATE, ...TALKING] } },
  {
    files: ['src/**/*.ts'],
    ignores: ERROR_READERS,
    rules: { 'no-restricted-properties': ['error', ...ERROR_TEXTS] },
  },
  {
    files: ['src/vscode/**/*.ts'],
    ignores: ['src/vscode/host/{workspaceFiles,log,problemCollection}.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...ERROR_TEXTS,
        { property: 'findFiles', message: 'Ask DocumentFacts (src/workspace).' },
        { property: 'createDiagnosticCollection', message: 'Show problems by src/vscode/host/problemCollection.ts.' },
        { property: 'createFileSystemWatcher', message: 'Ask DocumentFacts (src/workspace).' },
      ],
    },
  },
  {
    files: ['src/{base,workspace,library,search,citations,notes,online,workflows}/**/*.ts'],
    rules: restrictedImports({ paths: [ONLY_SHELL], patterns: [ONLY_PLATFORM, NO_PLATFORM] }),
  },
  {
    files: ['src/{*,citations/csl}/worker.ts'],
    rules: restrictedImports({ paths: [ONLY_SHELL], patterns: [ONLY_PLATFORM] }),
  },
  {
    files: ['src/platform/**/*.ts'],
    rules: restrictedImports({ paths: [ONLY_SHELL], patterns: [ONLY_PLATFORM] }),
  },
  {
    files: ['src/platform/node/**/*.ts'],
    rules: restrictedImports({ paths: [ONLY_SHELL] }),
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-floating-promises': 'error',
    },
  },
  {
    files: ['**/*.{mjs,cjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: {
        console: 'readonly',
        process: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        Buffer: 'readonly',
        document: 'readonly',
        fetch: 'readonly',
        TextEncoder: 'readonly',
      },
    },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { globals: { require: 'readonly', exports: 'writable' } },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  prettier,
);

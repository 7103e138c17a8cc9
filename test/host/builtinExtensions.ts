import { existsSync } from 'node:fs';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type HostInstallation } from './installation';
import { HOST_DIR } from './paths';

/** The extensions of VS Code itself that tests meet: languages, the preview of Markdown, notebooks, references and colours. */
const NEEDED = [
  'html',
  'ipynb',
  'json',
  'latex',
  'markdown-basics',
  'markdown-language-features',
  'markdown-math',
  'media-preview',
  'notebook-renderers',
  'python',
  'references-view',
  'restructuredtext',
  'search-result',
  'theme-defaults',
  'theme-seti',
  'xml',
  'yaml',
];

/** The folder of these extensions alone, made on first use: with all of them every window of a test takes a second longer. */
export async function builtinExtensions({ vscode }: HostInstallation): Promise<string> {
  const folder = join(HOST_DIR, `builtin-extensions-${NEEDED.length}`);
  if (existsSync(folder)) return folder;
  const partial = `${folder}.${process.pid}`;
  await mkdir(partial, { recursive: true });
  for (const name of NEEDED) await cp(join(vscode, 'extensions', name), join(partial, name), { recursive: true });
  // Another process may have been first.
  await rename(partial, folder).catch(() => rm(partial, { recursive: true }));
  return folder;
}

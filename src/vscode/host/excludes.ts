import { IGNORES_CASE } from '#platform/machine';
import * as vscode from 'vscode';
import picomatch from 'picomatch';

/** Folders that are never looked into, whatever the settings say. */
const NEVER = ['**/node_modules', '**/.git', '**/.venv', '**/renv'];

/** The same folders for `findFiles`, so that it does not walk through them. */
export const NEVER_GLOB = '**/{node_modules,.git,.venv,renv}/**';

/**
 * A test for paths (relative to the folder, with `/`) that are hidden by `files.exclude` or `search.exclude`, or lie in
 * a folder that is never read. As in VS Code, a pattern that matches a folder hides all in it.
 */
export function excludeMatcher(folder: vscode.Uri): (path: string) => boolean {
  const patterns = [...NEVER, ...enabled('files', folder), ...enabled('search', folder)];
  const matches = picomatch(patterns, { dot: true, nocase: IGNORES_CASE });
  return (path) => {
    for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      if (matches(path.slice(0, slash))) return true;
    }
    return matches(path);
  };
}

/** The patterns that are switched on; one with a `when` clause depends on a sibling and hides no paper list. */
function enabled(section: 'files' | 'search', folder: vscode.Uri): string[] {
  const exclude = vscode.workspace.getConfiguration(section, folder).get<Record<string, unknown>>('exclude', {});
  return Object.entries(exclude)
    .filter(([, on]) => on === true)
    .map(([pattern]) => pattern.replace(/\/\*\*$|\/$/, ''));
}

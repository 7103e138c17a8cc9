import { isBibliography } from '../../citations/syntaxes/shared/fileNames';

/** A text, a comment, a bracket or a name of Emacs Lisp. */
const TOKEN = /"((?:[^"\\]|\\[^])*)"|;[^\n]*|[()]|[^\s"();]+/g;
const VARIABLE = 'org-cite-global-bibliography';
const MOST_TOKENS = 100_000;

/**
 * The bibliographies of all Org documents of a folder, by Emacs' variables of the folder (Org manual, "Citations"; Emacs manual,
 * "Per-Directory Local Variables"). What the file says is read; nothing of it is executed.
 */
export function globalBibliographies(text: string): string[] {
  const paths: string[] = [];
  /** How deep inside the variable's own brackets the reading is; undefined outside of them. */
  let depth: number | undefined;
  let count = 0;
  for (const [token, quoted] of text.matchAll(TOKEN) as Iterable<readonly [string, string | undefined]>) {
    if (++count > MOST_TOKENS) break;
    if (token === VARIABLE) depth = 0;
    else if (depth === undefined) continue;
    else if (token === '(') depth++;
    else if (token === ')') depth = depth === 0 ? undefined : depth - 1;
    else if (quoted !== undefined) paths.push(quoted.replace(/\\([^])/g, '$1'));
  }
  return [...new Set(paths.filter(isBibliography))];
}

import { BracketMap } from '../shared/bracketMap';
import { codeAt, NEWLINE, skipSpace } from '../shared/characters';
import { shownMatches } from '../shared/shown';
import { skippedInLatex } from './skipped';

const BIBITEM = /\\bibitem(?![A-Za-z@])/g;
const FILE_START = '\\begin{filecontents';
const FILE_END = '\\end{filecontents';

/** An entry at the start of a line of BibTeX, with its key. */
const ENTRY = /^[ \t]{0,20}@[A-Za-z]{1,30}[ \t]{0,8}[{(][ \t]{0,8}([^\s,{}"#%]{1,200})/gm;

/** The keys that a LaTeX document defines: by `\bibitem`, and in BibTeX files that it holds as `filecontents`. */
export function latexOwnKeys(text: string): Set<string> {
  return new Set([...bibitems(text), ...embeddedEntries(text)]);
}

/** The keys of `\bibitem[label]{key}`; styles write long labels, over several lines. */
function bibitems(text: string): string[] {
  const keys: string[] = [];
  const brackets = new BracketMap(text, '[{');
  for (const match of shownMatches(text, BIBITEM, skippedInLatex)) {
    let open = skipLines(text, match.index + match[0].length);
    const label = text[open] === '[' ? brackets.close(open) : -1;
    if (label >= 0) open = skipLines(text, label + 1);
    const close = text[open] === '{' ? brackets.close(open) : -1;
    if (close >= 0) keys.push(text.slice(open + 1, close).trim());
  }
  return keys;
}

/** Skips white space and comments that only end a line. */
function skipLines(text: string, from: number): number {
  let at = skipSpace(text, from);
  while (text[at] === '%' && codeAt(text, at + 1) === NEWLINE) at = skipSpace(text, at + 1);
  return at;
}

function embeddedEntries(text: string): string[] {
  const keys: string[] = [];
  for (let start = text.indexOf(FILE_START); start >= 0;) {
    const end = text.indexOf(FILE_END, start);
    const body = text.slice(start, end < 0 ? text.length : end);
    for (const [, key] of body.matchAll(ENTRY)) keys.push(key);
    start = end < 0 ? -1 : text.indexOf(FILE_START, end);
  }
  return keys;
}

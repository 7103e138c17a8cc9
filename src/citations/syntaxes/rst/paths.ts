import type { WrittenPath } from '../../syntax';
import { RstScanner } from './scanner';

/** A directive that takes a file in, and one that lists documents; `.. include:: path`. */
const DIRECTIVE = /\.\.[ \t]{1,8}(?:include::[ \t]{1,8}(\S[^\n\r]{0,800})|toctree::[^\n]{0,80})/y;
/** The options and the body of a directive: lines that are indented, or blank. */
const BODY_LINE = /\r?\n(?:[ \t]+(\S[^\n\r]{0,800})|[ \t]*(?=\r?\n))/y;
/** `Title <path>`, or the path alone. */
const TARGET = /^(?:[^<>]*<)?([^<>]+)>?$/;

/** The paths by which a document in reStructuredText names others: roles, included files and tables of contents (Sphinx, "Roles", "Directives"). */
export function pathsInRst(text: string): WrittenPath[] {
  if (!/:(?:doc|download):|(?:include|toctree)::/.test(text)) return [];
  const paths: WrittenPath[] = [];
  const add = (from: number, written: string, isBare: boolean): void => {
    const path = TARGET.exec(written.trimEnd())?.[1];
    if (path === undefined) return;
    const start = from + written.lastIndexOf(path);
    paths.push({ start, end: start + path.length, ...(isBare && { isBare }) });
  };
  const role = (_start: number, _end: number, name: string, from: number, to: number): void => {
    if (name === 'doc' || name === 'download') add(from, text.slice(from, to), name === 'doc');
  };
  const directive = (at: number): void => {
    DIRECTIVE.lastIndex = at;
    const found = DIRECTIVE.exec(text);
    if (!found) return;
    const [, included] = found;
    if (included !== undefined) return add(DIRECTIVE.lastIndex - included.length, included, false);
    BODY_LINE.lastIndex = DIRECTIVE.lastIndex;
    for (let line = BODY_LINE.exec(text); line; line = BODY_LINE.exec(text)) {
      if (line[1] !== undefined && !line[1].startsWith(':')) add(BODY_LINE.lastIndex - line[1].length, line[1], true);
    }
  };
  new RstScanner(text, { role, directive }).scan();
  return paths;
}

import type { WrittenPath } from '../../syntax';
import { pathsBy } from '../shared/writtenPaths';
import { OrgScanner } from './scanner';
import { skippedInOrg } from './skipped';

/** A link to a file, which may say where in it (Org manual, "External Links"). */
const LINK = /^\[\[(?:file(?:\+(?:sys|emacs))?:|(?=\.{0,2}\/))([^[\]]*?)(?:::[^[\]]*)?\]/;
/** A file that is taken in (the same, "Include Files"). */
const TAKEN =
  /^[ \t]{0,8}#\+include:[ \t]{1,8}(?:"(?=[^"\n]{1,800}")|(?=[^"\s]))(?<path>(?:(?!::|"|[ \t]:)[^\n]){1,800})/gim;

/** The paths by which a document in Org links to others, `[[file:notes/name.org::part]]`, and takes them in. */
export function pathsInOrg(text: string): WrittenPath[] {
  const paths: WrittenPath[] = [];
  const link = (start: number, end: number): void => {
    const found = LINK.exec(text.slice(start, end));
    const written = found?.[1];
    if (!found || written === undefined) return;
    const from = start + found[0].indexOf(written, 2);
    paths.push({ start: from, end: from + written.length });
  };
  if (text.includes('[[')) new OrgScanner(text, { cite: (at) => at, link }).scan();
  const all = [...paths, ...pathsBy(text, TAKEN, skippedInOrg)];
  return all.sort((a, b) => a.start - b.start);
}

import { firstGroups } from '../shared/fileNames';
import { metadataText } from './shownMetadata';

/** The keys of the references that a document's metadata holds, `references:`. */
export function ownReferences(text: string): string[] {
  const front = metadataText(text);
  return /^references:/m.test(front) ? firstGroups(front, REFERENCE_ID) : [];
}

/** `- id: key` in a block of YAML, `{id: key}` on a line. */
const REFERENCE_ID = /(?:^[ \t]{0,20}(?:- )?|[{,])[ \t]{0,8}["']?id["']?:[ \t]{0,8}["']?([^\s"',}]{1,200})/gm;

/**
 * What cross-references of a document lead to, as those are written like citations: `{#fig-x}`, MyST's `(target)=`, the
 * names of directives and formulas.
 */
export function markdownTargets(text: string): string[] {
  return TARGETS.flatMap(({ mark, pattern }) => (text.includes(mark) ? firstGroups(text, pattern) : []));
}

/**
 * Where cross-references lead: Pandoc's attributes, options of Quarto's chunks, and MyST's targets, options of directives
 * and labels of formulas. `mark` is in each text that has any.
 */
const TARGETS: readonly { readonly mark: string; readonly pattern: RegExp }[] = [
  { mark: '#', pattern: /\{[ \t]{0,8}(?:\.[\w-]{1,40}[ \t]{1,8}){0,4}#([^\s{}]{1,200})/g },
  { mark: '#|', pattern: /^[ \t]{0,20}#\|[ \t]{0,8}label:[ \t]{0,8}["']?([^\s"']{1,200})/gm },
  { mark: ')=', pattern: /^[ \t]{0,20}\(([^\s()]{1,200})\)=[ \t]{0,8}\r?$/gm },
  { mark: ':', pattern: /^[ \t]{0,20}:(?:label|name):[ \t]{0,8}["']?([^\s"']{1,200})/gm },
  { mark: ':', pattern: /^[ \t]{0,20}(?:label|name):[ \t]{1,8}["']?([^\s"']{1,200})/gm },
  { mark: '$$', pattern: /\$\$[ \t]{0,8}\(([^\s()]{1,200})\)[ \t]{0,8}\r?$/gm },
  { mark: '\\label', pattern: /\\label\{([^\s{}]{1,200})\}/g },
];

/** The targets that MyST makes of headings: the text in lower case, its words joined by hyphens. */
export function headingTargets(text: string): string[] {
  return firstGroups(text, /^#{1,6}[ \t]{1,8}(\S.{0,200})$/gm).map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s+/g, '-'),
  );
}

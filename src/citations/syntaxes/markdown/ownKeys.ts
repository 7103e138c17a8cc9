import { firstGroups } from '../shared/fileNames';
import { CodePlaces } from './codePlaces';
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
  const code = new CodePlaces(text);
  return TARGETS.flatMap(({ mark, pattern, isOption }) => {
    if (!text.includes(mark)) return [];
    const found = [...text.matchAll(pattern)].filter(({ index, 0: { length } }) => {
      const place = code.of(index + length - 1);
      return place === 'none' || (isOption === true && place === 'read');
    });
    return found.map(([, label]) => label);
  });
}

/**
 * Where cross-references lead: Pandoc's attributes, options of Quarto's chunks, and MyST's targets, options of directives
 * and labels of formulas; those are none that are only shown as code. `mark` is in each text that has any; `isOption` are those
 * that stand in blocks of code, as what a program reads there.
 */
const TARGETS: readonly { readonly mark: string; readonly pattern: RegExp; readonly isOption?: true }[] = [
  { mark: '#', pattern: /\{[ \t]{0,8}(?:\.[\w-]{1,40}[ \t]{1,8}){0,4}#([^\s{}]{1,200})/g },
  { mark: '#|', pattern: /^[ \t]{0,20}#\|[ \t]{0,8}label:[ \t]{0,8}["']?([^\s"']{1,200})/gm, isOption: true },
  { mark: ')=', pattern: /^[ \t]{0,20}\(([^\s()]{1,200})\)=[ \t]{0,8}\r?$/gm },
  { mark: ':', pattern: /^[ \t]{0,20}:(?:label|name):[ \t]{0,8}["']?([^\s"']{1,200})/gm, isOption: true },
  { mark: ':', pattern: /^[ \t]{0,20}(?:label|name):[ \t]{1,8}["']?([^\s"']{1,200})/gm, isOption: true },
  { mark: '$$', pattern: /\$\$[ \t]{0,8}\(([^\s()]{1,200})\)[ \t]{0,8}\r?$/gm, isOption: true },
  { mark: '\\label', pattern: /\\label\{([^\s{}]{1,200})\}/g, isOption: true },
];

/** The targets that MyST makes of headings: the text in lower case, its words joined by hyphens. */
export function headingTargets(text: string): string[] {
  const code = new CodePlaces(text);
  const shown = [...text.matchAll(/^#{1,6}[ \t]{1,8}(\S.{0,200})$/gm)].filter(({ index }) => code.of(index) === 'none');
  return shown.map(([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s+/g, '-'),
  );
}

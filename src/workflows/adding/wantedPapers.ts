import type { Entry } from '../../library/model/entry';
import { namedPapers, type NamedPaper } from '../../online/references/namedPapers';
import { splitReferences } from '../../online/references/splitReferences';
import { entriesOf } from './newEntries';
import { textStretches, type Stretch } from './textStretches';

/** A paper that a text asks for: stated in full, or named so that it has to be looked up. */
export type WantedPaper = { readonly text: string; readonly entry: Entry } | NamedPaper;

/** Longer texts are not looked at. */
const LONGEST = 2_000_000;

/**
 * The papers that a text asks for: entries of any format, identifiers, addresses of known sites, titles, references one a line, or
 * several of these at once. Each named one comes once.
 */
export function wantedPapers(text: string): WantedPaper[] {
  const stated: Entry[] = [];
  const rest: string[] = [];
  let comments = /$^/gm;
  for (const group of readTogether(textStretches(text.slice(0, LONGEST)))) {
    const [{ form }] = group;
    const entries = form === 'text' ? [] : entriesOf(form, group.map((each) => each.text).join('\n'));
    stated.push(...entries);
    if (entries.length === 0) rest.push(...group.map((each) => each.text));
    else if (form === 'bibtex') comments = /^\s*%.*$/gm;
  }
  return [
    ...stated.map((entry) => ({ text: entry.title || entry.citekey, entry })),
    ...named(rest.map((each) => each.replace(comments, '')).join('\n')),
  ];
}

/** Formats whose records are read as one text: the abbreviations and parents of BibTeX stand in entries of their own. */
const JOINED: ReadonlySet<Stretch['form']> = new Set(['bibtex', 'ris', 'nbib', 'endnote', 'web-of-science']);

function readTogether(stretches: readonly Stretch[]): Stretch[][] {
  const groups: Stretch[][] = [];
  for (const stretch of stretches) {
    const group = JOINED.has(stretch.form) ? groups.find(([{ form }]) => form === stretch.form) : undefined;
    if (group) group.push(stretch);
    else groups.push([stretch]);
  }
  return groups;
}

function named(text: string): NamedPaper[] {
  const all = splitReferences(text).flatMap(namedPapers);
  return [...new Map(all.map((paper) => [keyOf(paper), paper])).values()];
}

function keyOf({ identifier, text }: NamedPaper): string {
  return identifier ? `${identifier.kind} ${identifier.value}` : text.toLowerCase();
}

import { scanChunks } from '../../library/bibtex/chunks';
import type { Entry } from '../../library/model/entry';
import { namedPapers, type NamedPaper } from '../../online/references/namedPapers';
import { splitReferences } from '../../online/references/splitReferences';
import { entriesInText } from './newEntries';

/** A paper that a text asks for: stated in full, or named so that it has to be looked up. */
export type WantedPaper = { readonly text: string; readonly entry: Entry } | NamedPaper;

/** Longer texts are not looked at. */
const LONGEST = 2_000_000;

/**
 * The papers that a text asks for: entries of any format, identifiers, addresses of known sites, titles, references one a line, or
 * several of these at once. Each named one comes once.
 */
export function wantedPapers(text: string): WantedPaper[] {
  const content = text.slice(0, LONGEST);
  const entries = entriesInText(content);
  const stated = entries.map((entry) => ({ text: entry.title || entry.citekey, entry }));
  if (entries.length === 0) return named(content);
  return [...stated, ...(entries[0].record.format === 'bibtex' ? named(betweenEntries(content)) : [])];
}

function named(text: string): NamedPaper[] {
  const all = splitReferences(text).flatMap(namedPapers);
  return [...new Map(all.map((paper) => [keyOf(paper), paper])).values()];
}

function keyOf({ identifier, text }: NamedPaper): string {
  return identifier ? `${identifier.kind} ${identifier.value}` : text.toLowerCase();
}

/** What stands between the entries of BibTeX text, without its comments. */
function betweenEntries(text: string): string {
  return scanChunks(text)
    .filter(({ kind }) => kind === 'text')
    .map(({ start, end }) => text.slice(start, end).replace(/^\s*%.*$/gm, ''))
    .join('\n');
}

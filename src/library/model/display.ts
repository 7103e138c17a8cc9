import { shownLine } from '../../base/shownLine';
import type { CslName } from './csl';
import { withoutMarks } from './nameMarks';
import { besideFamily } from './particles';
import type { Entry } from './entry';

/*
 * Names and titles as they are shown: in one line, whatever line breaks and marks of direction their source has.
 */

/** The name as people write it, given name first: `Aäron van den Oord`, `Martin Luther King, Jr.`. */
export function fullName(name: CslName): string {
  if (name.literal) return shownLine(name.literal);
  const plain = [name.given, besideFamily(name['dropping-particle'], familyName(name))].filter(Boolean).join(' ');
  return shownLine(name.suffix ? `${plain}, ${name.suffix}` : plain);
}

/** The family name with the particle that belongs to it, without marks behind it: `van den Oord`; a body's whole name. */
export function familyName(name: CslName): string {
  if (name.literal) return shownLine(name.literal);
  return shownLine(besideFamily(name['non-dropping-particle'], withoutMarks(name.family ?? name.given ?? '')));
}

/** The authors in the short form of a running text: `Vaswani et al.`, `Smith and Jones`, `Kuhn`; empty for none. */
export function displayAuthors(entry: Pick<Entry, 'authors' | 'moreAuthors'>): string {
  const [first, second] = entry.authors;
  if (first === undefined) return '';
  if (entry.authors.length > 2 || entry.moreAuthors) return `${familyName(first)} et al.`;
  if (second === undefined) return familyName(first);
  return `${familyName(first)} and ${familyName(second)}`;
}

/** All authors that the source names, given name first. */
export function authorNames(entry: Pick<Entry, 'authors'>): string[] {
  return entry.authors.map(fullName);
}

/** The title, or what best names an entry without one. */
export function displayTitle(entry: Pick<Entry, 'title' | 'citekey' | 'venue'>): string {
  return shownLine(entry.title || (entry.venue ?? entry.citekey));
}

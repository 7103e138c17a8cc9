import type { CslDate, CslItem, CslName } from '../library/model/csl';

/** So many authors are named; of more, the first ones and the last. */
const MOST_AUTHORS = 20;

/**
 * A reference on one line of plain text, in the order of the common author–year styles:
 * `Author, A., & Author, B. (2017). Title. Venue. https://doi.org/…`. What an item does not state is left out; without
 * a year it says `n.d.`, without authors the title comes first.
 */
export function formatReference(item: CslItem): string {
  const authors = names(item.author) || editors(item.editor);
  const year = `(${yearOf(item.issued) ?? 'n.d.'})`;
  const title = oneLine(item.title);
  const lead = authors
    ? [`${authors.endsWith('.') ? authors : `${authors}.`} ${year}.`, title && sentence(title)]
    : [title && sentence(title), `${year}.`];
  const venue = oneLine(item['container-title']) || oneLine(item.publisher);
  return [...lead, venue && sentence(venue), link(item)].filter(Boolean).join(' ');
}

/** The year that a CSL date states, or undefined. */
function yearOf(date: CslDate | undefined): string | undefined {
  const part = date?.['date-parts']?.[0]?.[0];
  if (part !== undefined && part !== '') return String(part);
  return /\b\d{4}\b/.exec(date?.raw ?? date?.edtf ?? '')?.[0] ?? (oneLine(date?.literal) || undefined);
}

function names(people: readonly CslName[] | undefined): string {
  const all = (Array.isArray(people) ? people : []).map(nameOf).filter((name) => name !== '');
  if (all.length > MOST_AUTHORS) return `${all.slice(0, MOST_AUTHORS - 1).join(', ')}, … ${all[all.length - 1]}`;
  if (all.length < 2) return all.join('');
  return `${all.slice(0, -1).join(', ')}, & ${all[all.length - 1]}`;
}

function editors(people: readonly CslName[] | undefined): string {
  const all = names(people);
  return all && `${all} (${people && people.length > 1 ? 'Eds.' : 'Ed.'})`;
}

/** `van der Berg, J. P.`; a literal name as it is. */
function nameOf(name: CslName): string {
  if (name.literal) return oneLine(name.literal);
  const particle = oneLine(name['non-dropping-particle']) || oneLine(name['dropping-particle']);
  const family = [particle, oneLine(name.family)].filter(Boolean).join(' ');
  const given = [initials(oneLine(name.given)), oneLine(name.suffix)].filter(Boolean).join(', ');
  return [family, given].filter(Boolean).join(', ');
}

/** `Jean-Paul M.` as `J.-P. M.` */
function initials(given: string): string {
  return given
    .split(' ')
    .map((word) => word.split('-').map(initial).filter(Boolean).join('-'))
    .filter(Boolean)
    .join(' ');
}

function initial(word: string): string {
  const [first] = word;
  return first ? `${first.toUpperCase()}.` : '';
}

function link(item: CslItem): string {
  const doi = oneLine(item.DOI).replace(/^(https?:\/\/(dx\.)?doi\.org\/|doi:)/i, '');
  if (doi) return `https://doi.org/${doi}`;
  const url = oneLine(item.URL);
  return /^https?:\/\//i.test(url) ? url : '';
}

/** With a full stop, unless it ends a sentence already. */
function sentence(text: string): string {
  return /[.?!…]["'”’)]?$/.test(text) ? text : `${text}.`;
}

function oneLine(value: unknown): string {
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
}

import type { Filter, HasProperty } from './ast';

const FIRST_YEAR = -9999;
const LAST_YEAR = 9999;

const HAS: Readonly<Record<string, HasProperty>> = {
  note: 'note',
  notes: 'note',
  abstract: 'abstract',
  doi: 'doi',
  arxiv: 'arxiv',
  year: 'year',
  author: 'author',
  authors: 'author',
  venue: 'venue',
  tag: 'tag',
  tags: 'tag',
  keyword: 'tag',
};

/** What stands before an identifier that was copied with its address. */
const ADDRESS = /^(?:https?:\/\/(?:(?:dx\.)?doi\.org|arxiv\.org\/(?:abs|pdf))\/|doi:|arxiv:)/;

/** The filter for a value behind a colon, or the code of what is wrong with it. */
export function filterFor(kind: Filter['kind'], value: string): Filter | 'bad-year' | 'bad-has' {
  switch (kind) {
    case 'year':
      return yearFilter(value) ?? 'bad-year';
    case 'has':
      return Object.hasOwn(HAS, value.toLowerCase()) ? { kind: 'has', property: HAS[value.toLowerCase()] } : 'bad-has';
    case 'type':
    case 'source':
      return { kind, value: value.toLowerCase() };
    case 'doi':
    case 'arxiv':
      return { kind, value: value.toLowerCase().replace(ADDRESS, '') };
  }
}

/** `2019`, `2019..2022`, `2019..`, `..2022`, `>2020`, `>=2020`, `<2020`, `<=2020`; a dash may stand for the dots. */
function yearFilter(value: string): Filter | undefined {
  const compared = /^([<>])(=?)(\d{1,4})$/.exec(value);
  if (compared) {
    const year = Number(compared[3]);
    const step = compared[2] ? 0 : 1;
    return compared[1] === '>'
      ? { kind: 'year', from: year + step, to: LAST_YEAR }
      : { kind: 'year', from: FIRST_YEAR, to: year - step };
  }
  const span = /^(\d{0,4})(?:\.\.|-|–)(\d{0,4})$/.exec(value);
  if (span && (span[1] || span[2])) {
    const [from, to] = [span[1] ? Number(span[1]) : FIRST_YEAR, span[2] ? Number(span[2]) : LAST_YEAR];
    return { kind: 'year', from: Math.min(from, to), to: Math.max(from, to) };
  }
  return /^\d{1,4}$/.test(value) ? { kind: 'year', from: Number(value), to: Number(value) } : undefined;
}

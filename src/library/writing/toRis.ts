import types from '@citation-js/plugin-ris/lib/spec/types.json';
import type { CslDate, CslItem, CslName } from '../model/csl';
import type { Entry } from '../model/entry';
import { toCsl } from '../formats/toCsl';

const RIS_TYPES = new Map<string, string>(Object.entries(types.CSL));

/** The entry as a RIS record, with its line ends. One that was read from RIS keeps all its tags. */
export function toRis(entry: Entry, eol = '\n'): string {
  const tags = entry.record.format === 'ris' ? entry.record.tags : [...tagsOf(entry, toCsl(entry))];
  const lines = tags.map(([tag, value]) => `${tag}  - ${value.replace(/\s*[\r\n]+\s*/g, ' ')}`);
  return [...lines, 'ER  - ', ''].join(eol);
}

function* tagsOf(entry: Entry, item: CslItem): Generator<readonly [string, string]> {
  const [startPage, endPage] = (typeof item.page === 'string' ? item.page : '').split(/[-–]/);
  const tags: (readonly [string, unknown])[] = [
    ['TY', RIS_TYPES.get(entry.type) ?? 'GEN'],
    ['ID', entry.citekey],
    ['TI', entry.title],
    ...(item.author ?? []).map((name) => ['AU', risName(name)] as const),
    ...(item.editor ?? []).map((name) => ['ED', risName(name)] as const),
    ['T2', item['container-title']],
    ['PY', item.issued?.['date-parts']?.[0]?.[0] ?? entry.year],
    ['DA', risDate(item.issued)],
    ['VL', item.volume],
    ['IS', item.issue],
    ['SP', startPage],
    ['EP', endPage],
    ['PB', item.publisher],
    ['CY', item['publisher-place']],
    ['SN', item.ISSN ?? item.ISBN],
    ['DO', entry.doi],
    ['UR', entry.url],
    ['LA', entry.language],
    ...entry.keywords.map((word) => ['KW', word] as const),
    ['AB', entry.abstract],
  ];
  for (const [tag, value] of tags) {
    const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
    if (text !== '') yield [tag, text];
  }
}

function risName(name: CslName): string {
  if (name.literal !== undefined) return name.literal;
  const family = [name['dropping-particle'], name['non-dropping-particle'], name.family].filter(Boolean).join(' ');
  return [family, name.given, name.suffix].filter(Boolean).join(', ');
}

function risDate(date: CslDate | undefined): string {
  const [year, month, day] = date?.['date-parts']?.[0] ?? [];
  if (year === undefined || month === undefined) return '';
  const pad = (part: number | string | undefined) => (part === undefined ? '' : String(part).padStart(2, '0'));
  return `${year}/${pad(month)}/${pad(day)}/`;
}

import table from '@citation-js/plugin-ris/lib/spec/new.json';
import types from '@citation-js/plugin-ris/lib/spec/types.json';
import type { CslDate, CslItem, CslName } from '../model/csl';
import { oneLine } from './lines';
import { risDateText } from './writtenDates';
import type { WrittenEntry } from './writtenEntry';

const RIS_TYPES = new Map<string, string>(Object.entries(types.CSL));

/** A line of Citation.js's table: which tag means which variable for which types. */
interface Mapping {
  readonly source: string | readonly string[];
  readonly target: string | readonly string[];
  readonly when?: { readonly target?: false | { readonly type?: readonly string[] } };
}

/** The entry as a RIS record, with its line ends. One that was read from RIS keeps all its tags. */
export function toRis(entry: WrittenEntry, eol = '\n'): string {
  const tags = entry.record.format === 'ris' ? entry.record.tags : tagsOf(entry);
  const lines = tags.map(([tag, value]) => `${tag}  - ${oneLine(value).trim()}`);
  return [...lines, 'ER  - ', ''].join(eol);
}

/** Variables that stand under another tag for each type, with the tag where the table has none. */
const BY_TYPE: readonly (readonly [variable: string, otherwise: string])[] = [
  ['editor', 'ED'],
  ['translator', 'A4'],
  ['collection-editor', ''],
  ['container-title-short', 'J2'],
  ['collection-title', 'T3'],
  ['collection-number', ''],
  ['edition', ''],
  ['genre', ''],
  ['number', ''],
  ['number-of-volumes', ''],
  ['title-short', 'ST'],
  ['note', 'N1'],
];

/** Variables that are written where no other has taken the tag that a type has for them. */
const WHERE_FREE = [
  'number-of-pages',
  'chapter-number',
  'section',
  'medium',
  'version',
  'status',
  'call-number',
  'event-place',
  'original-title',
  'reviewed-title',
  'source',
];

/** The tags that a record that we write can have. */
export const WRITTEN_TAGS: ReadonlySet<string> = new Set([
  ...'TY TI AU T2 C2 C3 PY DA Y2 VL IS SP EP PB CY SN DO UR AN LA KW AB'.split(' '),
  ...BY_TYPE.map(([, otherwise]) => otherwise).filter(Boolean),
  ...(table as unknown as readonly Mapping[])
    .filter(({ target }) => BY_TYPE.some(([variable]) => variable === target))
    .flatMap(({ source }) => source),
]);

function tagsOf(entry: WrittenEntry): (readonly [tag: string, value: string])[] {
  const item = entry.csl;
  const [startPage, endPage] = asText(item.page).split(/[-–]/);
  const isConference = entry.type === 'paper-conference';
  const tags: (readonly [string, unknown])[] = [
    ['TY', RIS_TYPES.get(entry.type) ?? 'GEN'],
    ['ID', entry.citekey],
    ['TI', entry.title],
    ...(item.author ?? []).map((name) => ['AU', risName(name)] as const),
    ['T2', item['container-title']],
    ['C3', isConference ? item['container-title'] : undefined],
    ['PY', (entry.year ?? 0) > 0 ? entry.year : undefined],
    ['DA', risDateText(item.issued)],
    ['Y2', risDateText(item.accessed as CslDate | undefined)],
    ['VL', item.volume],
    ['IS', isConference ? undefined : item.issue],
    ['SP', startPage],
    ['EP', endPage],
    ['PB', item.publisher],
    ['CY', item['publisher-place']],
    ...BY_TYPE.flatMap(([variable, otherwise]) => byType(entry.type, item, variable, otherwise)),
    // Behind a report's number, which has the same tag.
    ['SN', item.ISSN],
    ['SN', item.ISBN],
    ['DO', entry.doi ?? item.DOI],
    ['UR', entry.url ?? item.URL],
    ...(entry.files ?? []).map(({ path }) => ['L1', path] as const),
    ['AN', entry.arxiv === undefined ? undefined : `arXiv:${entry.arxiv}`],
    ['AN', item.PMID === undefined ? undefined : `PMID: ${asText(item.PMID)}`],
    ['C2', tagFor('PMCID', entry.type) && item.PMCID],
    ['LA', item.language ?? entry.language],
    ...entry.keywords.map((word) => ['KW', word] as const),
    ['AB', entry.abstract],
  ];
  const stated = tags.map(([tag, value]) => [tag, asText(value).trim()] as const).filter(([, value]) => value !== '');
  const taken = new Set(stated.map(([tag]) => tag));
  const free = WHERE_FREE.flatMap((variable) => byType(entry.type, item, variable, ''));
  return [...stated, ...free.filter(([tag, value]) => value !== '' && !taken.has(tag))];
}

function byType(type: string, item: CslItem, variable: string, otherwise: string): [string, string][] {
  const value = item[variable];
  const tag = tagFor(variable, type) ?? otherwise;
  if (tag === '' || value === undefined) return [];
  const values = Array.isArray(value) ? (value as CslName[]).map(risName) : [asText(value)];
  return values.map((each): [string, string] => [tag, each]);
}

/** The tag that means a variable in records of a type, by the table that reading uses too. */
function tagFor(variable: string, type: string): string | undefined {
  const found = (table as unknown as readonly Mapping[]).find(({ target, when }) => {
    const to = when?.target;
    return target === variable && to !== false && (to?.type === undefined || to.type.includes(type));
  });
  return found && [found.source].flat()[0];
}

/** A name as the reader takes it apart; the comma of a body's own is two, as EndNote has it. */
function risName(name: CslName): string {
  if (name.literal !== undefined) return name.literal.replace(/,\s*/, ',, ');
  const family = [name['dropping-particle'], name['non-dropping-particle'], name.family].filter(Boolean).join(' ');
  const given = name.given ?? (name.suffix && family ? '' : undefined);
  const parts = [family, given, name.suffix].filter((part) => part !== undefined && (part !== '' || family !== ''));
  return parts.join(', ').replace(/, ,/, ',,').replace(/, $/, '');
}

function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

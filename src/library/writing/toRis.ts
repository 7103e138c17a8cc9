import { isAnnotation, nameAnnotations } from '../bibtex/nameAnnotations';
import { isCslType } from '../formats/cslTypes';
import { linesOfVariable } from '../formats/extraLines';
import { EXTRA, lineOfBibField } from '../formats/risExtra';
import { paperOfRis } from '../formats/risPaper';
import { hasSeriesFirst, isNumbered } from '../formats/risToCsl';
import { cslTypeOfRis, risTypeOfCsl } from '../formats/risTypes';
import { tagOfVariable, variableOfTag } from '../formats/risVariables';
import { isDateVariable, isNameVariable } from '../formats/cslVariables';
import type { CslDate, CslItem, CslName } from '../model/csl';
import type { Paper } from '../model/paper';
import { oneLine } from './lines';
import { biblatexDate, risDateText } from './writtenDates';
import { bibOnlyFields } from './bibOnlyFields';
import type { WrittenEntry } from './entryToWrite';

/**
 * The entry as a RIS record, with its line ends. One that was read from RIS keeps all its tags; of another one, what RIS has no tag for
 * stands where Zotero reads it.
 */
export function toRis(entry: WrittenEntry, eol = '\n'): string {
  const tags = entry.record.format === 'ris' ? entry.record.tags : completed(tagsOf(entry), entry);
  const lines = tags.map(([tag, value]) => `${tag}  - ${oneLine(value).trim()}`);
  return [...lines, 'ER  - ', ''].join(eol);
}

/** What an entry says in the tags of RIS alone. */
export function plainRis(entry: WrittenEntry): Omit<Paper, 'range'> {
  return paperOfRis({ format: 'ris', tags: tagsOf(entry).map(([tag, value]) => [tag, oneLine(value).trim()]) });
}

/** Tags with what they do not say. */
function completed(tags: readonly Tag[], { type, csl, record, unsaid }: WrittenEntry): readonly Tag[] {
  const values = tags.map(([, value]) => value);
  const isTyped = cslTypeOfRis(risTypeOfCsl(type)) === type || !isCslType(type);
  const lines = [
    ...(isTyped ? [] : [`type: ${type}`]),
    ...(unsaid?.plain ?? []).flatMap((name) => linesOfVariable(name, csl[name])),
    ...nameAnnotations(csl).map(([field, value]) => lineOfBibField(field, value)),
    ...(record.format === 'bibtex' ? bibOnlyFields(record, csl, values) : [])
      .filter(([field]) => !isAnnotation(field))
      .map(([field, value]) => lineOfBibField(field, value)),
  ];
  return [...tags, ...lines.map((line): Tag => [EXTRA, oneLine(line)])];
}

/** The variables of the table, in the order in which their tags are written. */
const VARIABLES = (
  'volume issue publisher publisher-place editor translator container-title-short collection-title collection-editor ' +
  'collection-number edition genre number number-of-volumes title-short number-of-pages chapter-number section medium version ' +
  'status call-number event-place original-title reviewed-title source performer producer recipient illustrator scale dimensions ' +
  'jurisdiction references volume-title archive authority original-date submitted available-date page page-first PMCID note'
).split(' ');

const ALWAYS = 'TY TI AU T2 PY DA Y2 SP EP SN DO UR AN LA KW AB'.split(' ');

/** Whether a record of a type that we write can have a tag, beside that of Zotero's lines. */
export function isWrittenTag(tag: string, type: string): boolean {
  return ALWAYS.includes(tag) || variableOfTag(tag, type) !== undefined || (tag === 'C3' && type === 'CONF');
}

type Tag = readonly [tag: string, value: string];

function tagsOf(entry: WrittenEntry): Tag[] {
  const { csl: item } = entry;
  const type = risTypeOfCsl(entry.type);
  const head = stated([
    ['TY', type],
    ['ID', entry.citekey],
    ['TI', entry.title],
    ...(item.author ?? []).map((name) => ['AU', risName(name)] as const),
    ...containerTags(item, type),
    ['PY', (entry.year ?? 0) > 0 ? entry.year : undefined],
    ['DA', risDateText(item.issued)],
    ['Y2', risDateText(item.accessed as CslDate | undefined)],
    ...pageTags(asText(item.page)),
    ...(isNumbered(type) ? [['SN', item.number] as const] : []),
  ]);
  const tail = stated([
    // Else it would be the number of a report itself.
    ['SN', isNumbered(type) && item.number === undefined ? undefined : item.ISSN],
    ['SN', item.ISBN],
    ['DO', entry.doi ?? item.DOI],
    ['UR', entry.url ?? item.URL],
    ...(entry.files ?? []).map(({ path }) => ['L1', path] as const),
    ['AN', entry.arxiv === undefined ? undefined : `arXiv:${entry.arxiv}`],
    ['AN', item.PMID === undefined ? undefined : `PMID: ${asText(item.PMID)}`],
    ['LA', item.language ?? entry.language],
    ...entry.keywords.map((word) => ['KW', word] as const),
    ['AB', entry.abstract],
  ]);
  return [...head, ...tableTags(item, type, new Set(head.map(([tag]) => tag))), ...tail];
}

function stated(tags: readonly (readonly [tag: string, value: unknown])[]): Tag[] {
  return tags.map(([tag, value]): Tag => [tag, asText(value).trim()]).filter(([, value]) => value !== '');
}

function containerTags(item: CslItem, type: string): (readonly [tag: string, value: unknown])[] {
  const container = item['container-title'];
  if (type === 'CONF') {
    const tags = [['T2', item['event-title'] ?? container] as const, ['C3', container] as const];
    return container === undefined ? [] : tags;
  }
  return [['T2', container ?? (hasSeriesFirst(type) ? item['collection-title'] : undefined)]];
}

/** Pages from one to another have two tags; else one is enough, which means them in no type alone. */
function pageTags(page: string): (readonly [tag: string, value: string])[] {
  const [, start, end] = /^([^-–]*\d[^-–]*)[-–]([^-–]+)$/.exec(page) ?? [];
  if (start !== undefined)
    return [
      ['SP', start.trim()],
      ['EP', end.trim()],
    ];
  return /\d\s*[-–]\s*\w/.test(page) ? [['SP', page]] : [];
}

/** The tags of the table for an item; each says one thing. */
function tableTags(item: CslItem, type: string, before: ReadonlySet<string>): Tag[] {
  const taken = new Set(before);
  return VARIABLES.flatMap((variable) => {
    const tag = tagOfVariable(variable, type) ?? '';
    const isSaid =
      (variable === 'number' && isNumbered(type)) ||
      (variable === 'page' && taken.has('SP')) ||
      (variable === 'collection-title' && hasSeriesFirst(type) && item['container-title'] === undefined);
    if (tag === '' || isSaid || taken.has(tag)) return [];
    const tags = stated(valuesOf(variable, item[variable]).map((value) => [tag, value] as const));
    if (tags.length > 0) taken.add(tag);
    return tags;
  });
}

function valuesOf(variable: string, value: unknown): readonly string[] {
  if (isNameVariable(variable)) return Array.isArray(value) ? (value as CslName[]).map(risName) : [];
  return [isDateVariable(variable) ? isoDate(value as CslDate | undefined) : asText(value)];
}

/** A date in a tag that is made for text. */
function isoDate(date: CslDate | undefined): string {
  return biblatexDate(date);
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

import type { CslDate, CslItem, CslName } from '../../library/model/csl';
import { checkCslItem } from '../../library/formats/cslItem';
import { cslType } from '../../library/formats/cslTypes';
import { plainAbstract } from '../../library/formats/jats';
import { parsePlainName } from '../../library/model/names';

/** Longer titles and abstracts are none. */
const LONGEST_TITLE = 2000;
const LONGEST_TEXT = 50_000;
const MOST_NAMES = 5000;

/** What a service says of a paper as a CSL item, without what it does not say. Undefined without a title. */
export function itemOf(fields: CslItem): CslItem | undefined {
  const said = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''));
  const { item } = checkCslItem(said) ?? {};
  const title = item?.title === undefined ? '' : cleanTitle(item.title);
  if (!item || title === '') return undefined;
  item.title = title;
  item.type = cslType(item.type ?? 'document');
  for (const name of ['container-title', 'container-title-short', 'publisher'] as const) {
    if (typeof item[name] === 'string') item[name] = entitiesRead(item[name]).replace(/\s+/g, ' ').trim();
  }
  if (item.abstract !== undefined) item.abstract = plainAbstract(item.abstract).slice(0, LONGEST_TEXT);
  if (item.author) item.author = item.author.slice(0, MOST_NAMES);
  return item;
}

/** A name given as one text. */
export function nameOf(name: string | undefined): CslName | undefined {
  return name === undefined ? undefined : parsePlainName(name.slice(0, 500));
}

/** `2017`, `2017-06`, `2017-06-12`, `2017-06-12T17:57:34Z` as a CSL date; undefined for anything else. */
export function dateOf(stated: string | undefined): CslDate | undefined {
  const [, year, month, day] = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?!\d)/.exec(stated ?? '') ?? [];
  if (year === undefined) return undefined;
  const parts = [year, month, day].filter((part) => part !== undefined).map(Number);
  return { 'date-parts': [parts.slice(0, parts.indexOf(0) < 0 ? undefined : parts.indexOf(0))] };
}

/** What CSL allows in titles stays; other tags go, and entities are read. */
function cleanTitle(title: string): string {
  return entitiesRead(title.slice(0, LONGEST_TITLE).replace(/<mml:math[^]{0,1000}?<\/mml:math>/g, mathText))
    .replace(/<(\/?)(?:em|italic)>/gi, '<$1i>')
    .replace(/<(\/?)(?:strong|bold)>/gi, '<$1b>')
    .replace(/<(?!\/?(?:i|b|sub|sup)>)\/?[a-z][^<>]{0,200}>/gi, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function mathText(math: string): string {
  return math.replace(/<[^<>]{0,200}>/g, '');
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ' };

/** A text with its character entities read, as services send them in texts that are no HTML. */
function entitiesRead(text: string): string {
  return text.replace(/&(?:#(\d{1,6})|(lt|gt|amp|quot|apos|nbsp));/g, (whole, code: string | undefined, name: string) =>
    code === undefined
      ? ENTITIES[name]
      : Number(code) > 31 && Number(code) < 0x10ffff
        ? String.fromCodePoint(Number(code))
        : whole,
  );
}

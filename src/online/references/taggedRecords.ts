import { checkCslItem } from '../../library/formats/cslItem';
import type { CslItem, CslName } from '../../library/model/csl';
import { parsePlainName } from '../../library/model/names';

/* Two formats in which sites hand out single records, and which people paste: PubMed's NBIB and EndNote's own tags. */

type Tags = ReadonlyMap<string, readonly string[]>;

/** The records of a text in PubMed's format (`PMID- 123`, https://www.nlm.nih.gov/bsd/mms/medlineelements.html); empty for any other. */
export function nbibItems(text: string): CslItem[] {
  if (!/^PMID-\s*\d/m.test(text)) return [];
  return records(text, /^([A-Z]{2,4}) {0,2}- (.*)$/, 'PMID')
    .map(nbibItem)
    .filter((item) => item !== undefined);
}

/** The records of a text in EndNote's format (`%0 Journal Article`, "Refer"); empty for any other. */
export function endNoteItems(text: string): CslItem[] {
  if (!/^%0 \S/m.test(text)) return [];
  return records(text, /^%([A-Z0-9@!?^+$&*#~>(]) (.*)$/i, '0')
    .map(endNoteItem)
    .filter((item) => item !== undefined);
}

/** The tags of each record; a line without a tag goes on with the value before. */
function records(text: string, line: RegExp, first: string): Tags[] {
  const all: Map<string, string[]>[] = [];
  let values: string[] | undefined;
  for (const each of text.split(/\r\n?|\n/)) {
    const [, tag, value] = line.exec(each) ?? [];
    if (tag === undefined) {
      if (values && each.trim() !== '') values[values.length - 1] += ` ${each.trim()}`;
      continue;
    }
    if (tag === first || all.length === 0) all.push(new Map());
    const record = all[all.length - 1];
    values = record.get(tag) ?? [];
    record.set(tag, values);
    values.push(value.trim());
  }
  return all;
}

const PREPRINT = /preprint/i;

function nbibItem(tags: Tags): CslItem | undefined {
  const value = (tag: string) => tags.get(tag)?.[0];
  // A site's full name of an author stands beside the short one.
  const authors = tags.get('FAU') ?? tags.get('AU') ?? [];
  const bodies = (tags.get('CN') ?? []).map((literal): CslName => ({ literal }));
  const types = tags.get('PT') ?? [];
  return checked({
    type:
      value('BTI') !== undefined
        ? 'chapter'
        : types.some((type) => PREPRINT.test(type))
          ? 'article'
          : 'article-journal',
    title: value('TI')?.replace(/(?<!\.)\.$/, '') ?? value('BTI'),
    author: [...authors.map(parsePlainName), ...bodies],
    'container-title': value('BTI') ?? value('JT') ?? value('TA'),
    'container-title-short': value('TA'),
    issued: nbibDate(value('DP')),
    volume: value('VI'),
    issue: value('IP'),
    page: value('PG'),
    abstract: value('AB'),
    language: value('LA'),
    keyword: tags.get('OT')?.join(', '),
    ISSN: value('IS')?.split(' ', 1)[0],
    PMID: value('PMID'),
    PMCID: value('PMC'),
    DOI: [...(tags.get('LID') ?? []), ...(tags.get('AID') ?? [])]
      .map((id) => /^(10\.\S+) \[doi\]$/.exec(id)?.[1])
      .find((doi) => doi !== undefined),
  });
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `2019 Aug 1`, `2019 Winter`, `2019`. */
function nbibDate(stated: string | undefined): CslItem['issued'] {
  const [, year, month, day] = /^(\d{4})(?: ([A-Z][a-z]{2})[a-z]*(?:-\w+)?(?: (\d{1,2})\b)?)?/.exec(stated ?? '') ?? [];
  if (year === undefined) return undefined;
  const number = MONTHS.indexOf(month?.toLowerCase()) + 1;
  const parts = [Number(year), ...(number > 0 ? [number, ...(day ? [Number(day)] : [])] : [])];
  return { 'date-parts': [parts] };
}

const ENDNOTE_TYPES: Readonly<Record<string, string | undefined>> = {
  'journal article': 'article-journal',
  'conference paper': 'paper-conference',
  'conference proceedings': 'paper-conference',
  book: 'book',
  'edited book': 'book',
  'book section': 'chapter',
  thesis: 'thesis',
  report: 'report',
  'web page': 'webpage',
  dataset: 'dataset',
  'magazine article': 'article-magazine',
  'newspaper article': 'article-newspaper',
};

/** The CSL type of what EndNote calls a reference: `Journal Article`. */
export function endNoteType(name: string): string {
  return ENDNOTE_TYPES[name.toLowerCase()] ?? 'document';
}

function endNoteItem(tags: Tags): CslItem | undefined {
  const value = (tag: string) => tags.get(tag)?.[0];
  const number = value('@');
  const year = /\d{4}/.exec(value('D') ?? value('8') ?? '')?.[0];
  return checked({
    type: endNoteType(value('0') ?? ''),
    title: value('T'),
    author: tags.get('A')?.map((name) => parsePlainName(name.replace(/,$/, ''))),
    editor: tags.get('E')?.map((name) => parsePlainName(name.replace(/,$/, ''))),
    'container-title': value('J') ?? value('B'),
    publisher: value('I'),
    'publisher-place': value('C'),
    issued: year === undefined ? undefined : { 'date-parts': [[Number(year)]] },
    volume: value('V'),
    issue: value('N'),
    page: value('P'),
    abstract: value('X'),
    keyword: tags.get('K')?.join(', '),
    language: value('G'),
    DOI: /10\.\d{4,9}\/\S+/.exec(value('R') ?? '')?.[0],
    URL: value('U'),
    ...(number !== undefined && { [/^\d{4}-?\d{3}[\dxX]$/.test(number) ? 'ISSN' : 'ISBN']: number }),
  });
}

function checked(fields: CslItem): CslItem | undefined {
  const { item } = checkCslItem(fields) ?? {};
  return item?.title === undefined ? undefined : item;
}

import { findDoi } from '../../base/identifiers/doi';
import type { CslName } from '../model/csl';
import { parsePlainName } from '../model/names';
import { readDate } from '../model/writtenDate';
import type { Reader } from './reader';
import { pages, paperOfItem, Tags } from './taggedCsl';
import { readTagged, type TaggedForm, type TaggedRecord } from './taggedText';
import { tellingPart } from './tellingPart';

const FORM: TaggedForm = {
  line: /^([A-Z]{2,4}) {0,2}- ?(.*)$/,
  starts: (tag, before, isApart) => tag === 'PMID' || (isApart && before.has('TI')),
  isValue: () => false,
  paper,
};

/** A record by PubMed's list of its tags (https://www.nlm.nih.gov/bsd/mms/medlineelements.html). */
function paper(record: TaggedRecord): ReturnType<TaggedForm['paper']> {
  const tags = new Tags(record);
  const types = tags.all('PT');
  const title = tags.first('TI')?.replace(/(?<!\.)\.$/, '');
  const book = tags.first('BTI');
  const isPart = book !== undefined && title !== undefined;
  const ids = [...tags.all('LID'), ...tags.all('AID')];
  const id = (kind: string) => ids.find((each) => each.endsWith(`[${kind}]`))?.replace(/\s*\[\w+\]$/, '');
  return paperOfItem({
    type: isPart ? 'chapter' : book !== undefined ? 'book' : typeOf(types),
    title: title ?? book,
    'original-title': tags.first('TT'),
    author: [...people(record, 'FAU', 'AU'), ...tags.all('CN').map((literal): CslName => ({ literal }))],
    editor: people(record, 'FED', 'ED'),
    'container-title': (isPart ? book : undefined) ?? tags.first('JT', 'TA'),
    'container-title-short': tags.first('JT') === undefined ? undefined : tags.first('TA'),
    'collection-title': tags.first('CTI'),
    issued: readDate(tags.first('DP') ?? ''),
    'available-date': readDate(tags.first('DEP') ?? ''),
    volume: tags.first('VI'),
    issue: tags.first('IP'),
    page: pages(tags.first('PG')),
    number: tags.first('PG') === undefined ? id('pii') : undefined,
    edition: tags.first('EN'),
    publisher: tags.first('PB'),
    'publisher-place': book === undefined ? undefined : tags.first('PL'),
    abstract: tags.first('AB'),
    language: languageOf(tags.first('LA')),
    keyword: [...tags.all('OT'), ...tags.all('MH')].map((word) => word.replaceAll('*', '')),
    ISSN: tags.first('IS')?.split(' ', 1)[0],
    ISBN: tags.first('ISBN')?.split(' ', 1)[0],
    PMID: tags.first('PMID'),
    PMCID: tags.first('PMC'),
    DOI: findDoi(id('doi') ?? tags.first('SO') ?? ''),
  });
}

function typeOf(types: readonly string[]): string {
  if (types.some((type) => /preprint/i.test(type))) return 'article';
  return types.some((type) => /^dataset/i.test(type)) ? 'dataset' : 'article-journal';
}

/** The shortest tag of a language, which PubMed states by a code of MARC (`ger`): CLDR knows those, too. */
function languageOf(code: string | undefined): string | undefined {
  return code !== undefined && /^[a-z]{3}$/.test(code) ? Intl.getCanonicalLocales(code)[0] : code;
}

/** People by their full names where the record has those, each with what is said of them in the lines behind. */
function people(record: TaggedRecord, full: string, short: string): CslName[] {
  const tag = record.some(([each]) => each === full) ? full : short;
  const names: CslName[] = [];
  for (const [each, value] of record) {
    if (each === tag) names.push(nameOf(value, tag === short));
    const orcid = each === 'AUID' ? /\d{4}-\d{4}-\d{4}-\d{3}[\dX]/.exec(value)?.[0] : undefined;
    if (orcid !== undefined && names.length > 0 && full === 'FAU')
      Object.assign(names[names.length - 1], { ORCID: orcid });
  }
  return names;
}

/** A short name has its initials behind it: `Smith JA`. */
function nameOf(value: string, isShort: boolean): CslName {
  return parsePlainName(isShort ? value.replace(/ (\p{Lu}{1,3})$/u, ', $1') : value);
}

/** Reads the format in which PubMed hands out what it holds: `PMID- 31452104`, `TI  - …`. */
export const nbibReader: Reader = {
  format: 'nbib',

  detect(fileName, text) {
    if (/\.nbib$/i.test(fileName)) return 1;
    return /^\uFEFF?\s*PMID-\s*\d/.test(tellingPart(fileName, text, 500)) ? 0.8 : 0;
  },

  read: (text, step) => readTagged(text, FORM, step),
};

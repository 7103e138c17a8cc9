/*
 * What the tags of RIS mean, which depends on the type of the record (EndNote's table of reference types and their fields, by which its
 * export of RIS goes). Tags that need more thought than a table are read by hand: titles, authors, dates, pages, serial numbers.
 */

/** Stands for all types that have no line of their own. */
const OTHERS = '*';

/** By tag, the variables of CSL with the types of record where it means them. */
const MEANINGS = {
  ED: { editor: OTHERS },
  A2: {
    'collection-editor': 'BOOK CLSWK COMP EDBOOK ELEC MAP MULTI RPRT GOVDOC UNPB',
    performer: 'ADVS SOUND VIDEO',
    producer: 'DATA',
    recipient: 'ICOMM PCOMM',
    'container-title': 'CASE',
    editor: OTHERS,
    '': 'BILL HEAR MPCT PAT SLIDE ART CHART EQUA FIGURE GRANT STAND',
  },
  A3: {
    'collection-editor': 'ADVS CHAP CONF DICT EBOOK ECHAP ENCYC MAP MUSIC SER SOUND VIDEO',
    editor: 'BOOK',
    illustrator: 'BLOG',
    producer: 'MPCT',
  },
  A4: { performer: 'MPCT', producer: 'MUSIC', '': 'CASE CONF DATA', translator: OTHERS },
  C1: { 'publisher-place': 'CONF CPAPER', scale: 'MAP', section: 'CHAP ECHAP SER' },
  C2: { PMCID: 'ABST INPR JFULL JOUR', issue: 'NEWS', number: 'SER' },
  C3: { dimensions: 'ADVS ART MAP SOUND VIDEO', jurisdiction: 'PAT', PMCID: 'EJOUR' },
  C4: { genre: 'MPCT' },
  C5: { dimensions: 'MULTI', medium: 'MPCT SOUND VIDEO', number: 'GRANT', references: 'PAT', 'volume-title': 'EJOUR' },
  C6: { issue: 'RPRT', status: 'PAT', volume: 'STAT' },
  C7: { number: 'ABST EJOUR INPR JFULL JOUR', PMCID: 'EBOOK ECHAP' },
  VL: {
    dimensions: 'CHART EQUA FIGURE',
    edition: 'COMP',
    number: 'PAMP',
    version: 'PAT',
    '': 'BLOG ELEC',
    volume: OTHERS,
  },
  IS: { 'number-of-volumes': 'CHAP', '': 'CONF CPAPER', issue: OTHERS },
  ET: {
    'available-date': 'ABST INPR JFULL JOUR',
    medium: 'MANSCPT',
    version: 'CHART COMP DATA EQUA FIGURE',
    edition: OTHERS,
  },
  PB: { archive: 'MANSCPT', authority: 'CASE', publisher: OTHERS },
  CY: { 'event-place': 'CONF CPAPER', 'publisher-place': OTHERS },
  T3: { '': 'BILL CASE HEAR LEGAL', number: 'STAND', 'collection-title': OTHERS },
  SP: { dimensions: 'MPCT', 'number-of-pages': 'BOOK CLSWK EBOOK EDBOOK THES', 'page-first': 'CASE', page: OTHERS },
  SV: { 'collection-number': 'CHAP ECHAP' },
  M1: {
    'collection-number': 'BOOK CLSWK CTLG EBOOK EDBOOK PAMP SER',
    dimensions: 'ART',
    issue: 'CONF CPAPER EJOUR JOUR MGZN',
    number:
      'ADVS ANCIENT BILL CHART DICT FIGURE GEN HEAR ICOMM MANSCPT PAT PCOMM RPRT SLIDE SOUND STAT THES UNBILL UNPB VIDEO',
    'page-first': 'LEGAL NEWS STAND',
  },
  M2: { 'number-of-pages': 'PAMP', 'page-first': 'ABST INPR JFULL JOUR' },
  M3: { medium: 'BLOG EBOOK ELEC MPCT MUSIC', genre: OTHERS },
  NV: {
    'collection-number': 'RPRT',
    number: 'CTLG DATA EJOUR MANSCPT PCOMM',
    version: 'EBOOK',
    '': 'CASE CHAP',
    'number-of-volumes': OTHERS,
  },
  SE: {
    'chapter-number': 'CHAP SER',
    number: 'BLOG PAT',
    'number-of-pages': 'CTLG',
    'original-date': 'DATA',
    page: 'BOOK',
    'page-first': 'MANSCPT MGZN',
    section: 'BILL GEN GOVDOC MUSIC NEWS STAT UNBILL',
    submitted: 'CASE',
    version: 'DICT',
  },
  OP: {
    references: 'BILL CASE HEAR LEGAL STAT',
    '': 'BLOG COMP CONF DATA ELEC MAP MPCT PAT RPRT SOUND THES',
    'original-title': OTHERS,
  },
  RI: { '': 'DATA LEGAL STAT STAND', 'reviewed-title': OTHERS },
  ST: { 'title-short': OTHERS },
  J2: { 'container-title-short': OTHERS },
  CN: { 'call-number': OTHERS },
  DB: { source: OTHERS },
  LB: { 'citation-label': OTHERS },
  AV: { archive_location: OTHERS },
  N1: { note: OTHERS },
  RN: { note: OTHERS },
} as const;

/** By tag, the meaning for each type that has one of its own, and that for others. */
const BY_TAG: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  Object.entries(MEANINGS).map(([tag, meanings]) => [
    tag,
    new Map(
      Object.entries(meanings).flatMap(([variable, types]) =>
        types.split(' ').map((type) => [type, variable] as const),
      ),
    ),
  ]),
);

/** The tags of the table, in the order in which they are asked for a variable. */
export const TABLE_TAGS: readonly string[] = [...BY_TAG.keys()];

/** The variable that a tag means in records of a type; undefined where it has no meaning that CSL knows. */
export function variableOfTag(tag: string, type: string): string | undefined {
  const meanings = BY_TAG.get(tag);
  return (meanings?.get(type) ?? meanings?.get(OTHERS)) || undefined;
}

/** The tag that means a variable in records of a type. */
export function tagOfVariable(variable: string, type: string): string | undefined {
  return TABLE_TAGS.find((tag) => variableOfTag(tag, type) === variable);
}

/* The types of RIS ("RIS format specifications"; EndNote's list of reference types) and those of CSL that they come nearest to. */

const CSL_BY_RIS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'article-journal': 'JOUR ABST EJOUR INPR JFULL',
    'article-magazine': 'MGZN',
    'article-newspaper': 'NEWS',
    bill: 'BILL UNBILL',
    book: 'BOOK EBOOK EDBOOK',
    chapter: 'CHAP ECHAP',
    classic: 'CLSWK ANCIENT',
    dataset: 'DATA AGGR DBASE',
    document: 'GEN EQUA GRANT',
    entry: 'CTLG',
    'entry-dictionary': 'DICT',
    'entry-encyclopedia': 'ENCYC',
    figure: 'FIGURE CHART',
    graphic: 'ART',
    hearing: 'HEAR',
    legal_case: 'CASE',
    legislation: 'LEGAL STAT',
    manuscript: 'MANSCPT UNPB',
    map: 'MAP',
    motion_picture: 'MPCT ADVS MULTI VIDEO',
    musical_score: 'MUSIC',
    pamphlet: 'PAMP',
    'paper-conference': 'CONF CPAPER',
    patent: 'PAT',
    periodical: 'SER',
    personal_communication: 'PCOMM ICOMM',
    'post-weblog': 'BLOG',
    report: 'RPRT GOVDOC',
    software: 'COMP',
    song: 'SOUND',
    speech: 'SLIDE',
    standard: 'STAND',
    thesis: 'THES',
    webpage: 'ELEC WEB',
  }).flatMap(([type, names]) => names.split(' ').map((name): [string, string] => [name, type])),
);

/** Those that RIS has no type for, with the nearest. */
const RIS_BY_CSL: ReadonlyMap<string, string> = new Map([
  ...[...CSL_BY_RIS].reverse().map(([name, type]): [string, string] => [type, name]),
  ['article', 'JOUR'],
  ['broadcast', 'MPCT'],
  ['post', 'ICOMM'],
  ['regulation', 'LEGAL'],
  ['review', 'JOUR'],
  ['review-book', 'BOOK'],
]);

/** The type of CSL that one of RIS means. */
export function cslTypeOfRis(type: string): string {
  return CSL_BY_RIS.get(type) ?? 'document';
}

/** The type of RIS that comes nearest to one of CSL. */
export function risTypeOfCsl(type: string): string {
  return RIS_BY_CSL.get(type) ?? 'GEN';
}

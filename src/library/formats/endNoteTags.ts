import type { RisRecord } from '../model/record';
import type { Reader } from './reader';
import { paperOfRis } from './risPaper';
import { cslTypeOfRis } from './risTypes';
import { readTagged, type TaggedForm, type TaggedRecord } from './taggedText';
import { tellingPart } from './tellingPart';

/** EndNote's own tags by those that its export of RIS has for the same fields. */
const RIS_TAGS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    A: 'AU',
    B: 'T2',
    C: 'CY',
    D: 'PY',
    E: 'A2',
    F: 'ID',
    G: 'LA',
    H: 'TA',
    I: 'PB',
    J: 'JF',
    K: 'KW',
    L: 'CN',
    M: 'AN',
    N: 'IS',
    P: 'SP',
    Q: 'TT',
    R: 'DO',
    S: 'T3',
    T: 'TI',
    U: 'UR',
    V: 'VL',
    W: 'DP',
    X: 'AB',
    Y: 'A3',
    Z: 'N1',
    '1': 'C1',
    '2': 'C2',
    '3': 'C3',
    '4': 'C4',
    '6': 'NV',
    '7': 'ET',
    '8': 'DA',
    '9': 'M3',
    '!': 'ST',
    '@': 'SN',
    '(': 'OP',
    ')': 'RP',
    '*': 'RI',
    '&': 'SE',
    '>': 'L1',
    '[': 'Y2',
    '?': 'A4',
    '~': 'DB',
    '+': 'AD',
  }),
);

/** Types by their names in EndNote. */
const TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ABST: 'abstract',
    ADVS: 'audiovisual material',
    AGGR: 'aggregated database',
    ANCIENT: 'ancient text',
    ART: 'artwork',
    BILL: 'bill',
    BLOG: 'blog',
    BOOK: 'book',
    CASE: 'case',
    CHAP: 'book section|chapter',
    CHART: 'chart or table',
    CLSWK: 'classical work',
    COMP: 'computer program|software',
    CONF: 'conference proceedings|proceedings',
    CPAPER: 'conference paper',
    CTLG: 'catalog',
    DATA: 'dataset',
    DBASE: 'online database',
    DICT: 'dictionary',
    EBOOK: 'electronic book',
    ECHAP: 'electronic book section',
    EDBOOK: 'edited book',
    EJOUR: 'electronic article',
    ELEC: 'web page|electronic source',
    ENCYC: 'encyclopedia',
    EQUA: 'equation',
    FIGURE: 'figure',
    GOVDOC: 'government document',
    GRANT: 'grant',
    HEAR: 'hearing',
    ICOMM: 'discussion forum|social media',
    JOUR: 'journal article',
    LEGAL: 'legal rule or regulation',
    MANSCPT: 'manuscript',
    MAP: 'map',
    MGZN: 'magazine article',
    MPCT: 'film or broadcast',
    MULTI: 'online multimedia|multimedia application',
    MUSIC: 'music',
    NEWS: 'newspaper article',
    PAMP: 'pamphlet',
    PAT: 'patent',
    PCOMM: 'personal communication',
    RPRT: 'report',
    SER: 'serial',
    SOUND: 'podcast|audio recording',
    STAND: 'standard',
    STAT: 'statute',
    THES: 'thesis',
    UNBILL: 'unenacted bill/resolution',
    UNPB: 'unpublished work',
    VIDEO: 'video recording|television episode',
  }).flatMap(([type, names]) => names.split('|').map((name): [string, string] => [name, type])),
);

/** The type of CSL by its name in EndNote: `Journal Article`. */
export function cslTypeOfEndNote(name: string): string {
  return cslTypeOfRis(TYPES.get(name.toLowerCase()) ?? '');
}

const FORM: TaggedForm = {
  line: /^%([A-Z0-9@!?^+$&*#~>()[\]=<{}"',;:.-]) ?(.*)$/,
  starts: (tag, before, isApart) => tag === '0' || (isApart && !before.has('0')),
  // A keyword, or a person, a line.
  isValue: (tag) => 'KAEY'.includes(tag),
  paper(tags) {
    const record = risOf(tags);
    const paper = paperOfRis(record);
    return paper.title === '' && paper.authors.length === 0 ? undefined : paper;
  },
};

/** A record with the tags of RIS, and the type that its own name means or its tags tell (refer's manual). */
function risOf(tags: TaggedRecord): RisRecord {
  const name = tags.find(([tag]) => tag === '0')?.[1].toLowerCase();
  const has = (tag: string) => tags.some(([each]) => each === tag);
  const told = has('J') ? 'JOUR' : has('B') ? 'CHAP' : has('R') && has('I') ? 'RPRT' : has('I') ? 'BOOK' : 'GEN';
  const type = name === undefined ? told : (TYPES.get(name) ?? 'GEN');
  const own = tags.filter(([tag]) => tag !== '0').flatMap(([tag, value]) => risTag(tag, value) ?? []);
  return { format: 'ris', tags: [['TY', type], ...own] };
}

function risTag(tag: string, value: string): [tag: string, value: string][] {
  // EndNote has a DOI there, refer the number of a report.
  if (tag === 'R' && !/^(?:doi:|https?:|10\.)/i.test(value)) return [['SN', value]];
  const meant = RIS_TAGS.get(tag);
  return meant === undefined ? [] : [[meant, value]];
}

/** Reads what EndNote exports with its own tags, and refer, from which it has them: `%0 Journal Article`, `%A Ito, Emi`, `%T Maps`. */
export const endNoteTagsReader: Reader = {
  format: 'endnote',

  detect(fileName, text) {
    if (/\.(?:enw|refer)$/i.test(fileName)) return 1;
    const head = tellingPart(fileName, text, 2000);
    if (/^\uFEFF?\s*%0 [A-Z][a-z]/.test(head)) return 0.8;
    return /^\uFEFF?\s*%[ABT] \S[^\n]*\n(?:%[A-Z@!0-9] [^\n]*\n){2}/.test(head) ? 0.7 : 0;
  },

  read: (text, step) => readTagged(text, FORM, step),
};

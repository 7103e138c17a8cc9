import type { CslName } from '../model/csl';
import { languageTag } from '../bibtex/languages';
import { parsePlainName } from '../model/names';
import { readDate } from '../model/writtenDate';
import type { Reader } from './reader';
import { pages, paperOfItem, Tags } from './taggedCsl';
import { readTagged, type TaggedForm, type TaggedRecord } from './taggedText';
import { tellingPart } from './tellingPart';

/** Tags with a value a line. */
const LISTS = new Set('AU AF BA BF BE ED CA GP CR'.split(' '));

const FORM: TaggedForm = {
  line: /^([A-Z][A-Z0-9])(?: (.*))?$/,
  starts: (tag, before) => tag === 'PT' && before.has('PT'),
  end: 'ER',
  ofFile: new Set(['FN', 'VR', 'EF']),
  isValue: (tag) => LISTS.has(tag),
  paper,
};

/** A record by the list of its tags (Web of Science, "Core Collection Field Tags"). */
function paper(record: TaggedRecord): ReturnType<TaggedForm['paper']> {
  const tags = new Tags(record);
  const kind = typeOf(tags.first('PT'), tags.first('DT') ?? '');
  const isWhole = kind === 'book';
  const [start, end] = [tags.first('BP'), tags.first('EP')];
  return paperOfItem({
    type: kind,
    title: tags.first('TI') ?? tags.first('SO'),
    author: [...people(tags, 'AF', 'AU'), ...tags.all('CA', 'GP').map((literal): CslName => ({ literal }))],
    editor: people(tags, 'BE', 'ED'),
    'container-title': isWhole && tags.first('TI') === undefined ? undefined : tags.first('SO'),
    'container-title-short': tags.first('JI'),
    'collection-title': tags.first('SE'),
    'event-title': tags.first('CT'),
    'event-place': tags.first('CL'),
    issued:
      readDate([tags.first('PD'), tags.first('PY')].filter(Boolean).join(' ')) ?? readDate(tags.first('PY') ?? ''),
    'available-date': readDate(tags.first('EA') ?? ''),
    volume: tags.first('VL'),
    issue: tags.first('IS'),
    page: pages(start !== undefined && end !== undefined && start !== end ? `${start}-${end}` : start),
    number: tags.first('AR', 'PN'),
    publisher: tags.first('PU'),
    'publisher-place': tags.first('PI'),
    abstract: tags.first('AB'),
    language: languageOf(tags.first('LA')),
    keyword: [...tags.all('DE'), ...tags.all('ID')].flatMap((words) => words.split(/;\s*/)),
    ISSN: tags.first('SN', 'EI'),
    ISBN: tags.first('BN')?.split(/[;\s]/, 1)[0],
    DOI: tags.first('DI', 'D2'),
    PMID: tags.first('PM'),
    archive: tags.first('UT') === undefined ? undefined : 'Web of Science',
    archive_location: tags.first('UT'),
  });
}

/** What is stated of the publication, and of the document in it. */
function typeOf(publication = 'J', document: string): string {
  if (/proceedings paper|meeting/i.test(document)) return 'paper-conference';
  if (/book chapter/i.test(document)) return 'chapter';
  if (/data (?:set|study)/i.test(document)) return 'dataset';
  if (/preprint/i.test(document)) return 'article';
  const types: Readonly<Record<string, string | undefined>> = { B: 'book', P: 'patent', S: 'chapter' };
  return types[publication] ?? 'article-journal';
}

/** People by their full names, where the record has those, with their ORCID iDs, which stand apart: `Ito, Emi/0000-0002-…`. */
function people(tags: Tags, full: string, short: string): CslName[] {
  const identified = new Map(
    [...(tags.first('OI') ?? '').matchAll(/([^;/]+)\/\s*(\d{4}-\d{4}-\d{4}-\d{3}[\dX])\s*(?=;|$)/g)].map(
      ([, name, orcid]) => [name.trim(), orcid],
    ),
  );
  return tags.all(full, short).map((name) => {
    const orcid = identified.get(name);
    return orcid === undefined ? parsePlainName(name) : Object.assign(parsePlainName(name), { ORCID: orcid });
  });
}

/** The tag of a language that is stated by its English name. */
function languageOf(name: string | undefined): string | undefined {
  const tag = name && languageTag(name);
  return tag === name ? name : tag?.split('-', 1)[0];
}

/** Reads what Web of Science exports as plain text: `FN Clarivate Analytics Web of Science`, `PT J`, `AU Ito, E`. */
export const webOfScienceReader: Reader = {
  format: 'web-of-science',

  detect(fileName, text) {
    if (/\.(?:ciw|isi)$/i.test(fileName)) return 1;
    const head = tellingPart(fileName, text, 500);
    return /^\uFEFF?\s*FN [^\n]*\n\s*VR 1\.0/.test(head) || /^\uFEFF?\s*PT [JBSP]\s*\nAU /.test(head) ? 0.9 : 0;
  },

  read: (text, step) => readTagged(text, FORM, step),
};

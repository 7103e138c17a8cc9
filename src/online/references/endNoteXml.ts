import { checkCslItem } from '../../library/formats/cslItem';
import type { CslItem } from '../../library/model/csl';
import { cslTypeOfEndNote } from '../../library/formats/endNoteTags';
import { parsePlainName } from '../../library/model/names';
import { dateOf } from '../clients/item';
import { children, textIn, xmlTree, type XmlElement } from '../xml/xmlTree';

/** More records are a library, which is better read as a file. */
const MOST = 2000;

/**
 * The records of a text in the XML that EndNote exports (`<xml><records><record>…`), whole or only some of its records; empty for any
 * other, and for what is not well-formed.
 */
export function endNoteXmlItems(text: string): CslItem[] {
  const trimmed = text.trim();
  if (!/^<(?:\?xml|!doctype|xml|records?)\b/i.test(trimmed) || !trimmed.includes('<record')) return [];
  const root = xmlTree(/^<records?\b/.test(trimmed) ? `<xml>${trimmed}</xml>` : trimmed);
  const records = [...children(root, 'records'), ...(root ? [root] : [])].flatMap((each) => children(each, 'record'));
  return records
    .slice(0, MOST)
    .map(itemOf)
    .filter((item) => item !== undefined);
}

function itemOf(record: XmlElement): CslItem | undefined {
  const at = (...path: readonly string[]) => below(record, path).at(0);
  const value = (...path: readonly string[]) => textIn(at(...path)) || undefined;
  const names = (kind: string) =>
    below(record, ['contributors', kind, 'author']).map((author) => parsePlainName(textIn(author).replace(/,$/, '')));
  const type = cslTypeOfEndNote(at('ref-type')?.attributes.name ?? '');
  const number = value('isbn');
  const year = value('dates', 'year');
  const { item } =
    checkCslItem(
      stated({
        type,
        title: value('titles', 'title'),
        author: names('authors'),
        // What stands second is the editor of what the paper is in.
        editor: type === 'chapter' || type === 'paper-conference' || type === 'book' ? names('secondary-authors') : [],
        'container-title': value('periodical', 'full-title') ?? value('titles', 'secondary-title'),
        'container-title-short': value('periodical', 'abbr-1'),
        publisher: value('publisher'),
        'publisher-place': value('pub-location'),
        issued: dateOf(/\d{4}/.exec(year ?? '')?.[0]),
        volume: value('volume'),
        issue: value('number'),
        page: value('pages'),
        edition: value('edition'),
        abstract: value('abstract'),
        keyword: below(record, ['keywords', 'keyword']).map(textIn).filter(Boolean).join(', '),
        language: value('language'),
        DOI: /10\.\d{4,9}\/\S+/.exec(value('electronic-resource-num') ?? '')?.[0],
        URL: value('urls', 'related-urls', 'url') ?? value('urls', 'web-urls', 'url'),
        ...(number !== undefined && { [/^\d{4}-?\d{3}[\dxX]\b/.test(number) ? 'ISSN' : 'ISBN']: number }),
      }),
    ) ?? {};
  return item?.title === undefined ? undefined : item;
}

/** The elements that a path of names leads to. */
function below(from: XmlElement, path: readonly string[]): XmlElement[] {
  return path.reduce<XmlElement[]>((all, name) => all.flatMap((each) => children(each, name)), [from]);
}

function stated(fields: Readonly<Record<string, unknown>>): CslItem {
  const isSaid = (value: unknown) =>
    value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => isSaid(value)));
}

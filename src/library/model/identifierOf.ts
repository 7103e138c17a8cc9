import { arxivOf } from '../../base/identifiers/arxivId';
import { doiOf } from '../../base/identifiers/doi';
import type { Identifier } from './identifier';
import { findPmcid, findPmid } from './pubmed';
import { isbnOf } from './isbn';
import { identifierOfPage } from './knownSites';

/** More words than this are a text, not a list of identifiers. */
const MOST_WORDS = 100;
/** The name of a kind before an identifier; what follows is one word with it. */
const LABEL = /(^|[\s,;])(doi|arxiv|pmid|pmcid|isbn(?:-1[03])?)s?(?:\s{0,9}:\s{0,9}|\s{1,9})(?=\S)/gi;

/** The words of a text that each may be an identifier, with the name of its kind; none where it is too long for a list of such. */
export function identifierWords(text: string): string[] {
  const words = text
    .replace(LABEL, '$1$2:')
    .split(/[\s,;]+/, MOST_WORDS + 1)
    .filter((word) => word !== '' && !/^(?:doi|arxiv|pmid|pmcid|isbn)s?:?$/i.test(word));
  return words.length > MOST_WORDS ? [] : words;
}

/**
 * The identifiers that a text consists of; undefined for any other text. A bare number of up to nine digits is none, as it may be
 * anything.
 */
export function identifiersIn(text: string): Identifier[] | undefined {
  const content = text.trim();
  const isNumber = (word: string) => /^\d{1,9}$/.test(word);
  const read = (word: string) =>
    isNumber(word) ? undefined : (identifierOf(word) ?? identifierOf(word.replace(/[.,;:]+$/, '')));
  const whole = read(content);
  if (whole) return [whole];
  const found = identifierWords(content).map(read);
  return found.length > 0 && found.every((each) => each !== undefined) ? found : undefined;
}

/** The identifier that a text is, with the word for it before it or not, or that the address of a known site holds. */
export function identifierOf(text: string): Identifier | undefined {
  const word = text
    .replace(/^(doi|arxiv|pmid|pmcid)\s*:\s+/i, '$1:')
    .replace(/^(doi|arxiv|pmid|pmcid)\s+(?=\d|PMC\d|[a-z.-]{2,15}\/\d)/i, '$1:');
  const isbn = isbnOf(text);
  if (isbn !== undefined) return { kind: 'isbn', value: isbn };
  if (/\s/.test(word.trim())) return undefined;
  const arxiv = arxivOf(word);
  if (arxiv !== undefined) return { kind: 'arxiv', value: arxiv };
  const page = identifierOfPage(word.trim());
  if (page) return page;
  const doi = doiOf(word);
  if (doi !== undefined)
    return { kind: 'doi', value: doi.replace(/(?<=^10\.1101\/.*)v\d+(?:\.(?:full|abstract)\S*)?$/, '') };
  const pmcid = /PMC|\/articles\//i.test(word) ? findPmcid(word) : undefined;
  if (pmcid !== undefined) return { kind: 'pmcid', value: pmcid };
  // A short number alone may be a year, or a title.
  const pmid = /\D/.test(word) || word.length >= 6 ? findPmid(word.replace(/^pmid:?/i, 'PMID:')) : undefined;
  const isNumber = pmid !== undefined && (/pmid|pubmed/i.test(word) || /^\d{6,9}$/.test(word));
  return isNumber ? { kind: 'pmid', value: pmid } : undefined;
}

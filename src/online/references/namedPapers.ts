import { arxivOf, doiOf } from '../../base/identifiers';
import { findDoi, findNamedArxiv, findPmcid, findPmid } from '../../library/model/identifiers';
import type { Description, Identifier } from '../found';
import { identifierOfPage } from './knownSites';
import { parseReference } from './parseReference';

/** A paper that a line names. */
export interface NamedPaper {
  /** The part of the line that names it, to be shown again where it is not found. */
  readonly text: string;
  /** How it can be looked up; left out where it cannot be. */
  readonly identifier?: Identifier;
  readonly description?: Description;
}

/** So many words of one line can be identifiers. */
const MOST_WORDS = 100;
/** A title is no longer than that. */
const LONGEST_TITLE = 400;

/**
 * The papers that a line names: each of its identifiers, where it consists of nothing else; else the one whose reference or title it is.
 */
export function namedPapers(line: string): NamedPaper[] {
  const text = line.trim();
  const whole = identifierOf(text);
  if (whole) return [{ text, identifier: whole }];
  const words = text
    .split(/[\s,;]+/, MOST_WORDS + 1)
    .filter((word) => word !== '' && !/^(?:doi|arxiv|pmid|pmcid|isbn)s?:?$/i.test(word));
  const each = words.map((word) => ({ text: word, identifier: identifierOf(word) }));
  if (words.length <= MOST_WORDS && each.every(({ identifier }) => identifier !== undefined)) return each;
  if (/^https?:\/\/\S+$/.test(text)) return [{ text }];
  const stated = identifierIn(text);
  const description = parseReference(text) ?? titleAlone(text);
  return [{ text, ...(stated && { identifier: stated }), ...(description && { description }) }];
}

/** The identifier that a text is, with the word for it before it or not, or that the address of a known site holds. */
export function identifierOf(text: string): Identifier | undefined {
  const word = text.replace(/^(doi|arxiv|pmid|pmcid)\s*:\s+/i, '$1:').replace(/^(?:DOI|arXiv)\s+(?=\d)/i, '');
  if (/\s/.test(word.trim())) return isbnOf(text);
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
  return isbnOf(text) ?? (isNumber ? { kind: 'pmid', value: pmid } : undefined);
}

/** An ISBN whose check digit is right. */
function isbnOf(text: string): Identifier | undefined {
  const named = /^\s*(?:ISBN(?:-1[03])?:?\s*)?((?:97[89][ -]?)?(?:\d[ -]?){9}[\dXx])\s*$/i.exec(text)?.[1];
  const digits = named?.replace(/[ -]/g, '').toUpperCase();
  return digits !== undefined && hasRightCheck(digits) ? { kind: 'isbn', value: digits } : undefined;
}

/** ISO 2108: modulo 11 for ten digits, modulo 10 for thirteen. */
function hasRightCheck(digits: string): boolean {
  const values = [...digits].map((digit) => (digit === 'X' ? 10 : Number(digit)));
  if (digits.length === 10) return values.reduce((sum, value, i) => sum + value * (10 - i), 0) % 11 === 0;
  return digits.length === 13 && values.reduce((sum, value, i) => sum + value * (i % 2 === 0 ? 1 : 3), 0) % 10 === 0;
}

/** The identifier that a reference states among other things. */
function identifierIn(text: string): Identifier | undefined {
  const doi = doiOf(findDoi(text) ?? '');
  if (doi !== undefined) return { kind: 'doi', value: doi };
  const arxiv = findNamedArxiv(text);
  if (arxiv !== undefined) return { kind: 'arxiv', value: arxiv };
  const pmid = /\bPMID:?\s*(\d{1,9})\b/i.exec(text)?.[1];
  return pmid === undefined ? undefined : { kind: 'pmid', value: pmid };
}

/** A line that could be a title: words, and not too many. */
function titleAlone(text: string): Description | undefined {
  const isTitle = text.length <= LONGEST_TITLE && /\p{L}{2}/u.test(text) && !/^https?:/.test(text);
  return isTitle ? { title: text.replace(/[.,;:\s]+$/, '') } : undefined;
}

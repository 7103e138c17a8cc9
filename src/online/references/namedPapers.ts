import { doiOf, findDoi } from '../../base/identifiers/doi';
import { identifierOf, identifierWords } from '../../library/model/identifierOf';
import { findNamedArxiv } from '../../base/identifiers/arxivId';
import type { Description, Identifier } from '../found';
import { parseReference } from './parseReference';

/** A paper that a line names. */
export interface NamedPaper {
  /** The part of the line that names it, to be shown again where it is not found. */
  readonly text: string;
  /** How it can be looked up; left out where it cannot be. */
  readonly identifier?: Identifier;
  readonly description?: Description;
}

/** A title is no longer than that. */
const LONGEST_TITLE = 400;

/**
 * The papers that a line names: each of its identifiers, where it consists of nothing else; else the one whose reference or title it is.
 */
export function namedPapers(line: string): NamedPaper[] {
  const text = line.trim();
  const whole = identifierOf(text);
  if (whole) return [{ text, identifier: whole }];
  const each = identifierWords(text).map((word) => ({ text: word, identifier: identifierOf(word) }));
  if (each.length > 0 && each.every(({ identifier }) => identifier !== undefined)) return each;
  if (/^https?:\/\/\S+$/.test(text)) return [{ text }];
  const stated = identifierIn(text);
  const description = parseReference(text) ?? titleAlone(text);
  return [{ text, ...(stated && { identifier: stated }), ...(description && { description }) }];
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

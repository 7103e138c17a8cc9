import type { OffsetRange } from '../base/position';
import { arxivAlone } from '../base/identifiers/arxivId';
import { findDoi } from '../base/identifiers/doi';

/** A DOI or arXiv identifier in a text, with the web page that it stands for. */
export interface IdentifierLink {
  readonly range: OffsetRange;
  /** Always `https`. */
  readonly url: string;
}

/** Nobody follows more links of one file; longer texts are not looked through. */
const MOST = 5000;
const LONGEST = 10_000_000;

/** A field that holds a DOI: of BibTeX, CSL (JSON, YAML), RIS and front matter. */
const DOI = /(?:\bdoi["']?\s{0,20}[:=]\s{0,20}|^DO {2}- {1,4})["'{]{0,3}(10\.\d{4,9}[^\s"'{}]{1,500})/gim;
/** A field that holds an arXiv identifier; `eprint` may hold others, which have another form. */
const ARXIV =
  /\b(?:eprint|arxiv)["']?\s{0,20}[:=]\s{0,20}["'{]{0,3}((?:arxiv:)?[\w.-]{1,20}(?:\/\d{7})?(?:v\d+)?)(?=["'}\s,]|$)/gim;

/** The DOIs and arXiv identifiers of a paper list or a note that are no links yet, in the order of the text. */
export function identifierLinks(text: string): IdentifierLink[] {
  if (text.length > LONGEST) return [];
  const links: IdentifierLink[] = [];
  for (const match of text.matchAll(DOI)) {
    const doi = findDoi(match[1]);
    if (doi !== undefined) links.push({ range: rangeOf(match, doi), url: `https://doi.org/${encoded(doi)}` });
    if (links.length >= MOST) break;
  }
  for (const match of text.matchAll(ARXIV)) {
    const id = arxivAlone(match[1]);
    if (id !== undefined) links.push({ range: rangeOf(match, match[1]), url: `https://arxiv.org/abs/${encoded(id)}` });
    if (links.length >= 2 * MOST) break;
  }
  return links.sort((a, b) => a.range.start - b.range.start);
}

function rangeOf(match: RegExpExecArray, part: string): OffsetRange {
  const start = match.index + match[0].lastIndexOf(match[1]);
  return { start, end: start + part.length };
}

function encoded(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

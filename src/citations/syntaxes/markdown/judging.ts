import type { OffsetRange } from '../../../base/position';
import type { FoundItem } from '../../foundItem';
import type { FoundCitation } from '../../syntax';

/** Prefixes of cross-references in Quarto (`@fig-plot`, `@Fig-plot`) and in pandoc-crossref and bookdown (`@fig:plot`). */
const CROSS_REFERENCE =
  /^(fig|tbl|eq|sec|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|tip|nte|wrn|imp|cau|vid|suppfig|supptbl|dia)[-:]/i;

/** A DOI, bare or as a link, which MyST takes in the place of a key (mystmd's guide, "Citations"). */
export const DOI = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)?10\.\d{4,9}\/\S+$/i;

/**
 * Whether a key in Markdown is meant to cite: a bare `@k` only where the document or its project has a bibliography, as it
 * may mention a person; cross-references and links to notes (`[[@k]]`)
 * never.
 */
export function isSurelyCited(
  text: string,
  { range, form, isLink }: FoundCitation,
  item: FoundItem,
  own: boolean,
): boolean {
  if (isLink) return false;
  if (CROSS_REFERENCE.test(item.key)) return false;
  // mystmd looks DOIs up itself.
  if (text[range.start] === '{' && DOI.test(item.key)) return false;
  if (form === 'nocite') return true;
  if (isWikiLink(text, range)) return false;
  const bracketed = text[range.start] === '[' || text[range.start] === '^';
  if (bracketed) return text[range.end] !== '(';
  return own || text[range.start] === '{';
}

/** `[[@x]]` is a link to the note of this name. */
function isWikiLink(text: string, { start, end }: OffsetRange): boolean {
  return text[start] === '[' && text[start - 1] === '[' && text[start - 2] !== '^' && text[end] === ']';
}

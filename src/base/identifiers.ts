/* Identifiers as people paste them: what is pasted into a document and into the search is read alike. */

/**
 * The arXiv identifier that a word is or that an arXiv address or DOI holds, without version: `1706.03762`,
 * `hep-th/9901001` (arXiv, "Understanding the arXiv identifier").
 */
export function arxivOf(word: string): string | undefined {
  const match =
    /^(?:arxiv:|https?:\/\/(?:www\.|export\.)?arxiv\.org\/(?:abs|pdf|html|format)\/|(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)?10\.48550\/arxiv\.)?(\d{4}\.\d{4,5}|[a-z-]{2,12}(?:\.[A-Z]{2})?\/\d{7})(?:v\d{1,3})?(?:\.pdf)?[.;]?$/i.exec(
      word,
    );
  return match?.[1];
}

/** The DOI that a word is or that an address holds, in lower case, without punctuation behind it. */
export function doiOf(word: string): string | undefined {
  const whole = /^(?:doi:|https?:\/\/\S{0,200}?)?(10\.\d{4,9}\/\S{1,200})$/i.exec(decoded(word))?.[1];
  if (!whole) return undefined;
  const doi = trimEnd(/^https?:/i.test(word) ? whole.replace(/[?#].*$/, '') : whole);
  return doi.includes('/') && !doi.endsWith('/') ? doi.toLowerCase() : undefined;
}

function decoded(word: string): string {
  try {
    return /^https?:/i.test(word) ? decodeURIComponent(word) : word;
  } catch {
    return word;
  }
}

/** Without a sentence's punctuation and closing parentheses that were never opened. */
function trimEnd(doi: string): string {
  let end = doi.length;
  let open = 0;
  for (const c of doi) open += c === '(' ? 1 : c === ')' ? -1 : 0;
  for (; end > 0; end--) {
    const last = doi[end - 1];
    if (last === ')' && open < 0) open++;
    else if (!'.,;:\'"!?>]}'.includes(last)) break;
  }
  return doi.slice(0, end);
}

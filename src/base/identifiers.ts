/* Identifiers as people paste them: what is pasted into a document and into the search is read alike. */

const ARXIV_ID = String.raw`(\d{4}\.\d{4,5}|[a-z-]{2,12}(?:\.[A-Z]{2})?\/\d{7})(?:v\d{1,3})?`;
const ARXIV_PAGE = new RegExp(
  String.raw`^(?:https?:\/\/)?(?:www\.|export\.|browse\.)?arxiv\.org\/(?:abs|pdf|html|format|ps|src|e-print)\/${ARXIV_ID}(?:\.pdf)?[/.;]*$`,
  'i',
);
const ARXIV = new RegExp(
  String.raw`^(?:arxiv:|(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)?10\.48550\/arxiv\.)?${ARXIV_ID}(?:\.pdf)?[.;]?$`,
  'i',
);

/**
 * The arXiv identifier that a word is or that an arXiv address or DOI holds, without version: `1706.03762`,
 * `hep-th/9901001` (arXiv, "Understanding the arXiv identifier").
 */
export function arxivOf(word: string): string | undefined {
  return (ARXIV_PAGE.exec(withoutQuery(word)) ?? ARXIV.exec(word))?.[1];
}

/** An arXiv identifier in lower case, without the class of a subject, which old ones have or not: `math.GT/0309136`. */
export function plainArxiv(id: string): string {
  return id.toLowerCase().replace(/^([a-z-]+)\.[a-z]{2}\//, '$1/');
}

/** An address without what stands behind a question mark or a number sign. */
export function withoutQuery(address: string): string {
  return address.replace(/[?#].*$/, '');
}

const DOI_HOST = /^https?:\/\/(?:[\w-]+\.)*doi\.org\//i;
/** What publishers put behind a DOI in the address of a page or a file. */
const PAGE_PART =
  /(?:\/(?:full|full-?text(?:\.html)?|abstract|summary|epdf|e?pdf|pdfdirect|pdf-files|epub|html?|meta|xml|references|citations|cited-?by|figures|tables|metrics|related|suppl(?:_file)?|supplementary-material(?:s)?|download|text)|\.pdf|\.(?:full|abstract)(?:\.pdf|-text)?)$/i;

/** The DOI that a word is or that an address holds, in lower case, without punctuation behind it. */
export function doiOf(word: string): string | undefined {
  const whole = /^(?:doi:|https?:\/\/\S{0,200}?)?(10\.\d{4,9}\/\S{1,200})$/i.exec(decoded(word))?.[1];
  if (!whole) return undefined;
  const doi = trimEnd(/^https?:/i.test(word) ? doiInAddress(decoded(word), whole) : whole);
  return doi.includes('/') && !doi.endsWith('/') ? doi.toLowerCase() : undefined;
}

/** The DOI of an address without what the address goes on with. */
function doiInAddress(address: string, whole: string): string {
  // Behind a question mark the DOI is one value of several.
  const isValue = address.slice(0, address.length - whole.length).includes('?');
  let doi = withoutQuery(isValue ? whole.replace(/&.*$/, '') : whole).replace(/\/+$/, '');
  if (DOI_HOST.test(address)) return doi;
  while (PAGE_PART.test(doi)) {
    const shorter = doi.replace(PAGE_PART, '').replace(/\/+$/, '');
    if (!/\/./.test(shorter)) break;
    doi = shorter;
  }
  // Oxford's addresses end with a number of their own; those of bioRxiv and medRxiv name a version.
  if (/^https?:\/\/academic\.oup\.com\//i.test(address)) return doi.replace(/(?<=\/.+)\/\d{5,}$/, '');
  return /^https?:\/\/(?:www\.)?(?:bio|med)rxiv\.org\//i.test(address) ? doi.replace(/v\d+$/, '') : doi;
}

function decoded(word: string): string {
  try {
    return /^https?:/i.test(word) ? decodeURIComponent(word) : word;
  } catch {
    return word;
  }
}

/** What opens what may close in a DOI. */
const OPENING: Readonly<Record<string, string>> = { ')': '(', ']': '[', '>': '<', '}': '{' };

/** Without a sentence's punctuation and closing brackets that were never opened. */
function trimEnd(doi: string): string {
  let end = doi.length;
  for (; end > 0; end--) {
    const last = doi[end - 1];
    const opening = OPENING[last];
    if (opening === undefined ? !'.,;:\'"!?'.includes(last) : isClosed(doi.slice(0, end), opening, last)) break;
  }
  return doi.slice(0, end);
}

/** Whether all of these closing brackets were opened. */
function isClosed(text: string, opening: string, closing: string): boolean {
  return text.split(closing).length <= text.split(opening).length;
}

/** A prefix may be subdivided (DOI Handbook, 2.2.2): `10.1000.10/123456`. */
const PREFIX = String.raw`10\.\d{4,9}(?:\.\d{1,9}){0,5}\/`;
const WORD = new RegExp(String.raw`^(?:doi:|https?:\/\/\S{0,200}?)?(${PREFIX}\S{1,200})$`, 'i');
const INSIDE = new RegExp(String.raw`${PREFIX}\S+`, 'i');
const HOST = /^https?:\/\/(?:[\w-]+\.)*doi\.org\//i;
const LINK = /\bdoi\.org\//i;
/** A link to a DOI that goes on behind it. Old DOIs (SICI) may end with a number sign. */
const QUERY = /(\bdoi\.org\/10\.[^\s?#]{1,300})[?#][^\s"'<>{}]+/gi;
/** What publishers put behind a DOI in the address of a page or a file. */
const PAGE_PART =
  /(?:\/(?:full|full-?text(?:\.html)?|abstract|summary|epdf|e?pdf|pdfdirect|pdf-files|epub|html?|meta|xml|references|citations|cited-?by|figures|tables|metrics|related|suppl(?:_file)?|supplementary-material(?:s)?|download|text)|\.pdf|\.(?:full|abstract)(?:\.pdf|-text)?)$/i;

/** The DOI that a word is or that an address holds, in lower case, without punctuation behind it. */
export function doiOf(word: string): string | undefined {
  const isAddress = /^https?:/i.test(word);
  const read = isAddress ? percentDecoded(word) : word;
  const whole = WORD.exec(read)?.[1];
  if (!whole) return undefined;
  const doi = withoutPunctuation(isAddress ? doiInAddress(read, whole) : whole);
  return doi.includes('/') && !doi.endsWith('/') ? doi.toLowerCase() : undefined;
}

/**
 * The DOI that stands in the first 2,000 characters of a text (a bare one, `doi:…`, or a link, whose percent signs are read), in its
 * own case, without punctuation behind it.
 */
export function findDoi(text: string): string | undefined {
  const head = text.slice(0, 2000).replace(QUERY, '$1');
  const isEscaped = LINK.test(head) || /^10\.\d{4,9}%2f/i.test(head);
  const found = INSIDE.exec(isEscaped ? percentDecoded(head) : head)?.[0];
  return found && (withoutPunctuation(found) || undefined);
}

/** An address without what stands behind a question mark or a number sign. */
export function withoutQuery(address: string): string {
  return address.replace(/[?#].*$/, '');
}

/** The DOI of an address without what the address goes on with. */
function doiInAddress(address: string, whole: string): string {
  // Behind a question mark the DOI is one value of several.
  const isValue = address.slice(0, address.length - whole.length).includes('?');
  let doi = withoutQuery(isValue ? whole.replace(/&.*$/, '') : whole).replace(/\/+$/, '');
  if (HOST.test(address)) return doi;
  while (PAGE_PART.test(doi)) {
    const shorter = doi.replace(PAGE_PART, '').replace(/\/+$/, '');
    if (!/\/./.test(shorter)) break;
    doi = shorter;
  }
  // Oxford's addresses end with a number of their own; those of bioRxiv and medRxiv name a version.
  if (/^https?:\/\/academic\.oup\.com\//i.test(address)) return doi.replace(/(?<=\/.+)\/\d{5,}$/, '');
  return /^https?:\/\/(?:www\.)?(?:bio|med)rxiv\.org\//i.test(address) ? doi.replace(/v\d+$/, '') : doi;
}

/** What a link says without its percent signs; as it is where they stand for nothing. */
function percentDecoded(link: string): string {
  return link.replace(/(?:%[0-9a-f]{2})+/gi, (escaped) => {
    try {
      return decodeURIComponent(escaped);
    } catch {
      return escaped;
    }
  });
}

/** What opens what may close in a DOI. */
const OPENING: Readonly<Record<string, string>> = { ')': '(', ']': '[', '>': '<', '}': '{' };

/** Without a sentence's punctuation and closing brackets that were never opened. */
function withoutPunctuation(doi: string): string {
  const missing = new Map(
    Object.entries(OPENING).map(([close, open]) => [close, count(doi, close) - count(doi, open)]),
  );
  let end = doi.length;
  for (; end > 0; end--) {
    const last = doi[end - 1];
    const unopened = missing.get(last);
    if (unopened === undefined ? !'.,;:\'"!?'.includes(last) : unopened <= 0) break;
    if (unopened !== undefined) missing.set(last, unopened - 1);
  }
  return doi.slice(0, end);
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

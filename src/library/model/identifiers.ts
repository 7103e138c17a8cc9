/** A prefix may be subdivided (DOI Handbook, 2.2.2): `10.1000.10/123456`. */
const DOI = /10\.\d{4,9}(?:\.\d{1,9}){0,5}\/\S+/i;
const DOI_LINK = /\bdoi\.org\//i;
/** A link to a DOI that goes on behind it. Old DOIs (SICI) may end with a number sign. */
const QUERY = /(\bdoi\.org\/10\.[^\s?#]{1,300})[?#][^\s"'<>{}]+/gi;
const ARXIV_NEW = /(?:^|[^\d.]|arxiv\.)(\d{4}\.\d{4,5})(?:v\d+)?(?!\d)/i;
/** The archives that had ids of their own until 2007 (arXiv, "Understanding the arXiv identifier"). */
const ARCHIVES =
  'acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|cs|dg-ga|funct-an|gr-qc|' +
  'hep-ex|hep-lat|hep-ph|hep-th|math-ph|math|mtrl-th|nlin|nucl-ex|nucl-th|patt-sol|physics|plasm-ph|q-alg|q-bio|quant-ph|solv-int|supr-con';
const ARXIV_OLD = new RegExp(`(?:^|[^a-z.-])((?:${ARCHIVES})(?:\\.[A-Z]{2})?/\\d{7})(?:v\\d+)?(?!\\d)`, 'i');
const ARXIV_ALONE = new RegExp(
  `^\\s*(?:arxiv:\\s*)?(?:\\d{4}\\.\\d{4,5}|(?:${ARCHIVES})(?:\\.[A-Z]{2})?/\\d{7})(?:v\\d+)?\\s*(?:\\[[^\\]]*\\]\\s*)?$`,
  'i',
);

/** The DOI in a text (a bare one, `doi:…`, or a link, whose percent signs are read), without trailing punctuation. */
export function findDoi(text: string): string | undefined {
  const head = text.slice(0, 2000).replace(QUERY, '$1');
  let doi = DOI.exec(DOI_LINK.test(head) || /^10\.\d{4,9}%2f/i.test(head) ? percentDecoded(head) : head)?.[0];
  while (doi !== undefined) {
    const last = doi[doi.length - 1];
    const opening = OPENING[last];
    const unbalanced = opening !== undefined && count(doi, last) > count(doi, opening);
    if (!unbalanced && !'.,;:\'"}'.includes(last)) break;
    doi = doi.slice(0, -1);
  }
  return doi || undefined;
}

const OPENING: Readonly<Record<string, string>> = { ')': '(', '>': '<', ']': '[' };

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

/** The arXiv identifier in a text (a bare one, `arXiv:…`, a link to arxiv.org, an arXiv DOI), without its version. */
export function findArxiv(text: string): string | undefined {
  const head = text.slice(0, 500);
  return ARXIV_NEW.exec(head)?.[1] ?? ARXIV_OLD.exec(head)?.[1];
}

/** The arXiv identifier that a text is: bare, or named by the word arXiv or a link there. Nothing is looked for in other links. */
export function arxivAlone(text: string): string | undefined {
  return ARXIV_ALONE.test(text.slice(0, 500)) ? findArxiv(text) : findNamedArxiv(text);
}

/** The arXiv identifier, if the text says that it is one: by the word arXiv or a link there. */
export function findNamedArxiv(text: string | undefined): string | undefined {
  const at = text === undefined ? -1 : text.slice(0, 2000).search(/arxiv/i);
  return at < 0 ? undefined : findArxiv(text!.slice(at));
}

/** The first ISBN of a text, without hyphens; its check digit is not looked at, as real ones are wrong now and then. */
export function findIsbn(text: string): string | undefined {
  for (const [found] of text
    .slice(0, 500)
    .matchAll(/(?<![\dXx])\d(?:[-\u2010-\u2015 ]?\d){8,11}[-\u2010-\u2015 ]?[\dXx](?![\dXx])/g)) {
    const digits = found.replace(/[^\dX]/gi, '').toUpperCase();
    if (digits.length === 10 || (digits.length === 13 && /^97[89]/.test(digits) && !digits.endsWith('X')))
      return digits;
  }
  return undefined;
}

const PMID =
  /^\s*(?:pmid:?\s*|https?:\/\/(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov\/pubmed)\/)?0*([1-9]\d{0,8})\/?\s*$/i;
const PMCID =
  /^\s*(?:pmcid:?\s*|https?:\/\/(?:www\.|pmc\.)?ncbi\.nlm\.nih\.gov\/(?:pmc\/)?articles\/)?(?:PMC)?0*([1-9]\d{0,8})(?:\.\d+)?\/?\s*$/i;

/** The PubMed number that a text is: bare, `PMID: …`, or a link to PubMed. */
export function findPmid(text: string): string | undefined {
  return text === '' ? undefined : PMID.exec(text.slice(0, 500))?.[1];
}

/** The PubMed Central number that a text is: bare, with or without its letters, `PMCID: …`, or a link. */
export function findPmcid(text: string): string | undefined {
  const digits = text === '' ? undefined : PMCID.exec(text.slice(0, 500))?.[1];
  return digits && `PMC${digits}`;
}

/** The value of a line `PMID: …` of a note, where Zotero's field Extra ends up. */
export function notedValue(note: string | undefined, name: string): string | undefined {
  const line = note
    ?.slice(0, 10_000)
    .split(/[\r\n]+/)
    .find((each) => each.trimStart().toLowerCase().startsWith(`${name}:`));
  return line?.slice(line.indexOf(':') + 1).trim();
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

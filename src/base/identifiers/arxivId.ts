import { withoutQuery } from './doi';

/** The archives that had ids of their own until 2007 (arXiv, "Understanding the arXiv identifier"). */
const ARCHIVES =
  'acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|cs|dg-ga|funct-an|gr-qc|' +
  'hep-ex|hep-lat|hep-ph|hep-th|math-ph|math|mtrl-th|nlin|nucl-ex|nucl-th|patt-sol|physics|plasm-ph|q-alg|q-bio|quant-ph|solv-int|supr-con';
const NEW = String.raw`\d{4}\.\d{4,5}`;
const OLD = String.raw`(?:${ARCHIVES})(?:\.[A-Z]{2})?\/\d{7}`;
/** An identifier, and its version. */
const ID = String.raw`(${NEW}|${OLD})(?:v\d{1,3})?`;

const PAGE = new RegExp(
  String.raw`^(?:https?:\/\/)?(?:www\.|export\.|browse\.)?arxiv\.org\/(?:abs|pdf|html|format|ps|src|e-print)\/${ID}(?:\.pdf)?[/.;]*$`,
  'i',
);
const WORD = new RegExp(
  String.raw`^(?:arxiv:|(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)?10\.48550\/arxiv\.)?${ID}(?:\.pdf)?[.;]?$`,
  'i',
);
/** An identifier alone, with the word for it and a class behind it or not: `arXiv:1706.03762v5 [cs.CL]`. */
const ALONE = new RegExp(String.raw`^\s*(?:arxiv:\s*)?${ID}\s*(?:\[[^\]]*\]\s*)?$`, 'i');
const INSIDE = [
  new RegExp(String.raw`(?:^|[^\d.]|arxiv\.)(${NEW})(?:v\d+)?(?!\d)`, 'i'),
  new RegExp(String.raw`(?:^|[^a-z.-])(${OLD})(?:v\d+)?(?!\d)`, 'i'),
];

/**
 * The arXiv identifier that a word is or that an arXiv address or DOI holds, without version: `1706.03762`,
 * `hep-th/9901001` (arXiv, "Understanding the arXiv identifier").
 */
export function arxivOf(word: string): string | undefined {
  return (PAGE.exec(withoutQuery(word)) ?? WORD.exec(word))?.[1];
}

/** An arXiv identifier in lower case, without the class of a subject, which old ones have or not: `math.GT/0309136`. */
export function plainArxiv(id: string): string {
  return id.toLowerCase().replace(/^([a-z-]+)\.[a-z]{2}\//, '$1/');
}

/** The arXiv identifier in a text (a bare one, `arXiv:…`, a link to arxiv.org, an arXiv DOI), without its version. */
export function findArxiv(text: string): string | undefined {
  const head = text.slice(0, 500);
  return (INSIDE[0].exec(head) ?? INSIDE[1].exec(head))?.[1];
}

/** The arXiv identifier that a text is: bare, or named by the word arXiv or a link there. Nothing is looked for in other links. */
export function arxivAlone(text: string): string | undefined {
  return ALONE.exec(text.slice(0, 500))?.[1] ?? findNamedArxiv(text);
}

/** The arXiv identifier, if the text says that it is one: by the word arXiv or a link there. */
export function findNamedArxiv(text: string | undefined): string | undefined {
  const at = text === undefined ? -1 : text.slice(0, 2000).search(/arxiv/i);
  return at < 0 ? undefined : findArxiv(text!.slice(at));
}

import { arxivOf } from '../../base/identifiers/arxivId';
import { doiOf, withoutQuery } from '../../base/identifiers/doi';
import type { Identifier, IdentifierKind } from './identifier';

/** A page of a site, by its address without protocol, `www.` and query, and the identifier that this holds. */
type Page = readonly [address: RegExp, kind: IdentifierKind, prefix?: string];

/** Sites whose addresses hold an identifier, or the end of one. */
const PAGES: readonly Page[] = [
  [/^(?:hf\.co|huggingface\.co)\/papers\/(.+)$/i, 'arxiv'],
  [/^alphaxiv\.org\/(?:abs|pdf|overview)\/(.+)$/i, 'arxiv'],
  [/^ar5iv\.(?:labs\.)?(?:arxiv\.)?org\/(?:html|abs)\/(.+)$/i, 'arxiv'],
  [/^semanticscholar\.org\/arxiv\/(.+)$/i, 'arxiv'],
  [/^(?:api\.)?semanticscholar\.org\/(?:arxiv:|paper\/arxiv:)(.+)$/i, 'arxiv'],
  [/^semanticscholar\.org\/(?:paper|reader)\/(?:[^/]+\/)?([0-9a-f]{40})(?:\/.*)?$/i, 'semanticscholar'],
  [/^api\.semanticscholar\.org\/(CorpusID:\d{1,12})$/i, 'semanticscholar'],
  [/^(?:api\.|explore\.)?openalex\.org\/(?:works\/)?(W\d{1,15})$/i, 'openalex'],
  [/^(?:m\.)?pubmed\.ncbi\.nlm\.nih\.gov\/0*([1-9]\d{0,8})(?:\/.*)?$/i, 'pmid'],
  [/^ncbi\.nlm\.nih\.gov\/(?:m\/)?pubmed\/0*([1-9]\d{0,8})(?:\/.*)?$/i, 'pmid'],
  [/^europepmc\.org\/(?:article|abstract)\/MED\/0*([1-9]\d{0,8})(?:\/.*)?$/i, 'pmid'],
  [
    /^(?:ncbi\.nlm\.nih\.gov\/(?:m\/)?pmc|pmc\.ncbi\.nlm\.nih\.gov)\/articles\/(?:PMC)?0*([1-9]\d{0,8})(?:[./].*)?$/i,
    'pmcid',
    'PMC',
  ],
  [/^europepmc\.org\/(?:articles|article\/PMC|abstract\/PMC)\/(?:PMC)?0*([1-9]\d{0,8})(?:[./].*)?$/i, 'pmcid', 'PMC'],
  [/^nature\.com\/articles\/([a-z]?[\w.-]{5,40}?)(?:\.pdf|\/(?:figures|tables|metrics).*)?$/i, 'doi', '10.1038/'],
  [/^aclanthology\.org\/((?:20\d\d\.[\w-]+\.\d+|[A-Z]\d\d-\d{4}))(?:v\d)?(?:\.pdf)?$/, 'doi', '10.18653/v1/'],
  [/^zenodo\.org\/records?\/(\d{1,12})(?:\/.*)?$/i, 'doi', '10.5281/zenodo.'],
];

/** The identifier that the address of a known site holds, whatever it goes on with. */
export function identifierOfPage(address: string): Identifier | undefined {
  if (!/^(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+\/\S+$/i.test(address)) return undefined;
  const page = withoutQuery(address)
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/[/.,;]+$/, '');
  for (const [site, kind, prefix = ''] of PAGES) {
    const end = site.exec(page)?.[1];
    const value = end === undefined ? undefined : valueOf(kind, prefix + end);
    if (value !== undefined) return { kind, value };
  }
  return undefined;
}

function valueOf(kind: IdentifierKind, value: string): string | undefined {
  if (kind === 'arxiv') return arxivOf(value.replace(/\.md$/, ''));
  if (kind === 'doi') return doiOf(value);
  if (kind === 'openalex') return value.toUpperCase();
  return kind === 'semanticscholar' ? value.replace(/^corpusid/i, 'CorpusId') : value;
}

import { identifiersIn } from '../../library/model/identifierOf';
import { isbnForms } from '../../library/model/isbn';
import type { SearchField } from '../contract';
import type { Node, Part, WordNode } from './ast';
import { wordsOf } from './words';

/** `(Devlin et al., 2019)`, `Devlin et al. (2019a)`; at most four words before `et al.` */
const CITATION =
  /^\s*[([]?\s*((?:[\p{L}'’.-]{1,40}\s+){1,4})et\s+al\.?,?\s*[([]?((?:1[5-9]|20)\d\d)?[a-z]?[)\]]{0,2}[.,;]?$/diu;

/** What somebody pasted who has one paper in mind: identifiers, or a citation. Undefined for any other text. */
export function pastedParts(query: string): Part[] | undefined {
  return identifierParts(query.trim()) ?? citationParts(query.trimEnd());
}

function identifierParts(text: string): Part[] | undefined {
  // `doi:10.1002` is being typed: the field finds beginnings too.
  if (/^(doi|arxiv):\S*$/i.test(text)) return undefined;
  const identifiers = identifiersIn(text);
  if (!identifiers) return undefined;
  const nodes: Node[] = [];
  for (const { kind, value } of identifiers) {
    // No paper of a library has the numbers of services.
    if (kind === 'openalex' || kind === 'semanticscholar') return undefined;
    for (const form of kind === 'isbn' ? isbnForms(value) : [value]) {
      nodes.push({ kind: 'filter', filter: { kind, value: form.toLowerCase(), whole: true } });
    }
  }
  return [{ presence: 'must', node: nodes.length === 1 ? nodes[0] : { kind: 'or', nodes } }];
}

function citationParts(query: string): Part[] | undefined {
  const [, names, year] = (CITATION.exec(query)?.indices ?? []) as ([number, number] | undefined)[];
  if (names === undefined) return undefined;
  const parts = [...wordParts(query, names, 'authors'), ...(year ? wordParts(query, year, 'year') : [])];
  return parts.length > 0 ? parts : undefined;
}

/** The words of a stretch of the query. */
function wordParts(query: string, [from, to]: readonly [number, number], field: SearchField): Part[] {
  return wordsOf(query.slice(from, to)).map(({ text, start, end }): Part => {
    const place = { start: from + start, end: from + end };
    const node: WordNode = { kind: 'word', match: 'word', text, boost: 1, fields: [field], ...place };
    return { presence: 'should', node };
  });
}

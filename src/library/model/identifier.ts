/** An identifier that a paper can be asked for by. */
export type Identifier =
  | { readonly kind: 'doi'; readonly value: string }
  /** Without version. */
  | { readonly kind: 'arxiv'; readonly value: string }
  | { readonly kind: 'isbn'; readonly value: string }
  | { readonly kind: 'pmid'; readonly value: string }
  /** With its letters: `PMC1234567`. */
  | { readonly kind: 'pmcid'; readonly value: string }
  /** OpenAlex's own: `W2741809807`. */
  | { readonly kind: 'openalex'; readonly value: string }
  /** Semantic Scholar's own: forty hexadecimal digits, or `CorpusId:13756489`. */
  | { readonly kind: 'semanticscholar'; readonly value: string };

export type IdentifierKind = Identifier['kind'];

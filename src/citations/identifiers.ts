import { arxivOf, doiOf } from '../base/identifiers';
import type { IdentifierKind } from '../library/model/identifier';
import { identifiersIn } from '../library/model/identifierOf';

/** A paper that a pasted text names. */
export type PastedPaper =
  | { readonly kind: 'doi'; readonly doi: string }
  | { readonly kind: 'arxiv'; readonly arxiv: string }
  | { readonly kind: 'isbn'; readonly isbn: string }
  | { readonly kind: 'pmid'; readonly pmid: string }
  | { readonly kind: 'pmcid'; readonly pmcid: string }
  /** A BibTeX entry: its key and what else can tell which paper it is. */
  | {
      readonly kind: 'bibtex';
      readonly key: string;
      readonly doi?: string;
      readonly arxiv?: string;
      readonly title?: string;
    };

/** No longer text is looked at: nobody pastes a book to cite it. */
const LONGEST = 100_000;

/**
 * The papers that a text names when it consists of nothing else: identifiers or their addresses, separated by white space or
 * commas, or BibTeX entries. Empty for any other text. DOIs come in lower case, arXiv identifiers without version, ISBNs without
 * hyphens.
 */
export function pastedPapers(text: string): PastedPaper[] {
  const content = text.trim();
  if (content === '' || content.length > LONGEST) return [];
  if (/^[%@]/.test(content)) return bibtexEntries(content);
  const papers = (identifiersIn(content) ?? []).map(({ kind, value }) => paperOf(kind, value));
  return papers.every((paper) => paper !== undefined) ? papers : [];
}

function paperOf(kind: IdentifierKind, value: string): PastedPaper | undefined {
  switch (kind) {
    case 'doi':
      return { kind, doi: value };
    case 'arxiv':
      return { kind, arxiv: value };
    case 'isbn':
      return { kind, isbn: value };
    case 'pmid':
      return { kind, pmid: value };
    case 'pmcid':
      return { kind, pmcid: value };
    case 'openalex':
    case 'semanticscholar':
      return undefined;
  }
}

/** The entries of BibTeX text; empty where the text is something else as well. */
function bibtexEntries(text: string): PastedPaper[] {
  const starts = [
    ...text.matchAll(/^[ \t]{0,20}@([A-Za-z]{1,30})[ \t]{0,20}\{[ \t]{0,20}([^\s,{}"#%]{1,200})[ \t]{0,20},/gm),
  ];
  return starts
    .filter(([, type]) => !/^(comment|string|preamble)$/i.test(type))
    .map((start, i, entries) => bibtexEntry(start[2], text.slice(start.index, entries[i + 1]?.index)));
}

function bibtexEntry(key: string, entry: string): PastedPaper {
  const doi = doiOf(field(entry, 'doi') ?? '');
  const arxiv = arxivOf(field(entry, 'eprint') ?? '') ?? arxivOf(field(entry, 'url') ?? '');
  return { kind: 'bibtex', key, doi, arxiv, title: field(entry, 'title')?.replace(/[{}]/g, '') };
}

/** The value of a field without the braces or quotes around it. */
function field(entry: string, name: string): string | undefined {
  const start = new RegExp(`[,{\\s]${name}\\s{0,20}=\\s{0,20}([{"])`, 'i').exec(entry);
  if (!start) return undefined;
  const from = start.index + start[0].length;
  let depth = 0;
  for (let at = from; at < entry.length; at++) {
    const c = entry[at];
    if (depth === 0 && c === (start[1] === '{' ? '}' : '"')) return entry.slice(from, at).replace(/\s+/g, ' ').trim();
    if (c === '{') depth++;
    else if (c === '}') depth--;
  }
  return undefined;
}

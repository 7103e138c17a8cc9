import { arxivOf } from '../base/identifiers/arxivId';
import { doiOf } from '../base/identifiers/doi';
import type { Identifier } from '../library/model/identifier';
import { identifiersIn } from '../library/model/identifierOf';

/** A BibTeX entry: its key and what else can tell which paper it is. */
export interface PastedBibtex {
  readonly kind: 'bibtex';
  readonly key: string;
  readonly doi?: string;
  readonly arxiv?: string;
  readonly title?: string;
}

/** A paper that a pasted text names. */
export type PastedPaper = Identifier | PastedBibtex;

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
  return identifiersIn(content) ?? [];
}

/** The entries of BibTeX text; empty where the text is something else as well. */
function bibtexEntries(text: string): PastedBibtex[] {
  const starts = [
    ...text.matchAll(/^[ \t]{0,20}@([A-Za-z]{1,30})[ \t]{0,20}\{[ \t]{0,20}([^\s,{}"#%]{1,200})[ \t]{0,20},/gm),
  ];
  return starts
    .filter(([, type]) => !/^(comment|string|preamble)$/i.test(type))
    .map((start, i, entries) => bibtexEntry(start[2], text.slice(start.index, entries[i + 1]?.index)));
}

function bibtexEntry(key: string, entry: string): PastedBibtex {
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

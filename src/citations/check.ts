import type { CitationProblem } from './problem';
import type { FoundItem } from './foundItem';
import type { FoundCitation, Syntax } from './syntax';

/** What a key stands for in the library. */
export type KnownKey =
  | { readonly is: 'main' }
  /** The DOI of a paper, which tools look up or find in the bibliography themselves. */
  | { readonly is: 'doi' }
  | { readonly is: 'alias'; readonly main: string }
  | { readonly is: 'ambiguous'; readonly candidates: readonly string[] };

/** What is known of the retraction of a paper. */
export interface KnownRetraction {
  readonly date?: string;
  readonly reasons: readonly string[];
}

/** The library as the check asks it. */
export interface KeyLookup {
  find(key: string): KnownKey | undefined;
  /** Keys that a mistyped one may be meant for, the best first. */
  nearest(key: string): readonly string[];
  /** The retraction of the paper that a key means, where one is known. */
  retraction?(key: string): KnownRetraction | undefined;
}

/** What is known of the world around a document. */
export interface Surroundings {
  /** Whether the workspace has a paper list of its own (the sample library is none). */
  readonly hasSource: boolean;
  /** Whether a project file (`_quarto.yml`, `myst.yml`, `conf.py` …) names a bibliography for the document. */
  readonly projectBibliography?: boolean;
  /** Whether the bibliography of the document has a key; left out where it has none, or that is not known. */
  inBibliography?(key: string): boolean;
  /** Whether a label of this name is set anywhere in the workspace, to which a citation can refer (Typst, MyST). */
  isLabel?(name: string): boolean;
}

/** Pages about a project rather than of it: they mention people, whatever bibliography the project has. */
const REPOSITORY_PAGE =
  /(^|\/)(readme|changelog|changes|history|news|contributing|code_of_conduct|license|authors|security)\.\w+$/i;

/** Whether a file, by its path, is one of the pages by which a repository tells of itself; no project renders them. */
export function isRepositoryPage(path: string): boolean {
  return REPOSITORY_PAGE.test(path.slice(-40));
}

/**
 * The problems of a document's citations, in the order of the text. Nothing is reported where neither the document, nor
 * its project, nor the workspace has a bibliography, and an unknown key only where the syntax is sure that it cites.
 */
export function checkCitations(
  text: string,
  syntax: Syntax,
  citations: readonly FoundCitation[],
  lookup: KeyLookup,
  around: Surroundings,
): CitationProblem[] {
  const own = (around.projectBibliography ?? false) || syntax.bibliography.isNamed(text);
  if (!own && !around.hasSource) return [];
  const defined = syntax.ownKeys?.(text);
  const problems: CitationProblem[] = [];
  for (const citation of citations) {
    problems.push(...repeatedKeys(citation).filter(({ key }) => !around.isLabel?.(key)));
    for (const item of citation.items) {
      if (defined?.has(item.key) || around.isLabel?.(item.key)) continue;
      const known = lookup.find(item.key);
      const judged = syntax.isSurelyCited?.(text, citation, item, own) ?? true;
      const problem = known ? problemOf(item, known, around) : judged ? unknownKey(item, lookup) : undefined;
      if (problem) problems.push(problem);
      const retraction = known && lookup.retraction?.(item.key);
      if (retraction) problems.push({ code: 'retracted', key: item.key, range: item.keyRange, ...retraction });
    }
  }
  return problems.sort((a, b) => a.range.start - b.range.start);
}

function unknownKey({ key, keyRange }: FoundItem, lookup: KeyLookup): CitationProblem {
  return { code: 'unknown-key', key, range: keyRange, nearest: lookup.nearest(key) };
}

function problemOf({ key, keyRange }: FoundItem, known: KnownKey, around: Surroundings): CitationProblem | undefined {
  switch (known.is) {
    case 'main':
      return around.inBibliography?.(key) === false
        ? { code: 'outside-bibliography', key, range: keyRange }
        : undefined;
    case 'doi':
      return undefined;
    case 'alias':
      return { code: 'alias-key', key, range: keyRange, main: known.main };
    case 'ambiguous':
      return { code: 'ambiguous-key', key, range: keyRange, candidates: known.candidates };
  }
}

/** The same key with another locator or suffix is meant: it cites two places of one work. */
function repeatedKeys({ items }: FoundCitation): CitationProblem[] {
  const seen = new Map<string, FoundItem>();
  return items.flatMap((item) => {
    const place = [item.key, item.locator, item.suffix].join('\n');
    const first = seen.get(place);
    if (!first) seen.set(place, item);
    return first ? [{ code: 'repeated-key', key: item.key, range: item.keyRange, first: first.keyRange } as const] : [];
  });
}

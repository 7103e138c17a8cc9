import type * as vscode from 'vscode';
import { clusterOf } from '../../citations/csl/clusterOf';
import type { OutputFormat } from '../../citations/csl/contract';
import { DEFAULT_SYNTAX } from '../../citations/syntaxes';
import { knownSyntaxOf } from '../citing/syntaxOf';
import { listedPapers, type ListedParts } from './listedPapers';
import type { References } from './references';

const FORMATS: Readonly<Record<string, OutputFormat | undefined>> = {
  pandoc: 'markdown',
  myst: 'markdown',
  multimarkdown: 'markdown',
  jekyll: 'markdown',
  latex: 'latex',
  typst: 'typst',
  org: 'org',
  rst: 'rst',
  asciidoc: 'asciidoc',
};

/** The references of what a document cites, written in its language. */
export interface DocumentReferences {
  /** The name of the document's syntax; `text` where none is made for it. */
  readonly syntax: string;
  readonly references: readonly string[];
  /** Keys that surely cite, and that no paper, or more than one, has. */
  readonly unknown: readonly string[];
}

/** What makes references of documents. */
export interface DocumentReferencesParts extends ListedParts {
  readonly references: References;
}

/** Formats the bibliography of a document in its style. Rejects with a sentence where the style cannot be used. */
export async function documentReferences(
  document: vscode.TextDocument,
  { references, ...parts }: DocumentReferencesParts,
): Promise<DocumentReferences> {
  const known = knownSyntaxOf(document, parts.bibliographies);
  const syntax = known ?? DEFAULT_SYNTAX;
  const text = document.getText();
  const citations = syntax.find(text);
  const own = syntax.ownKeys?.(text);
  const hasBibliography = syntax.bibliography.isNamed(text);
  const meant = new Set(
    citations.flatMap((citation) =>
      citation.items
        .filter((item) => syntax.isSurelyCited?.(text, citation, item, hasBibliography) ?? true)
        .map(({ key }) => key.normalize('NFC')),
    ),
  );
  const format = (known && FORMATS[known.id]) ?? 'text';
  const clusters = citations.map((citation) => clusterOf(text, citation, syntax));
  const listed = await listedPapers({ uri: document.uri.toString(), text, syntax }, parts);
  const made = await references.document([...clusters, ...listed], format, document);
  const unknown = new Set(made.clusters.flatMap((cluster) => cluster.unknown));
  return {
    syntax: known?.id ?? 'text',
    references: [...new Set(made.references.map((reference) => reference.text))],
    unknown: [...unknown].filter((key) => meant.has(key) && !own?.has(key)),
  };
}

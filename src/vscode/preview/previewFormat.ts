import type * as vscode from 'vscode';
import { reasonOf } from '../../base/reason';
import type { FormattedDocument } from '../../citations/csl/contract';
import type { CitationGroup } from '../../citations/preview/collected';
import { metadataText } from '../../citations/syntaxes/markdown/shownMetadata';
import { styleOfText } from '../formatting/chosenStyle';
import { listedPapers } from '../formatting/listedPapers';
import { previewMode } from '../host/settings';
import type { Services } from '../shell/services';

/** How the citations of a document read in its preview. */
export interface PreviewFormat {
  /** What was formatted: each cluster as JSON. */
  readonly clusters: readonly string[];
  /** Undefined where they are to stay as they are written. */
  readonly formatted: FormattedDocument | undefined;
  /** Whether the document or its project has a bibliography. */
  readonly hasBibliography: boolean;
  /** Whether keys without a paper are marked: not where there is no paper list at all. */
  readonly marksUnknown: boolean;
  /** The title of the list that the document states. */
  readonly title?: string;
  readonly hasList: boolean;
  /** Why nothing is formatted. */
  readonly problem?: string;
}

const NOTHING: FormattedDocument = { clusters: [], references: [], isNoteStyle: false };

/** Has a document's citations formatted as its metadata and the settings say. Rejects never on account of a style. */
export async function formatPreview(
  { clusters, source, syntax }: CitationGroup,
  uri: vscode.Uri | undefined,
  services: Pick<Services, 'library' | 'references' | 'ready' | 'bibliographies'>,
): Promise<PreviewFormat> {
  const { library, references, ready, bibliographies } = services;
  await ready;
  const mode = previewMode(uri);
  const isCovered = uri !== undefined && (await bibliographies.cover(uri.toString(), syntax.id));
  const hasBibliography = syntax.bibliography.isNamed(source) || isCovered;
  const metadata = metadataText(source);
  const common = {
    clusters: clusters.map((cluster) => JSON.stringify(cluster)),
    hasBibliography,
    marksUnknown: library.hasSources,
    title: field(metadata, 'reference-section-title'),
    hasList: field(metadata, 'suppress-bibliography') !== 'true',
  };
  if (mode === 'never' || (mode === 'whereBibliography' && !hasBibliography))
    return { ...common, formatted: undefined };
  try {
    const style = await styleOfText({ text: source, syntax: syntax.id, uri });
    const listed = await listedPapers({ uri: uri?.toString() ?? 'untitled:', text: source, syntax }, services);
    return { ...common, formatted: await references.document([...clusters, ...listed], 'html', style) };
  } catch (error) {
    return { ...common, formatted: NOTHING, problem: reasonOf(error) };
  }
}

/** Whether two formats show the same. */
export function isSameFormat(one: PreviewFormat, other: PreviewFormat): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** A field of metadata on one line. */
function field(metadata: string, name: string): string | undefined {
  const value = new RegExp(`^${name}:[ \\t]*(?:"([^"\\n]*)"|'([^'\\n]*)'|([^\\n#]*))`, 'm').exec(metadata);
  return (
    value
      ?.slice(1)
      .find((group) => group !== undefined)
      ?.trim() || undefined
  );
}

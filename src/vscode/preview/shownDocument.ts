import * as vscode from 'vscode';
import type { FormattedCluster } from '../../citations/csl/contract';
import type { CitationGroup } from '../../citations/preview/collected';
import type { PreviewWords, ShownDocument } from '../../citations/preview/html';
import type { PreviewFormat } from './previewFormat';

/**
 * What a preview shows for its citations; undefined where they stay as they are written. Where others are being formatted,
 * those that were there before read as they did.
 */
export function shownDocument(format: PreviewFormat, group: CitationGroup): ShownDocument | undefined {
  const { formatted, title, problem } = format;
  if (!formatted) return undefined;
  const clusters = clustersFor(format, group).map((cluster, at) => cluster && known(cluster, at, format, group));
  const hasList = format.hasList && formatted.references.length > 0;
  return {
    cluster: (index) => clusters[index],
    formatted,
    references: new Map(formatted.references.map(({ key, text }) => [key, text])),
    keys: group.clusters.map(({ items }) => items.map(({ key }) => key)),
    words: words(),
    hasList,
    ...(title !== undefined && !group.isListPlaced && { title }),
    ...(problem !== undefined && { problem }),
  };
}

function clustersFor({ clusters, formatted }: PreviewFormat, group: CitationGroup): (FormattedCluster | undefined)[] {
  const asked = group.clusters.map((cluster) => JSON.stringify(cluster));
  if (asked.length === clusters.length && asked.every((cluster, at) => cluster === clusters[at])) {
    return [...(formatted?.clusters ?? [])];
  }
  const before = new Map(clusters.map((cluster, at) => [cluster, formatted?.clusters[at]]));
  return asked.map((cluster) => before.get(cluster));
}

/** Without the unknown keys that may be meant as something else; undefined where nothing is left. */
export function known(
  cluster: FormattedCluster,
  at: number,
  { hasBibliography, marksUnknown }: PreviewFormat,
  { places, syntax }: CitationGroup,
): FormattedCluster | undefined {
  const place = places[at] as CitationGroup['places'][number] | undefined;
  if (cluster.unknown.length === 0 || !place) return cluster;
  const { citation, paragraph } = place;
  const isMeant = (key: string) =>
    citation.items.some(
      (item) =>
        item.key.normalize('NFC') === key &&
        (syntax.isSurelyCited?.(paragraph, citation, item, hasBibliography) ?? true),
    );
  const unknown = marksUnknown ? cluster.unknown.filter(isMeant) : [];
  if (cluster.text === '' && !cluster.note && unknown.length === 0) return undefined;
  return { ...cluster, unknown };
}

export function words(): PreviewWords {
  return {
    references: vscode.l10n.t('References'),
    notes: vscode.l10n.t('Notes'),
    unknown: vscode.l10n.t('No paper of the library has this citekey, or more than one has.'),
    back: vscode.l10n.t('Back to the text'),
  };
}

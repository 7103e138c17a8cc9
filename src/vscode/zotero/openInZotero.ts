import * as vscode from 'vscode';
import type { Entry } from '../../library/model/entry';
import { annotationsAmong } from '../../online/zotero/annotations';
import { itemLink, pdfLink, type PdfPlace } from '../../online/zotero/links';
import type { ChosenPapers } from '../choosing/paperChoice';
import { tell } from '../host/tell';
import type { LiveSources } from './liveSources';
import { seenLibraries } from './seenLibraries';

/** Opens papers, or their PDFs, in Zotero. @returns the links that were opened */
export async function openInZotero(
  chosen: ChosenPapers,
  live: Pick<LiveSources, 'followed'>,
  args: readonly unknown[],
): Promise<readonly string[]> {
  const place = placeOf(args[1]);
  const entries = await chosen.papers(args, { title: vscode.l10n.t('Open in Zotero'), many: false });
  const marked = place?.annotation === undefined ? undefined : await linkToAnnotation(live, entries, place.annotation);
  const links = entries
    .map((entry) => (place ? (marked?.get(entry) ?? pdfLink(entry, place)) : itemLink(entry)))
    .filter((link) => link !== undefined);
  if (links.length === 0 && entries.length > 0) tell(vscode.l10n.t('Zotero has no PDF of this paper.'), 'warning');
  for (const link of links) await vscode.env.openExternal(vscode.Uri.parse(link, true));
  return links;
}

/** The links to an annotation, by the papers that have it: it may be in any of a paper's files. */
async function linkToAnnotation(
  live: Pick<LiveSources, 'followed'>,
  entries: readonly Entry[],
  id: string,
): Promise<Map<Entry, string>> {
  const keys = new Map(
    entries.map((entry) => [/^zotero:.*\/items\/(\w+)$/.exec(entry.origin ?? '')?.[1] ?? '', entry]),
  );
  const found = await annotationsAmong(await seenLibraries(live.followed()), [...keys.keys()]);
  const links = new Map<Entry, string>();
  for (const [key, { annotations }] of found) {
    const link = annotations.find((each) => each.id === id)?.link;
    if (link !== undefined) links.set(keys.get(key)!, link);
  }
  return links;
}

/** Where in the PDF to go; undefined where the item is meant. */
function placeOf(value: unknown): PdfPlace | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { pdf, page, annotation } = value as Record<string, unknown>;
  if (pdf !== true && page === undefined && annotation === undefined) return undefined;
  return {
    ...(typeof page === 'number' && { page }),
    ...(typeof annotation === 'string' && { annotation }),
  };
}

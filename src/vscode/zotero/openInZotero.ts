import * as vscode from 'vscode';
import { itemLink, pdfLink, type PdfPlace } from '../../online/zotero/links';
import type { ChosenPapers } from '../choosing/paperChoice';
import { tell } from '../host/tell';

/** Opens papers, or their PDFs, in Zotero. @returns the links that were opened */
export async function openInZotero(chosen: ChosenPapers, args: readonly unknown[]): Promise<readonly string[]> {
  const place = placeOf(args[1]);
  const entries = await chosen.papers(args, { title: vscode.l10n.t('Open in Zotero'), many: false, cited: true });
  const links = entries
    .map((entry) => (place ? pdfLink(entry, place) : itemLink(entry)))
    .filter((link) => link !== undefined);
  if (links.length === 0 && entries.length > 0) tell(vscode.l10n.t('Zotero has no PDF of this paper.'), 'warning');
  for (const link of links) await vscode.env.openExternal(vscode.Uri.parse(link, true));
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

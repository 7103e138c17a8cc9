import type { FoundCitation } from '../../syntax';
import { CitationGrouping } from './grouping';
import { nocitesOf } from './nocite';
import { MarkdownScanner } from './scanner';

/** The citations of Markdown in Pandoc's forms and in MyST's roles. */
export function findInMarkdown(text: string, isMyst = false): FoundCitation[] {
  if (!text.includes('@') && !text.includes('cite') && !(isMyst && /doi[.:]/i.test(text))) return [];
  const grouping = new CitationGrouping(text, isMyst);
  for (const nocite of nocitesOf(text)) grouping.add(nocite);
  new MarkdownScanner(text, grouping, isMyst).scan();
  return grouping.result();
}

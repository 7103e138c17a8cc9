import type { FoundCitation } from '../../syntax';
import { CitationGrouping } from './grouping';
import { nociteOf } from './nocite';
import { MarkdownScanner } from './scanner';

/** The citations of Markdown in Pandoc's forms and in MyST's roles. */
export function findInMarkdown(text: string): FoundCitation[] {
  if (!text.includes('@') && !text.includes('cite')) return [];
  const grouping = new CitationGrouping(text);
  const nocite = nociteOf(text);
  if (nocite) grouping.add(nocite);
  new MarkdownScanner(text, grouping).scan();
  return grouping.result();
}

/** Whether a text cites by MyST's roles. */
export function usesRoles(text: string): boolean {
  return /\{(foot)?cite(:[a-z]{1,12}|p|t)?\}`/.test(text);
}

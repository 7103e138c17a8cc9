import { PROBE, type CompletionRules, type FoundCitation, type Syntax } from '../../syntax';
import { markdownBibliography } from './bibliography';
import { markdownHeadings } from './headings';
import { pathsInMarkdown } from './paths';
import { isSurelyCited } from './judging';
import { markdownTargets, ownReferences } from './ownKeys';
import { skippedInMarkdown } from './skipped';
import { isBehindOpening } from '../shared/probing';

/** The extensions of Markdown's files, in lower case. */
export const MARKDOWN_FILES: readonly string[] = ['md', 'markdown', 'qmd', 'rmd'];

const completion: CompletionRules = {
  starts: ['@', 'cite'],
  probes: [PROBE, `${PROBE}\``, `@${PROBE}`],
  triggers: ['@', '{', '`', ' '],
  accepts: isMeant,
};

/** A closed backtick shows a role alone; an item of its own is due only in a group that has others (`[@a; |]`). */
function isMeant(probed: string, offset: number, probe: string, { range, items, isLink }: FoundCitation): boolean {
  if (isLink) return false;
  if (probe.endsWith('`')) return probed[range.start] === '{';
  return probe.startsWith(PROBE) || (items.length > 1 && isBehindOpening(probed, offset));
}

/** What the syntaxes of Markdown have in common. */
export const markdownTables = {
  completion,
  bibliography: markdownBibliography,
  ownKeys: (text) => new Set([...ownReferences(text), ...markdownTargets(text)]),
  isSurelyCited,
  headings: markdownHeadings,
  paths: (text) => pathsInMarkdown(text),
  skipped: (text) => skippedInMarkdown(text),
} satisfies Partial<Syntax>;

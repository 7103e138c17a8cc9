import type { OffsetRange } from '../../../base/position';
import { skippedBy } from '../shared/stretches';
import { MarkdownScanner } from './scanner';

const none = (): void => undefined;

/** What of a text in Markdown is none for its readers: code, comments, metadata, tags, addresses, maths. */
export function skippedInMarkdown(text: string, isMyst = false): OffsetRange[] {
  const handler = { key: none, open: none, close: none, separator: none, paragraphEnd: none };
  return skippedBy((skipped) => new MarkdownScanner(text, { ...handler, skipped }, isMyst).scan());
}

import type { OffsetRange } from '../../../base/position';
import { Stretches } from '../shared/stretches';
import { metadataBlocks } from './metadata';
import { skippedInMarkdown } from './skipped';

/** The blocks of metadata of a document, without those that it shows as code or has in comments. */
export function shownMetadata(text: string): OffsetRange[] {
  const blocks = metadataBlocks(text);
  if (blocks.every(({ start }) => start === 0)) return blocks;
  const skipped = new Stretches(skippedInMarkdown(text));
  return blocks.filter(({ start }) => start === 0 || skipped.at(start)?.start === start);
}

/** The text of all of them, one after the other. */
export function metadataText(text: string): string {
  return shownMetadata(text)
    .map(({ start, end }) => text.slice(start, end))
    .join('');
}

import type { OffsetRange } from '../../../base/position';
import { skippedBy } from '../shared/stretches';
import { OrgScanner } from './scanner';

/** What of a text in Org is none: blocks of code, comments, drawers; keywords are not among it. */
export function skippedInOrg(text: string): OffsetRange[] {
  return skippedBy((skipped) => new OrgScanner(text, { cite: (at) => at, skipped }).scan());
}

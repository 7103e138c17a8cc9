import type { Range } from '../../base/position';
import type { PaperFields } from './fields';
import type { SourceRecord } from './record';
import type { PaperToken } from './token';

/**
 * A paper as a reader found it, before it has a citekey for sure: its fields, in the form that lists, search and editor need, and
 * the record as read. Fields may be read out of a store when they are asked for.
 */
export interface Paper extends PaperFields {
  /** The key that the source states; without one the library makes a key. */
  readonly statedKey?: string;
  /** Where it stands in its source. */
  readonly range: Range;
  /** What was read, in the form its format keeps it. */
  readonly record: SourceRecord;
  /** Tells what is said here from what another paper, or another reading of it, says; where the paper stands does not count. */
  readonly contentHash?: number;
  /** Where all this is stored, for those who hand it on. */
  readonly token?: PaperToken;
}

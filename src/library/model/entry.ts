import type { Range } from '../../base/position';
import type { Paper } from './paper';

/** Where an entry stands: the URI of its source as a string, and its range there. */
export interface EntrySource {
  readonly uri: string;
  readonly range: Range;
}

/** A paper with its citekey and the place it came from. The full CSL item comes from `toCsl`. */
export interface Entry extends Omit<Paper, 'statedKey' | 'range'> {
  readonly citekey: string;
  readonly source: EntrySource;
}

import type { CslItem } from '../model/csl';
import type { PaperFields } from '../model/fields';
import type { SourceRecord } from '../model/record';

/** An entry with what its writers need, as plain data: it can go to another thread. */
export interface WrittenEntry extends PaperFields {
  readonly citekey: string;
  readonly record: SourceRecord;
  /** Its full item; empty for an entry that stays in its own format, or becomes two lines of a text list. */
  readonly csl: CslItem;
  /** The variables of that item for which the fields or tags of the format have no place. */
  readonly unsaid?: Unsaid;
}

/** Names of variables by the dialect that lacks them; RIS has one alone. */
export interface Unsaid {
  readonly plain: readonly string[];
  readonly biblatex: readonly string[];
}

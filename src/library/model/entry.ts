import type { Range } from '../../base/position';
import type { BibRecord } from '../bibtex/record';
import type { CslItem, CslName } from './csl';
import type { PackedPlace } from '../packed/pack';

/** Where an entry stands: the URI of its source as a string, and its range there. */
export interface EntrySource {
  readonly uri: string;
  readonly range: Range;
}

/**
 * One paper: the fields that the tree, the search and the editor need, in plain Unicode (NFC), plus the record as read.
 * Fields may be read out of a pack when they are asked for. The full CSL item comes from `toCsl`.
 */
export interface Entry {
  readonly citekey: string;
  /** Further keys that name the same paper, such as biblatex's `ids`. */
  readonly aliases: readonly string[];
  /** CSL type, `article-journal` say. */
  readonly type: string;
  readonly title: string;
  readonly authors: readonly CslName[];
  /** True where the source says that there are more authors than it names (`and others`). */
  readonly moreAuthors?: boolean;
  readonly year?: number;
  /** Journal, conference, book or publisher, as the list names it. */
  readonly venue?: string;
  readonly abstract?: string;
  readonly keywords: readonly string[];
  readonly doi?: string;
  /** arXiv identifier without version or prefix: `1706.03762`, `math.GT/0309136`. */
  readonly arxiv?: string;
  readonly url?: string;
  /** Language tag or biblatex language name as stated. */
  readonly language?: string;
  readonly source: EntrySource;
  /** What was read, in the form its format keeps it. */
  readonly record: SourceRecord;
  /** Tells what is said here from what another entry, or another reading of it, says; where the entry stands does not count. */
  readonly contentHash?: number;
  /** Where all this is packed, for those who send it on. */
  readonly packed?: PackedPlace;
}

/** What a reader keeps of one record, so that nothing read is lost. Each format adds its own member. */
export type SourceRecord =
  | { readonly format: 'text-list' }
  | { readonly format: 'csl-json' | 'csl-yaml'; readonly item: CslItem }
  | { readonly format: 'daily-papers'; readonly published?: string }
  | RisRecord
  | BibRecord;

/** A RIS record: its tags with their values, in order. */
export interface RisRecord {
  readonly format: 'ris';
  readonly tags: readonly (readonly [tag: string, value: string])[];
}

/** A paper as a reader found it, before it has a citekey for sure. */
export interface Paper extends Omit<Entry, 'citekey' | 'source'> {
  /** The key that the source states; without one the library makes a key. */
  readonly statedKey?: string;
  readonly range: Range;
}

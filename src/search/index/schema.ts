import type { Analyzer } from '../text/analysis';
import type { CharClasses } from '../text/charClasses';

/** One indexed field. */
export interface FieldDefinition {
  readonly name: string;
  /** Which of the schema's analyzers makes its terms. */
  readonly analyzer: number;
  /** How much this field's length counts, where not as in the others. */
  readonly b?: number;
}

/** What is indexed and how: all that a writer and an index must agree about. */
export interface Schema {
  readonly fields: readonly FieldDefinition[];
  readonly analyzers: readonly Analyzer[];
  /** How texts are split into words. */
  readonly classes: CharClasses;
  /** The form under which a word, given in lower case, is known. */
  readonly fold: (word: string) => string;
  /** The fields whose words are kept in their order, as titles and names are compared word by word. */
  readonly sequenceFields: readonly number[];
  /** How fast a term's weight saturates with its count, as in lunr. */
  readonly k1: number;
  /** How much a field's length counts, from 0 to 1, as in lunr. */
  readonly b: number;
}

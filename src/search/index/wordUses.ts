import { findWords, noBounds } from '../text/scan';
import { Utf8Text } from '../text/utf8';
import { GrowingUint32 } from './growing';
import type { Schema } from './schema';
import { WordTable } from './wordTable';
import type { FieldValues } from './writer';

/** Counts how often words stand in documents, split and folded as a writer does it. */
export class WordUses {
  readonly #schema: Schema;
  readonly #words = new WordTable();
  /** By word of the table and analyzer. */
  readonly #counts = new GrowingUint32();
  readonly #text = new Utf8Text();
  readonly #bounds = noBounds();

  constructor(schema: Schema) {
    this.#schema = schema;
  }

  /** @param analyzers the analyzer of each field, where not that of the schema */
  add(values: FieldValues, analyzers?: readonly number[]): void {
    for (const [field, text] of values.entries()) {
      if (text) this.#addText(text, analyzers?.[field] ?? this.#schema.fields[field].analyzer);
    }
  }

  /** Visits each word in its folded form, with its counts by analyzer; a word of several forms comes for each of them. */
  each(visit: (word: string, counts: Uint32Array) => void): void {
    const texts = this.#words.words();
    const width = this.#schema.analyzers.length;
    const counts = this.#counts.view();
    for (let word = 0; word < texts.size; word++) {
      visit(this.#schema.fold(texts.word(word)), counts.subarray(word * width, (word + 1) * width));
    }
  }

  #addText(text: string, analyzer: number): void {
    const lower = this.#text.set(text.toLowerCase());
    const count = findWords(lower, this.#schema.classes, this.#bounds);
    const { starts, ends } = this.#bounds;
    const width = this.#schema.analyzers.length;
    for (let i = 0; i < count; i++) {
      const word = this.#words.number(lower, starts[i], ends[i]);
      while (this.#counts.length < (word + 1) * width) this.#counts.push(0);
      const at = word * width + analyzer;
      this.#counts.set(at, this.#counts.at(at) + 1);
    }
  }
}

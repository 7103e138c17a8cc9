import { type AgreedFields, MANAGED_FIELDS } from '../../notes/agreedFields';
import type { OwnFile } from '../host/ownFile';

/**
 * Remembers what notes said in managed fields when they last said the same as their entries: what has another value now was
 * changed by hand. Kept for the workspace on this machine; where it is lost, nothing of a note is taken for unchanged.
 */
export class AgreedMemory {
  readonly #file: OwnFile;

  constructor(file: OwnFile) {
    this.#file = file;
  }

  /** What is remembered, by citekey. */
  async all(): Promise<ReadonlyMap<string, AgreedFields>> {
    const read = await this.#file.read();
    const notes = typeof read === 'object' && read !== null ? Object.entries(read) : [];
    return new Map(notes.map(([citekey, fields]) => [citekey, agreedIn(fields)]));
  }

  /** Remembers this of some notes, beside what is known of others. */
  async add(notes: ReadonlyMap<string, AgreedFields>): Promise<void> {
    if (notes.size > 0) await this.#file.write(Object.fromEntries([...(await this.all()), ...notes]));
  }
}

function agreedIn(value: unknown): AgreedFields {
  const fields = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const known = MANAGED_FIELDS.filter((field) => typeof fields[field] === 'number');
  return Object.fromEntries(known.map((field) => [field, fields[field] as number]));
}

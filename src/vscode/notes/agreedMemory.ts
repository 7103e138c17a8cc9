import type * as vscode from 'vscode';
import { inBackground } from '../../base/inBackground';
import { type AgreedFields, MANAGED_FIELDS } from '../../notes/agreedFields';
import type { OwnFile } from '../host/ownFile';

/** How long more is waited for before the file is written, in milliseconds: a thousand notes may be made in a row. */
const LATER_MS = 500;

/**
 * Remembers what notes said in managed fields when they last said the same as their entries: what has another value now was
 * changed by hand. Kept for the workspace on this machine; where it is lost, nothing of a note is taken for unchanged.
 */
export class AgreedMemory implements vscode.Disposable {
  readonly #file: Pick<OwnFile, 'read' | 'write'>;
  /** What is not written yet. */
  readonly #fresh = new Map<string, AgreedFields>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(file: Pick<OwnFile, 'read' | 'write'>) {
    this.#file = file;
  }

  /** What is remembered, by citekey. */
  async all(): Promise<ReadonlyMap<string, AgreedFields>> {
    const read = await this.#file.read();
    const notes = typeof read === 'object' && read !== null ? Object.entries(read) : [];
    return new Map([...notes.map(([citekey, fields]) => [citekey, agreedIn(fields)] as const), ...this.#fresh]);
  }

  /** Remembers this of some notes, beside what is known of others; in the file it stands a little later. */
  add(notes: ReadonlyMap<string, AgreedFields>): void {
    for (const [citekey, fields] of notes) this.#fresh.set(citekey, fields);
    if (notes.size > 0) this.#timer ??= setTimeout(() => inBackground(this.#write()), LATER_MS);
  }

  async #write(): Promise<void> {
    this.#timer = undefined;
    const written = new Map(this.#fresh);
    await this.#file.write(Object.fromEntries(await this.all()));
    for (const [citekey, fields] of written) {
      if (this.#fresh.get(citekey) === fields) this.#fresh.delete(citekey);
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }
}

function agreedIn(value: unknown): AgreedFields {
  const fields = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const known = MANAGED_FIELDS.filter((field) => typeof fields[field] === 'number');
  return Object.fromEntries(known.map((field) => [field, fields[field] as number]));
}

import * as vscode from 'vscode';
import type { Claim } from '../../base/claim';
import { inTurns } from '../../base/cooperate';
import type { SharedClaim } from '../../base/lease';
import { isSameFile, recordLines, recordsOf } from '../../base/recordLines';
import type { Log } from './log';
import { replaceFile } from './ownFile';

/** How what is kept in a file is read and written, and put together with what another window keeps there; all of it in steps. */
export interface SharedKind<T> {
  readonly nothing: T;
  /** What records state; those that are not as they are written count as nothing. */
  read(records: Iterable<unknown>): Generator<undefined, T>;
  /** Two as one: in whichever order, however often. */
  merge(a: T, b: T): Generator<undefined, T>;
  /** What stands in the file, a line each, always in one order. */
  records(value: T): Iterable<unknown>;
}

/** Windows that write at one moment agree after so many attempts, or with the next synchronization. */
const MOST_ATTEMPTS = 5;
const NO_FILE = 'none';
/** What is younger, in milliseconds, may be replaced by another file of its length within one tick of the clock of its disk. */
const TICK_MS = 2000;

/**
 * What all windows of a user share in a file. Each keeps what it knows: where two write at one moment, what is lost from the file comes back
 * with the next synchronization of its window. The file is there as a whole at any time; of a damaged one the lines count that are not.
 */
export class SharedFile<T> implements vscode.Disposable {
  readonly #uri: vscode.Uri;
  readonly #kind: SharedKind<T>;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #log: Log;
  #value: T;
  /** What is in the file as far as is known, and which state of the file that is. */
  #kept: Kept<T> | undefined;
  #working: Promise<void> = Promise.resolve();

  /** Fires when there is something else in it. */
  readonly onDidChange = this.#changed.event;

  constructor(uri: vscode.Uri, kind: SharedKind<T>, log: Log) {
    this.#kind = kind;
    this.#value = kind.nothing;
    this.#log = log;
    this.#uri = uri;
  }

  get value(): T {
    return this.#value;
  }

  /** Changes it, at once for this window; resolves when it is in the file. */
  change(update: (value: T) => T): Promise<void> {
    this.#set(update(this.#value));
    return this.synchronize();
  }

  /** Takes in what other windows wrote, and writes what they lack. Never rejects. */
  synchronize(): Promise<void> {
    this.#working = this.#working.then(async () => {
      try {
        await this.#synchronize();
      } catch (error) {
        this.#log.error(`Keeping ${this.#uri.toString()}`, error);
      }
    });
    return this.#working;
  }

  async #synchronize(): Promise<void> {
    let written: Written<T> | undefined;
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      // What another window writes after this changes the state again.
      const { state, isYoung } = await this.#state();
      let there: Uint8Array | undefined;
      if (this.#kept?.state !== state || this.#kept.young) {
        there = state === NO_FILE ? new Uint8Array() : await vscode.workspace.fs.readFile(this.#uri);
        const value = (await this.#knownValue(there, written)) ?? (await this.#takeIn(there));
        this.#kept = { value, state, young: isYoung ? there : undefined };
      }
      if (this.#kept.value === this.#value) return;
      written = await this.#written();
      if (there && (await inTurns(isSameFile(written.bytes, there)))) {
        this.#kept = { ...this.#kept, value: written.value };
        if (written.value === this.#value) return;
      } else await replaceFile(this.#uri, written.bytes);
    }
  }

  /** What a file says, where it is as this window wrote it, or as it was when it was read last. */
  async #knownValue(there: Uint8Array, written: Written<T> | undefined): Promise<T | undefined> {
    if (written && (await inTurns(isSameFile(written.bytes, there)))) return written.value;
    const young = this.#kept?.young;
    return young && (await inTurns(isSameFile(young, there))) ? this.#kept?.value : undefined;
  }

  /** Puts what a file says together with what is known. @returns what the file says */
  async #takeIn(bytes: Uint8Array): Promise<T> {
    const stated = await inTurns(this.#kind.read(recordsOf(bytes)));
    let merged = stated;
    for (let known: T | undefined; known !== this.#value;) {
      // It may be changed meanwhile.
      known = this.#value;
      merged = known === this.#kind.nothing ? merged : await inTurns(this.#kind.merge(merged, known));
    }
    this.#set(merged);
    return stated;
  }

  async #written(): Promise<Written<T>> {
    const value = this.#value;
    return { value, bytes: await inTurns(recordLines(this.#kind.records(value))) };
  }

  /** Changes where somebody writes the file, unless it is so young that two writes may look like one. */
  async #state(): Promise<{ readonly state: string; readonly isYoung: boolean }> {
    return vscode.workspace.fs.stat(this.#uri).then(
      ({ mtime, size }) => ({ state: `${mtime} ${size}`, isYoung: Math.abs(Date.now() - mtime) < TICK_MS }),
      () => ({ state: NO_FILE, isYoung: false }),
    );
  }

  #set(value: T): void {
    if (value === this.#value) return;
    this.#value = value;
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

interface Kept<T> {
  readonly value: T;
  readonly state: string;
  /** The file itself, where its state does not tell it from the next one. */
  readonly young: Uint8Array | undefined;
}

interface Written<T> {
  readonly value: T;
  readonly bytes: Uint8Array;
}

/** The claim that stands in a file beside other things. */
export function sharedClaim<T extends { readonly claim?: Claim }>(file: SharedFile<T>): SharedClaim {
  return {
    get value() {
      return file.value.claim;
    },
    change: (update) =>
      file.change((value) => {
        const claim = update(value.claim);
        return claim === value.claim ? value : { ...value, claim };
      }),
    synchronize: () => file.synchronize(),
  };
}

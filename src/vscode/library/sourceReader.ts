import * as vscode from 'vscode';
import { range } from '../../base/position';
import type { SourceProblem } from '../../library/problem';
import type { ReadResult } from '../../library/reader';
import { readBytes, readText, type SourceReading } from '../../library/readers';
import type { Log } from '../host/log';
import type { SourceFile } from './sourcePattern';
import { unsavedText } from './typing';

/** Larger files are not read; that is some 60,000 papers with abstracts, or 200,000 without. */
const LARGEST_BYTES = 96 * 1024 * 1024;

/** What reading a file gave. */
export type FileReading =
  | { readonly kind: 'read'; readonly result: SourceReading }
  /** There is no such source (any more); a problem where the user named it. */
  | { readonly kind: 'gone'; readonly problem?: SourceProblem }
  /** It cannot be read now; its papers stay as they were. */
  | { readonly kind: 'kept'; readonly problem: SourceProblem };

/** A source's bytes, or the text of its document with unsaved changes. */
export type SourceContent = Uint8Array | string;

/** Reads sources through VS Code's file system. */
export class SourceReader {
  readonly #parse: (fileName: string, content: SourceContent) => Promise<SourceReading>;
  readonly #log: Log;

  /** @param parse reads the content of a source, off this thread */
  constructor(log: Log, parse = parseHere) {
    this.#parse = parse;
    this.#log = log;
  }

  async read(file: SourceFile): Promise<FileReading> {
    const name = fileName(file);
    const unsaved = unsavedText(file.uri);
    if (unsaved !== undefined) return this.#taken(file, await this.#parse(name, unsaved));
    let bytes: Uint8Array;
    try {
      const stat = await vscode.workspace.fs.stat(file.uri);
      if (stat.type & vscode.FileType.Directory) return gone(file, { code: 'is-folder' });
      if (stat.size > LARGEST_BYTES) return kept({ code: 'too-large', megabytes: Math.round(stat.size / 1024 / 1024) });
      bytes = await vscode.workspace.fs.readFile(file.uri);
    } catch (error) {
      return this.#unreadable(file, error);
    }
    return this.#taken(file, await this.#parse(name, bytes));
  }

  #taken(file: SourceFile, result: SourceReading): FileReading {
    return isUnasked(file, result) ? { kind: 'gone' } : { kind: 'read', result };
  }

  #unreadable(file: SourceFile, error: unknown): FileReading {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') {
      return gone(file, { code: 'missing' });
    }
    this.#log.error(`Reading ${file.uri.toString()}`, error);
    return kept({ code: 'unreadable', reason: error instanceof Error ? error.message : String(error) });
  }
}

function parseHere(name: string, content: SourceContent): Promise<SourceReading> {
  return Promise.resolve(typeof content === 'string' ? readText(name, content) : readBytes(name, content));
}

function fileName({ uri }: SourceFile): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** A file that a default pattern found by its common name, and that is something else. */
function isUnasked(file: SourceFile, { drafts, problems }: ReadResult): boolean {
  const name = fileName(file);
  if (file.named || drafts.length > 0 || name.endsWith('.csl.json')) return false;
  return (
    name.endsWith('.json') &&
    problems.some(({ code }) => code === 'not-csl' || code === 'invalid-json' || code === 'unknown-format')
  );
}

type Told =
  { code: 'is-folder' | 'missing' } | { code: 'too-large'; megabytes: number } | { code: 'unreadable'; reason: string };

function kept(told: Told): FileReading {
  return { kind: 'kept', problem: problemOf(told) };
}

function gone(file: SourceFile, told: Told): FileReading {
  return { kind: 'gone', problem: file.named ? problemOf(told) : undefined };
}

function problemOf(told: Told): SourceProblem {
  return { ...told, severity: 'error', range: range(0, 0, 0, 0) };
}

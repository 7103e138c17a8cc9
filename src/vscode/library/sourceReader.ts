import * as vscode from 'vscode';
import { range } from '../../base/position';
import type { SourceProblem } from '../../library/problem';
import type { ReadResult } from '../../library/reader';
import { readBytes, type SourceReading } from '../../library/readers';
import type { Log } from '../host/log';
import type { SourceFile } from './sourcePattern';

/** Larger files are not read; that is some 60,000 papers with abstracts, or 200,000 without. */
const LARGEST_BYTES = 96 * 1024 * 1024;

/** What reading a file gave: its content, or that there is none (any more), or a problem that leaves its papers as they were. */
export type FileReading =
  | { readonly kind: 'read'; readonly result: ReadResult }
  | { readonly kind: 'gone' }
  | { readonly kind: 'kept'; readonly problem: SourceProblem };

/** Reads sources through VS Code's file system. */
export class SourceReader {
  readonly #parse: (fileName: string, bytes: Uint8Array) => Promise<SourceReading>;
  readonly #log: Log;

  /** @param parse reads the bytes of a source off this thread */
  constructor(log: Log, parse = (name: string, bytes: Uint8Array) => Promise.resolve(readBytes(name, bytes))) {
    this.#parse = parse;
    this.#log = log;
  }

  async read(file: SourceFile): Promise<FileReading> {
    const name = file.uri.path.split('/').pop() ?? '';
    let bytes: Uint8Array;
    try {
      const stat = await vscode.workspace.fs.stat(file.uri);
      if (stat.type & vscode.FileType.Directory) return file.named ? kept({ code: 'is-folder' }) : { kind: 'gone' };
      if (stat.size > LARGEST_BYTES) return kept({ code: 'too-large', megabytes: Math.round(stat.size / 1024 / 1024) });
      bytes = await vscode.workspace.fs.readFile(file.uri);
    } catch (error) {
      return this.#unreadable(file, error);
    }
    const result = await this.#parse(name, bytes);
    return isUnasked(file, name, result) ? { kind: 'gone' } : { kind: 'read', result };
  }

  #unreadable(file: SourceFile, error: unknown): FileReading {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') {
      return file.named ? kept({ code: 'missing' }) : { kind: 'gone' };
    }
    this.#log.error(`Reading ${file.uri.toString()}`, error);
    return kept({ code: 'unreadable', reason: error instanceof Error ? error.message : String(error) });
  }
}

/** A file that a default pattern found by its common name, and that is something else. */
function isUnasked(file: SourceFile, name: string, { drafts, problems }: ReadResult): boolean {
  if (file.named || drafts.length > 0 || name.endsWith('.csl.json')) return false;
  return (
    name.endsWith('.json') &&
    problems.some(({ code }) => code === 'not-csl' || code === 'invalid-json' || code === 'unknown-format')
  );
}

type Told =
  { code: 'is-folder' | 'missing' } | { code: 'too-large'; megabytes: number } | { code: 'unreadable'; reason: string };

function kept(told: Told): FileReading {
  return { kind: 'kept', problem: { ...told, severity: 'error', range: range(0, 0, 0, 0) } };
}

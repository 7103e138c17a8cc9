import { nameForThreads } from '#platform/startThread';
import * as vscode from 'vscode';
import { range } from '../../base/position';
import type { SourceProblem } from '../../library/model/problem';
import type { SourceReading } from '../../library/formats/reader';
import type { ReadingClient, SourceRequest } from '../../library/reading/client';
import type { ChangeRequest } from '../../library/reading/protocol';
import type { Log } from '../host/log';
import { missingFieldSeverity } from '../host/settings';
import type { SourceCache } from './sourceCache';
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

/** Readings of smaller files are not kept in the cache: reading them anew is as fast. */
const CACHED_FROM_BYTES = 256 * 1024;

/** How a reading can be watched and ended. */
export interface ReadingControl {
  readonly signal?: AbortSignal;
  /** Told how many of all papers of the file have arrived. */
  readonly onProgress?: (file: SourceFile, done: number, all: number) => void;
}

/** Reads sources through VS Code's file system, and parses them in a thread of their own. */
export class SourceReader {
  readonly #client: ReadingClient;
  readonly #cache: SourceCache;
  readonly #log: Log;

  constructor(client: ReadingClient, cache: SourceCache, log: Log) {
    this.#client = client;
    this.#cache = cache;
    this.#log = log;
  }

  async read(file: SourceFile, control: ReadingControl = {}): Promise<FileReading> {
    const unsaved = unsavedText(file.uri);
    if (unsaved !== undefined) return this.#parse(file, unsaved, control);
    try {
      const stat = await vscode.workspace.fs.stat(file.uri);
      if (stat.type & vscode.FileType.Directory) return gone(file, { code: 'is-folder' });
      if (stat.size > LARGEST_BYTES) return kept({ code: 'too-large', megabytes: Math.round(stat.size / 1024 / 1024) });
      const isLarge = stat.size >= CACHED_FROM_BYTES;
      // What would hold this thread for long is read by the other one, where it can.
      const path = isLarge ? nameForThreads(file.uri) : undefined;
      const content = path === undefined ? await vscode.workspace.fs.readFile(file.uri) : { path };
      return await this.#parse(file, content, control, isLarge ? this.#cache.file(file.uri) : undefined);
    } catch (error) {
      return this.#unreadable(file, error);
    }
  }

  /** URIs of sources to be read again because of what others say now. */
  outdated(): string[] {
    return this.#client.outdated();
  }

  /** The checked edits that make a change to a source, or why it cannot be made. */
  change(request: ChangeRequest): ReturnType<ReadingClient['change']> {
    return this.#client.change(request);
  }

  /** The source is one no more. */
  forget(file: SourceFile): void {
    this.#client.forget(file.uri.toString());
  }

  async #parse(
    file: SourceFile,
    content: SourceRequest['content'],
    { signal, onProgress }: ReadingControl,
    cacheFile?: string,
  ): Promise<FileReading> {
    const uri = file.uri.toString();
    try {
      const result = await this.#client.read(
        { uri, fileName: fileName(file), content, missingField: missingFieldSeverity(file.uri) },
        { cacheFile, signal, onProgress: (done, all) => onProgress?.(file, done, all) },
      );
      if (cacheFile !== undefined) this.#cache.writeLater(file.uri, (path) => this.#client.save(uri, path));
      return this.#taken(file, result);
    } catch (error) {
      if (signal?.aborted) return kept({ code: 'stopped' });
      this.#log.error(`Reading ${uri}`, error);
      return kept({ code: 'unreadable', reason: error instanceof Error ? error.message : String(error) });
    }
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

function fileName({ uri }: SourceFile): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** A file that a default pattern found by its common name, and that is something else. */
function isUnasked(file: SourceFile, { papers, problems }: SourceReading): boolean {
  const name = fileName(file);
  if (file.named || papers.length > 0 || name.endsWith('.csl.json')) return false;
  return (
    name.endsWith('.json') &&
    problems.some(({ code }) => code === 'not-csl' || code === 'invalid-json' || code === 'unknown-format')
  );
}

type Told =
  | { code: 'is-folder' | 'missing' | 'stopped' }
  | { code: 'too-large'; megabytes: number }
  | { code: 'unreadable'; reason: string };

function kept(told: Told): FileReading {
  return { kind: 'kept', problem: problemOf(told) };
}

function gone(file: SourceFile, told: Told): FileReading {
  return { kind: 'gone', problem: file.named ? problemOf(told) : undefined };
}

function problemOf(told: Told): SourceProblem {
  return { ...told, severity: 'error', range: range(0, 0, 0, 0) };
}

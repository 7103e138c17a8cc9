import { reasonOf } from '../../base/reason';
import { range } from '../../base/position';
import type { Severity } from '../../base/problem';
import type { FactKind, FileContent, Unread } from '../../workspace/factKind';
import type { Files } from '../../workspace/files';
import { fileNameOf } from '../../workspace/uri';
import type { SourceReading } from '../formats/reader';
import type { SourceProblem } from '../model/problem';
import { type ReadingEnd, ReadingEnded } from '../reading/readingLine';
import { LARGE_SOURCE, type ReadingClient } from '../reading/client';
import type { SourceFile } from './sourcePattern';
import { SourceSelection } from './sourceSelection';
import { SOURCE_SETTINGS, type SourceSettings } from './sourceSettings';

/** Larger files are not read, in bytes; that is some 60,000 papers with abstracts, or 200,000 without. */
const LARGEST = 96 * 1024 * 1024;
/** How many files are read at a time. */
const AT_ONCE = 4;

/** What is known of a source. */
export interface SourceFact {
  /** What was read last; undefined where it never was. */
  readonly reading?: SourceReading;
  /** Why it could not be read (now). */
  readonly problem?: SourceProblem;
}

/** Where what was read of large sources is kept. */
export interface ReadingCache {
  /** The path of a source's cache file, which need not be there; undefined where there is no place for one. */
  file(source: string): string | undefined;
  /** Has a source's cache written, in a while. */
  writeLater(source: string, write: (file: string) => Promise<void>): void;
}

/** Shows how far a reading is. */
export interface ReadingWatcher {
  /** Does a reading that the user can end by the signal. */
  during(work: (signal: AbortSignal) => Promise<void>): Promise<void>;
  /** So many of all papers of a file have arrived. */
  arrived(fileName: string, done: number, all: number): void;
}

/** What reading sources takes. */
export interface SourceReadingParts {
  readonly files: Files;
  readonly client: ReadingClient;
  readonly cache: ReadingCache;
  readonly progress: ReadingWatcher;
  readonly settings: () => SourceSettings;
  /** How an entry of a source is reported that lacks a field; undefined where it is not to be looked for. */
  readonly missingField: (uri: string) => Severity | undefined;
  /** The name by which the reading thread can read a file itself; undefined where only we can. */
  readonly nameForThread: (uri: string) => string | undefined;
}

/** Sources, each read as one fact by the thread that parses them. */
export function sourceFacts(parts: SourceReadingParts): FactKind<SourceFact, SourceFile> {
  const { client, progress } = parts;
  const checksFields = (uri: string) => parts.missingField(uri) !== undefined;
  return {
    select: () => new SourceSelection(parts.files, parts.settings(), checksFields),
    read: (file, content) => readSource(file, content, parts),
    unread: unreadSource,
    isDoubtful,
    outdated: () => client.outdated(),
    forgotten: (uri) => client.forget(uri),
    during: (work) => progress.during(work),
    settings: SOURCE_SETTINGS,
    largest: LARGEST,
    atOnce: AT_ONCE,
    long: LARGE_SOURCE,
  };
}

async function readSource(
  file: SourceFile,
  content: FileContent,
  { client, cache, progress, nameForThread }: SourceReadingParts,
): Promise<SourceFact | undefined> {
  const { uri } = file;
  const fileName = fileNameOf(uri);
  // Of smaller ones nothing is kept in the cache: reading them anew is as fast.
  const isLarge = content.unsaved === undefined && content.size >= LARGE_SOURCE;
  // What would hold this thread for long is read by the other one, where it can.
  const path = isLarge ? nameForThread(uri) : undefined;
  const cacheFile = isLarge ? cache.file(uri) : undefined;
  const reading = await client.read(
    {
      uri,
      fileName,
      content: path === undefined ? (content.unsaved ?? (await content.bytes())) : { path },
      missingField: file.checksFields ? 'information' : undefined,
    },
    {
      cacheFile,
      size: content.size,
      signal: content.signal,
      onProgress: (done, all) => progress.arrived(fileName, done, all),
    },
  );
  if (cacheFile !== undefined) cache.writeLater(uri, (to) => client.save(uri, to));
  return isUnasked(file, reading) ? undefined : { reading };
}

/** A file that a default pattern found by its common name, and that is something else. */
function isUnasked({ uri, named }: SourceFile, { papers, problems }: SourceReading): boolean {
  if (named || papers.length > 0 || uri.endsWith('.csl.json')) return false;
  return (
    uri.endsWith('.json') &&
    problems.some(({ code }) => code === 'not-csl' || code === 'invalid-json' || code === 'unknown-format')
  );
}

/** A file that is none has a problem where the user named it; one that cannot be read now keeps its papers. */
function unreadSource({ named }: SourceFile, reason: Unread, before: SourceFact | undefined): SourceFact | undefined {
  const reading = before?.reading;
  switch (reason.code) {
    case 'missing':
    case 'folder':
      return named ? { problem: problem({ code: reason.code === 'folder' ? 'is-folder' : 'missing' }) } : undefined;
    case 'stopped':
      return { reading, problem: problem({ code: 'stopped' }) };
    case 'too-large':
      return { reading, problem: problem({ code: 'too-large', megabytes: Math.round(reason.bytes / 1024 / 1024) }) };
    case 'unreadable': {
      const { error } = reason;
      if (error instanceof ReadingEnded) return { reading, problem: problem({ code: error.end }) };
      return { reading, problem: problem({ code: 'unreadable', reason: reasonOf(error) }) };
    }
  }
}

type Told =
  | { code: 'is-folder' | 'missing' | ReadingEnd }
  | { code: 'too-large'; megabytes: number }
  | { code: 'unreadable'; reason: string };

function problem(told: Told): SourceProblem {
  return { ...told, severity: 'error', range: range(0, 0, 0, 0) };
}

/** Whether a source had papers that a reading would take away, perhaps because another program is writing it. */
function isDoubtful(before: SourceFact, now: SourceFact | undefined): boolean {
  if (!before.reading || before.reading.papers.length === 0) return false;
  if (!now?.reading) return true;
  return now.problem === undefined && (now.reading.incomplete === true || now.reading.papers.length === 0);
}

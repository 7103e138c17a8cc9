import { decode } from '../base/decode';
import type { FactKind, FileContent, Unread } from './factKind';
import { type FileLog, FileMissing, type Files, identityOf } from './files';
import type { FollowedFile } from './selection';

/** What reading a file gave. */
export interface FactReading<T> {
  /** Undefined where the file says nothing of interest. */
  readonly fact: T | undefined;
  /** Whether there is no such file. */
  readonly isMissing: boolean;
}

/** Reads the facts of files: from open editors before the disk, from the store where a file did not change. */
export class FactReader<T, F extends FollowedFile> {
  readonly #kind: FactKind<T, F>;
  readonly #files: Files;
  readonly #log: FileLog;
  /** The files whose fact comes from an editor. */
  readonly #typed = new Set<string>();

  constructor(kind: FactKind<T, F>, files: Files, log: FileLog) {
    this.#kind = kind;
    this.#files = files;
    this.#log = log;
  }

  /** Whether what an editor holds, or held when the file was last read, counts in the place of the file. */
  isTyped(uri: string): boolean {
    return this.#typed.has(identityOf(this.#files, uri)) || this.#files.unsaved(uri) !== undefined;
  }

  /** Bytes of a file, or characters of its unsaved text; 0 where that cannot be told, which reading the file does. */
  async sizeOf(uri: string): Promise<number> {
    const unsaved = this.#files.unsaved(uri);
    if (unsaved !== undefined) return unsaved.length;
    const stat = await this.#files.stat(uri).catch(() => undefined);
    return stat?.size ?? 0;
  }

  /** Reads a file. Never rejects. */
  async read(file: F, before: T | undefined, signal: AbortSignal): Promise<FactReading<T>> {
    const { uri } = file;
    const unread = (reason: Unread) => this.#unread(file, reason, before);
    try {
      if (signal.aborted) return unread({ code: 'stopped' });
      const unsaved = this.#files.unsaved(uri);
      const id = identityOf(this.#files, uri);
      if (unsaved === undefined) this.#typed.delete(id);
      else this.#typed.add(id);
      const stat = unsaved === undefined ? await this.#files.stat(uri) : undefined;
      if (unsaved === undefined && stat === undefined) return unread({ code: 'missing' });
      if (stat?.isFolder) return unread({ code: 'folder' });
      const size = unsaved?.length ?? stat!.size;
      const { largest } = this.#kind;
      if (size > (typeof largest === 'number' ? largest : largest(file)))
        return unread({ code: 'too-large', bytes: size });
      const content = contentOf(this.#files, { uri, size, mtime: stat?.mtime, unsaved, signal });
      return { fact: await this.#kind.read(file, content), isMissing: false };
    } catch (error) {
      if (error instanceof FileMissing) return unread({ code: 'missing' });
      return unread(signal.aborted ? { code: 'stopped' } : { code: 'unreadable', error });
    }
  }

  #unread(file: F, reason: Unread, before: T | undefined): FactReading<T> {
    if (reason.code === 'unreadable') this.#log.error(`Reading ${file.uri}`, reason.error);
    if (reason.code === 'too-large') this.#log.warn(`${file.uri} is not read: it has ${reason.bytes} bytes`);
    const isKept = reason.code === 'unreadable' || reason.code === 'stopped';
    const fact = this.#kind.unread ? this.#kind.unread(file, reason, before) : isKept ? before : undefined;
    return { fact, isMissing: reason.code === 'missing' };
  }
}

function contentOf(files: Files, given: Omit<FileContent, 'bytes' | 'text'>): FileContent {
  const bytes = () => files.read(given.uri);
  return { ...given, bytes, text: async () => given.unsaved ?? textOf(await bytes()) };
}

/** The text of a file in the encoding that it has; what is no text is read as UTF-8 all the same. */
function textOf(bytes: Uint8Array): string {
  const decoded = decode(bytes);
  return decoded.kind === 'text' ? decoded.text : new TextDecoder().decode(bytes);
}

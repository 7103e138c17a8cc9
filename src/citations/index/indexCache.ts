import { decodeContainer, encodeContainer } from '../../base/cache/container';
import { type Checksum, fileOfBytes } from '../../base/cache/storedFile';
import type { Tail } from '../../base/cache/tail';
import { Cooperation } from '../../base/cooperate';
import type { PackedFile } from './packedFile';
import type { FileVersion, StoredFact, StoredIndex } from './storedFact';

/** To be raised with every change of what is found in documents, or of how it is kept. */
const VERSION = 12;

/** A file with where its record lies in the tail; one of no length says nothing. */
type Row = readonly [uri: string, size: number, mtime: number, rules: string, start: number, length: number];

/** What a file says, as JSON has it. */
type FileRecord = { readonly [Field in 'labels' | 'places' | 'links']: readonly number[] } & {
  readonly syntax: string;
  readonly texts: readonly string[];
};

/** The bytes of a cache: a list of the files as its head, and as its tail what each says. The event loop gets its turns. */
export async function encodeIndex(
  files: readonly (readonly [uri: string, stored: StoredFact])[],
  checksum: Checksum,
): Promise<Uint8Array> {
  const cooperation = new Cooperation();
  const encoder = new TextEncoder();
  const rows: Row[] = [];
  const records: Uint8Array[] = [];
  let length = 0;
  for (const [uri, { size, mtime, rules, fact }] of files) {
    const bytes = fact ? encoder.encode(JSON.stringify(recordOf(fact))) : new Uint8Array();
    rows.push([uri, size, mtime, rules, length, bytes.length]);
    records.push(bytes);
    length += bytes.length;
    await cooperation.yieldIfDue();
  }
  const columns = new Map([['files', encoder.encode(JSON.stringify(rows))]]);
  return joined([...encodeContainer(VERSION, columns, { length, pieces: () => records }, checksum)]);
}

/** What a cache holds; undefined where it is of another version, or damaged. */
export function decodeIndex(bytes: Uint8Array, checksum: Checksum): StoredIndex | undefined {
  try {
    const container = decodeContainer(fileOfBytes(bytes), VERSION, { checksum, onDamage });
    const files = container?.columns.get('files');
    if (!container || !(files instanceof Uint8Array)) return undefined;
    const rows = JSON.parse(new TextDecoder().decode(files)) as readonly Row[];
    // The whole is checked now, so that no file can be read in part.
    container.tail.read(0, 0);
    return new CachedIndex(rows, container.tail);
  } catch {
    return undefined;
  }
}

class CachedIndex implements StoredIndex {
  readonly #rows: ReadonlyMap<string, Row>;
  readonly #tail: Tail;

  constructor(rows: readonly Row[], tail: Tail) {
    this.#rows = new Map(rows.map((row) => [row[0], row]));
    this.#tail = tail;
  }

  take(uri: string, version: FileVersion): StoredFact | undefined {
    const row = this.#rows.get(uri);
    if (!row) return undefined;
    const [, size, mtime, rules, start, length] = row;
    if (size !== version.size || mtime !== version.mtime || rules !== version.rules) return undefined;
    if (length === 0) return version;
    const record = JSON.parse(new TextDecoder().decode(this.#tail.read(start, length))) as FileRecord;
    return { ...version, fact: factOf(record) };
  }
}

function recordOf({ syntax, texts, labels, places, links }: PackedFile): FileRecord {
  return { syntax, texts, labels: [...labels], places: [...places], links: [...links] };
}

function factOf({ syntax, texts, labels, places, links }: FileRecord): PackedFile {
  return {
    syntax,
    texts,
    labels: Int32Array.from(labels),
    places: Int32Array.from(places),
    links: Int32Array.from(links),
  };
}

function onDamage(): never {
  throw new Error('The cache of citations is damaged');
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

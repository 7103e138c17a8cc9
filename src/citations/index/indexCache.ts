import { decodeContainer, encodeContainer } from '../../base/cache/container';
import { type Checksum, fileOfBytes } from '../../base/cache/storedFile';
import type { Tail } from '../../base/cache/tail';
import { Cooperation } from '../../base/cooperate';
import type { Range } from '../../base/position';
import type { CitedPlace, CitingFile, NoteLink } from './citedPlace';
import type { FileVersion, StoredFact, StoredIndex } from './storedFact';

/** To be raised with every change of what is found in documents, or of how it is kept. */
const VERSION = 10;

/** A file with where its record lies in the tail; one of no length says nothing. */
type Row = readonly [uri: string, size: number, mtime: number, rules: string, start: number, length: number];

/** Of a place: the key, where it begins and ends, the sentence, the heading, the locator and the cell, of which the last three can be missing. */
const PLACE_NUMBERS = 9;
/** Of a link: the name, where it begins and ends, the sentence, and the path, which can be missing. */
const LINK_NUMBERS = 7;
const RANGE_NUMBERS = 4;
const MISSING = -1;

/** What a file says, its texts each once. */
interface FileRecord {
  readonly syntax: string;
  readonly texts: readonly string[];
  readonly labels: readonly number[];
  readonly places: readonly number[];
  readonly links: readonly number[];
}

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

function recordOf({ syntax, labels, places, noteLinks }: CitingFile): FileRecord {
  const numbers = new Map<string, number>();
  const numberOf = (text: string | undefined) => {
    if (text === undefined) return MISSING;
    const known = numbers.get(text) ?? numbers.size;
    numbers.set(text, known);
    return known;
  };
  const placeNumbers = places.flatMap(({ key, range, sentence, heading, locator, cell = MISSING }) => [
    numberOf(key),
    ...rangeNumbers(range),
    ...[sentence, heading, locator].map(numberOf),
    cell,
  ]);
  const links = noteLinks.flatMap(({ name, path, range, sentence }) => [
    numberOf(name),
    ...rangeNumbers(range),
    ...[sentence, path].map(numberOf),
  ]);
  return { syntax, labels: labels.map(numberOf), places: placeNumbers, links, texts: [...numbers.keys()] };
}

function factOf({ syntax, texts, labels, places, links }: FileRecord): CitingFile {
  const cited: CitedPlace[] = [];
  for (let at = 0; at < places.length; at += PLACE_NUMBERS) {
    const [key, ...rest] = places.slice(at, at + PLACE_NUMBERS);
    const [sentence, heading, locator, cell] = rest.slice(RANGE_NUMBERS);
    cited.push({
      key: texts[key],
      range: rangeOf(rest),
      sentence: texts[sentence],
      ...(heading !== MISSING && { heading: texts[heading] }),
      ...(locator !== MISSING && { locator: texts[locator] }),
      ...(cell !== MISSING && { cell }),
    });
  }
  const noteLinks: NoteLink[] = [];
  for (let at = 0; at < links.length; at += LINK_NUMBERS) {
    const [name, ...rest] = links.slice(at, at + LINK_NUMBERS);
    const [sentence, path] = rest.slice(RANGE_NUMBERS);
    noteLinks.push({
      name: texts[name],
      range: rangeOf(rest),
      sentence: texts[sentence],
      ...(path !== MISSING && { path: texts[path] }),
    });
  }
  return { syntax, labels: labels.map((label) => texts[label]), places: cited, noteLinks };
}

function rangeNumbers({ start, end }: Range): number[] {
  return [start.line, start.character, end.line, end.character];
}

function rangeOf([line, character, endLine, endCharacter]: readonly number[]): Range {
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
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

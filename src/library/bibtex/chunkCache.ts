import type { OffsetRange, Range } from '../../base/position';
import { type Step, UNCOUNTED } from '../../base/steps';
import { LineIndex } from '../../base/lineIndex';
import type { Paper } from '../model/paper';
import type { LocalProblem } from './bibProblems';
import { scanChunksFrom, type Chunk, type ChunkKind } from './chunks';
import { parseEntry, type ParsedEntry } from './entryParser';

/** What is known of a chunk, kept as long as its text stays the same. */
export interface CachedChunk {
  readonly kind: ChunkKind;
  readonly closed: boolean;
  readonly text: string;
  /** Line breaks in the text. */
  readonly breaks: number;
  /** Length of the text's last line. */
  readonly lastLine: number;
  /** Of an entry or an `@string`. */
  readonly parsed?: ParsedEntry;
  /** The macros that the paper was made with. */
  macros?: string;
  /** The macros that it uses and the source does not define. */
  foreign?: readonly string[];
  inherits?: boolean;
  /** How many characters its macros and parents made. */
  expanded?: number;
  resolved?: Readonly<Record<string, string>>;
  problems?: readonly LocalProblem[];
  /** Its range is where the chunk stood last; `NOWHERE` before it was placed. */
  paper?: Paper;
}

/** A chunk that is an entry or an `@string`. */
export type ParsedChunk = CachedChunk & { readonly parsed: ParsedEntry };

export function isParsed(chunk: CachedChunk): chunk is ParsedChunk {
  return chunk.parsed !== undefined;
}

/** The chunks of a source's last text. Of its next text only what changed is scanned and parsed. */
export class ChunkCache {
  #chunks: readonly CachedChunk[] = [];
  #isFirst = true;

  /** The chunks of a text, in order; they join to the text. */
  update(text: string, step = UNCOUNTED): readonly CachedChunk[] {
    const before = this.#chunks;
    let first = 0;
    let start = 0;
    // Where an unclosed chunk ends depends on what follows, so that the search for what is the same ends there.
    while (first < before.length && before[first].closed && standsAt(text, before[first].text, start)) {
      start += before[first++].text.length;
    }
    // Text between entries may go on in what comes now.
    if (first > 0 && before[first - 1].kind === 'text') start -= before[--first].text.length;
    const tail = this.#unchangedTail(text, first, start);
    const chunkAt = (offset: number) => tail.indexes[indexOfDescending(tail.offsets, offset)] ?? before.length;
    const between = scanChunksFrom(text, start, (offset) => chunkAt(offset) < before.length);
    const after = chunkAt(between.at(-1)?.end ?? start);
    const changed = this.#cached(text, between, before.slice(first, after), step);
    this.#chunks =
      first === 0 && after === before.length
        ? changed
        : [...before.slice(0, first), ...changed, ...before.slice(after)];
    this.#isFirst = false;
    return this.#chunks;
  }

  /** The offsets in the new text where those of the old text's last chunks start that it ends with too, last first. */
  #unchangedTail(text: string, first: number, from: number): { offsets: number[]; indexes: number[] } {
    const tail = { offsets: [] as number[], indexes: [] as number[] };
    let start = text.length;
    for (let i = this.#chunks.length - 1; i >= first; i--) {
      const chunk = this.#chunks[i];
      start -= chunk.text.length;
      if (start < from || !standsAt(text, chunk.text, start)) break;
      if (chunk.kind === 'text') continue;
      tail.offsets.push(start);
      tail.indexes.push(i);
    }
    return tail;
  }

  #cached(text: string, chunks: readonly Chunk[], before: readonly CachedChunk[], step: Step): CachedChunk[] {
    const keep = this.#isFirst ? firstText(text) : ownCopy;
    const gaps = new Map<string, CachedChunk>();
    const byText = new Map<string, CachedChunk>();
    for (const chunk of before) byText.set(chunk.text, chunk);
    return chunks.map((chunk) => {
      step();
      const source = text.slice(chunk.start, chunk.end);
      if (chunk.kind === 'text' && source.length <= LONGEST_GAP) return gapOf(gaps, chunk, source);
      const old = byText.get(source);
      if (old?.closed !== chunk.closed) return newChunk(chunk, keep(source));
      byText.delete(source);
      return old;
    });
  }
}

/** Text between entries that is not longer is mostly line breaks, the same all over the source. */
const LONGEST_GAP = 4;

/** The one chunk of all places where this text stands between entries; nothing is known of such a chunk but its text. */
function gapOf(gaps: Map<string, CachedChunk>, chunk: Chunk, source: string): CachedChunk {
  const key = `${chunk.closed} ${source}`;
  const known = gaps.get(key) ?? newChunk(chunk, ownCopy(source));
  gaps.set(key, known);
  return known;
}

/** Whether a part stands at an offset of a text. Comparing whole strings is several times faster than `startsWith`. */
function standsAt(text: string, part: string, offset: number): boolean {
  return text.slice(offset, offset + part.length) === part;
}

/** Index of a number in a falling sequence, or -1. */
function indexOfDescending(numbers: readonly number[], wanted: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (numbers[middle] === wanted) return middle;
    if (numbers[middle] > wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function newChunk({ kind, closed }: Chunk, text: string): CachedChunk {
  const parsed = kind === 'entry' || kind === 'string' ? parseEntry(text, closed) : undefined;
  return { kind, closed, text, ...lineShape(text), parsed };
}

function lineShape(text: string): { breaks: number; lastLine: number } {
  if (text.includes('\r')) {
    const { line, character } = new LineIndex(text).position(text.length);
    return { breaks: line, lastLine: character };
  }
  let breaks = 0;
  let lineStart = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', lineStart)) {
    breaks++;
    lineStart = at + 1;
  }
  return { breaks, lastLine: text.length - lineStart };
}

const WIDE = /[^\0-\xff]/;

/**
 * How the chunks of a source's first text are kept: as slices of it, while their sum is nearly all of it anyway. A text with
 * characters beyond Latin-1 takes two bytes for each of all its characters; there a copy needs half of that.
 */
function firstText(text: string): (slice: string) => string {
  if (!WIDE.test(text)) return (slice) => slice;
  return (slice) => (WIDE.test(slice) ? ownCopy(slice) : (JSON.parse(JSON.stringify(slice)) as string));
}

/** The same text in memory of its own: a slice would keep the whole text that it was cut from. */
function ownCopy(slice: string): string {
  return ` ${slice}`.slice(1);
}

/** Turns offsets in a chunk's text into ranges of the source. The chunk's lines are looked for once, when they are needed. */
export function rangesInChunk(chunk: CachedChunk, start: Range['start']): (offsets: OffsetRange) => Range {
  let lines: LineIndex | undefined;
  return (offsets) => {
    lines ??= new LineIndex(chunk.text);
    const { start: from, end: to } = lines.range(offsets);
    return { start: shifted(from, start), end: shifted(to, start) };
  };
}

function shifted(at: Range['start'], base: Range['start']): Range['start'] {
  return {
    line: base.line + at.line,
    character: at.line === 0 ? base.character + at.character : at.character,
  };
}

/** Where a chunk ends that starts at a position. */
export function chunkEnd({ breaks, lastLine }: CachedChunk, start: Range['start']): Range['start'] {
  return shifted({ line: breaks, character: lastLine }, start);
}

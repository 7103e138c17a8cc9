import type { Draft } from '../entry';
import type { LocalProblem } from './bibProblems';
import type { Chunk, ChunkKind } from './chunks';
import { parseEntry, type ParsedEntry } from './entryParser';

/** What is known of a chunk that is an entry or an `@string`, kept as long as its text stays the same. */
export interface ParsedChunk {
  readonly kind: ChunkKind;
  readonly closed: boolean;
  /** A copy of its own, so that the text of the whole file can be freed. */
  readonly text: string;
  readonly parsed: ParsedEntry;
  /** The macros that the draft was made with. */
  macros?: string;
  inherits?: boolean;
  resolved?: Readonly<Record<string, string>>;
  problems?: readonly LocalProblem[];
  draft?: Omit<Draft, 'range'>;
  placed?: Draft;
}

/** The parsed chunks of a source's last text, to be found again in its next one. */
export class ChunkCache {
  #last: readonly ParsedChunk[] = [];

  /** What the chunks of a text say, in their order; undefined for comments, preambles and plain text. */
  parse(text: string, chunks: readonly Chunk[]): readonly (ParsedChunk | undefined)[] {
    const relevant = chunks.filter(isRelevant);
    const before = this.#last;
    const next = new Array<ParsedChunk>(relevant.length);
    const isSame = (chunk: Chunk, old: ParsedChunk | undefined) =>
      old !== undefined &&
      old.text.length === chunk.end - chunk.start &&
      old.closed === chunk.closed &&
      text.startsWith(old.text, chunk.start);
    let first = 0;
    while (first < relevant.length && isSame(relevant[first], before[first])) next[first] = before[first++];
    let end = relevant.length;
    let oldEnd = before.length;
    while (end > first && oldEnd > first && isSame(relevant[end - 1], before[oldEnd - 1]))
      next[--end] = before[--oldEnd];
    this.#parseBetween(text, relevant.slice(first, end), before.slice(first, oldEnd)).forEach((chunk, i) => {
      next[first + i] = chunk;
    });
    this.#last = next;
    let at = 0;
    return chunks.map((chunk) => (isRelevant(chunk) ? next[at++] : undefined));
  }

  #parseBetween(text: string, chunks: readonly Chunk[], before: readonly ParsedChunk[]): ParsedChunk[] {
    const byText = new Map<string, ParsedChunk[]>();
    for (const chunk of before) {
      const known = byText.get(chunk.text);
      if (known) known.push(chunk);
      else byText.set(chunk.text, [chunk]);
    }
    return chunks.map((chunk) => {
      const source = text.slice(chunk.start, chunk.end);
      const old = byText.get(source)?.pop();
      if (old?.closed === chunk.closed) return old;
      const own = ownCopy(source);
      return { kind: chunk.kind, closed: chunk.closed, text: own, parsed: parseEntry(own, chunk.closed) };
    });
  }
}

function isRelevant({ kind }: Chunk): boolean {
  return kind === 'entry' || kind === 'string';
}

/** The same text in memory of its own: a slice would keep the whole text that it was cut from. */
function ownCopy(slice: string): string {
  return ` ${slice}`.slice(1);
}

import { LineIndex } from '../../base/lineIndex';
import type { Draft } from '../entry';
import type { SourceProblem } from '../problem';
import type { ReadResult } from '../reader';
import { samePlain } from '../sameDraft';
import { ChunkCache, type ParsedChunk } from './chunkCache';
import { scanChunks, type Chunk } from './chunks';
import { toSourceProblem, type LocalProblem } from './bibProblems';
import { EntryContext } from './entryContext';

/**
 * One BibTeX or BibLaTeX source that is read again and again. Only chunks whose text changed are parsed again, and only
 * entries whose macros or parents changed are projected again; the content of all others stays the same objects.
 */
export class BibSource {
  #cache = new ChunkCache();

  /** Reads the source's present text. Never throws. */
  update(text: string): ReadResult {
    const chunks = scanChunks(text);
    const parsed = this.#cache.parse(text, chunks);
    const context = new EntryContext(parsed.filter((chunk) => chunk !== undefined));
    const lines = new LineIndex(text);
    const drafts: Draft[] = [];
    const problems: SourceProblem[] = [];
    for (const [i, chunk] of chunks.entries()) {
      const content = parsed[i];
      if (content === undefined) continue;
      context.resolve(content);
      for (const problem of content.problems ?? []) problems.push(toSourceProblem(problem, chunk.start, lines));
      for (const problem of strayText(text, chunks, i)) problems.push(toSourceProblem(problem, 0, lines));
      if (content.draft) drafts.push(placedDraft(content, chunk, lines));
    }
    const last = chunks.at(-1);
    return { drafts, problems, incomplete: last !== undefined && !last.closed };
  }
}

/** The draft with the range where its chunk stands now; the same object as before where that did not change. */
function placedDraft(content: ParsedChunk, chunk: Chunk, lines: LineIndex): Draft {
  const range = lines.range(chunk);
  if (!content.placed || !samePlain(content.placed.range, range)) content.placed = { ...content.draft!, range };
  return content.placed;
}

/** Fields that stand behind an entry: one of its braces closes too early. */
const FIELD_BEHIND = /^\s{0,200},?\s{0,200}[A-Za-z][\w-]{0,50}\s{0,50}=\s{0,50}["{\w]/;

function strayText(text: string, chunks: readonly Chunk[], i: number): LocalProblem[] {
  const behind = chunks.at(i + 1);
  if (behind?.kind !== 'text' || !chunks[i].closed) return [];
  const stray = text.slice(behind.start, behind.end);
  if (!FIELD_BEHIND.test(stray)) return [];
  const brace = { start: chunks[i].end - 1, end: chunks[i].end };
  const edits = stray.trimEnd().endsWith('}') ? [{ ...brace, newText: '' }] : undefined;
  return [{ code: 'extra-brace', ...brace, edits }];
}

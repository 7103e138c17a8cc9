import type { Position } from '../../base/position';
import type { Severity } from '../../base/problem';
import { UNCOUNTED } from '../../base/steps';
import type { Paper } from '../model/paper';
import type { SourceProblem } from '../model/problem';
import type { LiveSource, ReadResult } from '../formats/reader';
import { NO_CONTEXT } from '../formats/sourceContext';
import { toSourceProblem, type LocalProblem } from './bibProblems';
import { ChunkCache, chunkEnd, isParsed, rangesInChunk, type CachedChunk } from './chunkCache';
import { EntryContext } from './entryContext';
import { NOWHERE } from './projection';
import { RequiredFields } from './requiredFields';

/**
 * One BibTeX or BibLaTeX source that is read again and again. Only chunks whose text changed are parsed again, and only
 * entries whose macros or parents changed are projected again; the content of all others stays the same objects.
 */
export class BibSource implements LiveSource {
  readonly #cache = new ChunkCache();
  readonly #requiredFields = new RequiredFields();

  /**
   * Reads the source's present text. Never throws.
   * @param given the abbreviations that other sources define
   */
  update(text: string, given = NO_CONTEXT, step = UNCOUNTED): ReadResult {
    const chunks = this.#cache.update(text, step);
    const context = new EntryContext(chunks.filter(isParsed), given);
    const papers: Paper[] = [];
    const problems: SourceProblem[] = [];
    let start: Position = { line: 0, character: 0 };
    for (const [i, chunk] of chunks.entries()) {
      const end = chunkEnd(chunk, start);
      if (isParsed(chunk)) {
        context.resolve(chunk);
        if (chunk.paper) papers.push(placedPaper(chunk, chunk.paper, start, end));
        addProblems(problems, chunk, start, chunks.at(i + 1));
      }
      start = end;
      step();
    }
    return { papers, problems, incomplete: chunks.at(-1)?.closed === false, context: context.shared() };
  }

  /** The papers that lack fields of their type, of those that were read last. */
  missingFields(papers: readonly Paper[], severity: Severity): SourceProblem[] {
    return this.#requiredFields.problems(papers, severity);
  }
}

/** The paper with the range where its chunk stands now; the same object as before where that did not change. */
function placedPaper(chunk: CachedChunk, paper: Paper, start: Position, end: Position): Paper {
  const at = paper.range.start;
  if (paper.range !== NOWHERE && at.line === start.line && at.character === start.character) return paper;
  chunk.paper = { ...paper, range: { start, end } };
  return chunk.paper;
}

function addProblems(
  problems: SourceProblem[],
  chunk: CachedChunk,
  start: Position,
  next: CachedChunk | undefined,
): void {
  const stray = next?.kind === 'text' && chunk.closed ? strayText(chunk, next.text) : undefined;
  const rangeOf = rangesInChunk(chunk, start);
  for (const problem of stray ? [...(chunk.problems ?? []), stray] : (chunk.problems ?? [])) {
    problems.push(toSourceProblem(problem, rangeOf));
  }
}

/** A field that stands behind an entry: one of the entry's braces closes too early. */
const FIELD_BEHIND = /^\s{0,200},?\s{0,200}[A-Za-z][\w-]{0,50}\s{0,50}=\s{0,50}["{\w]/;

function strayText(chunk: CachedChunk, behind: string): LocalProblem | undefined {
  if (!FIELD_BEHIND.test(behind)) return undefined;
  const brace = { start: chunk.text.length - 1, end: chunk.text.length };
  const edits = behind.trimEnd().endsWith('}') ? [{ ...brace, newText: '' }] : undefined;
  return { code: 'extra-brace', ...brace, edits };
}

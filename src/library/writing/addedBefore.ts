import type { TextEdit } from '../../base/textEdit';
import { type Chunk, scanChunks } from '../bibtex/chunks';
import { BibText } from './bibText';
import { append, eolOf, lineStart, startsLine } from './lines';

/**
 * Inserts entries into a .bib text before the first of their parents, as BibTeX knows no parent that it has passed already
 * ("BibTeXing", section 2.5); at the end where there is none, or an abbreviation that they may use is defined behind it.
 * @param parents the keys of entries that must stand behind them, where the text has them
 */
export function addedBefore(text: string, added: string, parents: readonly string[]): TextEdit {
  const at = placeBefore(text, parents);
  if (at === undefined) return append(text, added)[0];
  const eol = eolOf(text);
  return { start: at, end: at, newText: `${startsLine(text, at) ? '' : eol}${added.trimEnd()}${eol}${eol}` };
}

function placeBefore(text: string, parents: readonly string[]): number | undefined {
  if (parents.length === 0) return undefined;
  const known = new BibText(text);
  const starts = parents.flatMap((key) => known.entry(key)?.chunk.start ?? []);
  if (starts.length === 0) return undefined;
  const first = Math.min(...starts);
  const chunks = scanChunks(text);
  if (chunks.some(({ kind, start }) => kind === 'string' && start > first)) return undefined;
  return withLinesAbove(text, first, chunks);
}

/** Where the lines begin that stand right above an entry: a comment about it. */
function withLinesAbove(text: string, at: number, chunks: readonly Chunk[]): number {
  if (!startsLine(text, at)) return at;
  const floor = Math.max(0, ...chunks.filter(({ kind, start }) => kind !== 'text' && start < at).map(({ end }) => end));
  let start = lineStart(text, at);
  while (start > 0) {
    const above = lineStart(text, text.startsWith('\r\n', start - 2) ? start - 2 : start - 1);
    if (above < floor || text.slice(above, start).trim() === '') break;
    start = above;
  }
  return start;
}

import type { OutputFormat } from './contract';
import { type Mark, MARKS, type Run } from './runs';
import { partedSpans, seamed, withoutSeams } from './seams';
import type { Writer } from './writer';
import { WRITERS } from './writers';

/** Runs written in a format. All their text is escaped for it; web addresses become links where a format has them. */
export function writeRuns(runs: readonly Run[], format: OutputFormat): string {
  const writer = WRITERS[format];
  const text = write(runs.map(plainly(writer)), writer);
  return partedSpans(writer.paragraph?.(text) ?? text, writer);
}

/** A run with the marks that can stand within each other. */
function plainly({ oneOf }: Writer) {
  return ({ text, marks }: Run): Pick<Run, 'text' | 'marks'> => {
    const kept = oneOf?.find((mark) => marks.has(mark));
    return {
      text,
      marks: kept === undefined ? marks : without(marks, (mark) => mark !== kept && oneOf!.includes(mark)),
    };
  };
}

/** Runs that share a mark get it together, the one first that reaches furthest, so that no mark ends where the next begins. */
function write(runs: readonly Pick<Run, 'text' | 'marks'>[], writer: Writer): string {
  let result = '';
  for (let at = 0; at < runs.length;) {
    const ends = MARKS.filter((mark) => runs[at].marks.has(mark)).map((mark) => ({ mark, end: endOf(mark, at) }));
    const [furthest] = ends.sort((a, b) => b.end - a.end);
    if (ends.length === 0) result += writeText(runs[at++].text, writer);
    else {
      const { mark, end } = furthest;
      const inner = runs.slice(at, end).map((run) => ({ ...run, marks: without(run.marks, (each) => each === mark) }));
      result += wrap(write(inner, writer), mark, writer);
      at = end;
    }
  }
  return result;

  function endOf(mark: Mark, from: number): number {
    const end = runs.findIndex(({ marks }, at) => at > from && !marks.has(mark));
    return end < 0 ? runs.length : end;
  }
}

function without(marks: ReadonlySet<Mark>, isLeftOut: (mark: Mark) => boolean): ReadonlySet<Mark> {
  return new Set([...marks].filter((mark) => !isLeftOut(mark)));
}

/** Blanks at the ends stay outside of marks, which Markdown would else not take. */
function wrap(text: string, mark: Mark, writer: Writer): string {
  const [before, after] = writer.marks[mark];
  const start = text.length - text.trimStart().length;
  const inner = text.trim();
  if (inner === '' || before === '') return text;
  const written = seamed(mark, before + (writer.inside?.(inner, mark) ?? inner) + after);
  return text.slice(0, start) + written + text.slice(start + inner.length);
}

/**
 * An address without the punctuation behind it. Old DOIs have pairs of pointed brackets (SICI, ANSI/NISO Z39.56: `19:4<377::AID-JCC1>3.0.CO;2-P`);
 * elsewhere those stand around addresses.
 */
const URL =
  /https?:\/\/(?:(?:dx\.)?doi\.org\/10\.\d{4,9}\/(?:[^\s<>"'\u201c\u201d]|<[^\s<>"'\u201c\u201d]{1,80}>)*|[^\s<>"'\u201c\u201d]+)[^\s<>"'\u201c\u201d.,;:!?)\]}]/gi;

function writeText(text: string, writer: Writer): string {
  const plain = withoutSeams(text);
  let result = '';
  let at = 0;
  for (const match of plain.matchAll(URL)) {
    result += writer.escape(plain.slice(at, match.index)) + seamed('link', writer.link(match[0]));
    at = match.index + match[0].length;
  }
  return result + writer.escape(plain.slice(at));
}

import type { Run } from './runs';

/** What a style puts around and between the items of a citation. */
export interface CitationLayout {
  readonly before: string;
  readonly between: string;
  readonly after: string;
}

/** A piece of a citation, and which of its items it is; what stands around and between them is of none. */
export interface Piece {
  readonly runs: readonly Run[];
  readonly item?: number;
}

/**
 * A citation divided into so many items at the layout of its style; undefined where that does not give as many pieces: where
 * numbers were collapsed to a range, or years stand behind one author.
 */
export function divided(
  runs: readonly Run[],
  count: number,
  { before, between, after }: CitationLayout,
): Piece[] | undefined {
  const inner = [...runs];
  const start = cutStart(inner, before);
  const end = cutEnd(inner, after);
  const items = count === 1 ? [inner] : splitAt(inner, between);
  if (items.length !== count || items.some((item) => item.length === 0)) return undefined;
  const mark = runs[0]?.marks ?? new Set();
  const pieces = items.flatMap((item, at): Piece[] => [
    ...(at > 0 ? [{ runs: [{ text: between, marks: mark }] }] : []),
    { runs: item, item: at },
  ]);
  return [...(start ? [{ runs: [start] }] : []), ...pieces, ...(end ? [{ runs: [end] }] : [])];
}

function cutStart(runs: Run[], text: string): Run | undefined {
  const first = runs[0];
  if (text === '' || !first?.text.startsWith(text)) return undefined;
  const rest = first.text.slice(text.length);
  runs.splice(0, 1, ...(rest === '' ? [] : [{ ...first, text: rest }]));
  return { ...first, text };
}

function cutEnd(runs: Run[], text: string): Run | undefined {
  const last = runs[runs.length - 1];
  if (text === '' || !last?.text.endsWith(text)) return undefined;
  const rest = last.text.slice(0, -text.length);
  runs.splice(-1, 1, ...(rest === '' ? [] : [{ ...last, text: rest }]));
  return { ...last, text };
}

function splitAt(runs: readonly Run[], between: string): Run[][] {
  if (between === '') return [[...runs]];
  const items: Run[][] = [[]];
  for (const run of runs) {
    for (const [at, text] of run.text.split(between).entries()) {
      if (at > 0) items.push([]);
      if (text !== '') items[items.length - 1].push({ ...run, text });
    }
  }
  return items;
}

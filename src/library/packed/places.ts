import type { Paper } from '../model/paper';

/** Where papers stand in their source: for each its start line and character, its end line and character. */
export type Places = Int32Array;

/** Numbers in `Places` for one paper. */
export const PLACE = 4;

export function placesOf(papers: readonly Pick<Paper, 'range'>[]): Places {
  const places = new Int32Array(PLACE * papers.length);
  for (const [i, { range }] of papers.entries()) {
    places.set([range.start.line, range.start.character, range.end.line, range.end.character], PLACE * i);
  }
  return places;
}

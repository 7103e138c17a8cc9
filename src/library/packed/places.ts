import type { Draft } from '../model/entry';

/** Where papers stand in their source: for each its start line and character, its end line and character. */
export type Places = Int32Array;

/** Numbers in `Places` for one paper. */
export const PLACE = 4;

export function placesOf(drafts: readonly Pick<Draft, 'range'>[]): Places {
  const places = new Int32Array(PLACE * drafts.length);
  for (const [i, { range }] of drafts.entries()) {
    places.set([range.start.line, range.start.character, range.end.line, range.end.character], PLACE * i);
  }
  return places;
}

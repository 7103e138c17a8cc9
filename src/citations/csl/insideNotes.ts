import type { PlaceInNote } from './contract';
import type { Piece } from './divided';
import type { Run } from './runs';

/** How a citation stands in a note, and whether its author is named there. */
interface Within extends PlaceInNote {
  readonly isNamed: boolean;
}

const PLAIN: ReadonlySet<never> = new Set();

/**
 * What a style of notes says, inside of a note that is there already: without the capital and the full stop of a note of its own,
 * where the sentence goes on. The stop of `ibid.` stays.
 */
export function runsInNote(
  runs: readonly Run[],
  { begins, endsSentence, isNamed }: Within,
  ibid: string,
): readonly Run[] {
  if (begins && !isNamed) return runs;
  const small = withSmallIbid(runs, ibid);
  return isNamed && endsSentence ? small : withoutStop(small, ibid);
}

/** The engine begins each note with a capital, where it says `ibid.` */
function withSmallIbid([first, ...rest]: readonly Run[], ibid: string): readonly Run[] {
  if (!first) return rest;
  const isIbid = ibid !== '' && first.text.toLowerCase().startsWith(ibid.toLowerCase());
  return [isIbid ? { ...first, text: ibid + first.text.slice(ibid.length) } : first, ...rest];
}

function withoutStop(runs: readonly Run[], ibid: string): readonly Run[] {
  const text = runs.map((run) => run.text).join('');
  if (ibid.endsWith('.') && text.endsWith(ibid)) return runs;
  const last = runs.findLastIndex((run) => /[^”’»]/.test(run.text));
  return runs.map((run, at) => (at === last ? { ...run, text: run.text.replace(/\.([”’»]*)$/, '$1') } : run));
}

/** The same in brackets, or behind the author that is named; by itself where the note begins with it. */
export function piecesInNote(
  named: readonly Run[],
  pieces: readonly Piece[],
  { begins, isNamed }: Within,
): readonly Piece[] {
  const sign = (text: string): Piece => ({ runs: [{ text, marks: PLAIN }] });
  const isEmpty = pieces.every(({ runs }) => runs.length === 0);
  if (isNamed) return isEmpty ? [{ runs: named }] : [{ runs: named }, sign(', '), ...pieces];
  return begins || isEmpty ? pieces : [sign('('), ...pieces, sign(')')];
}

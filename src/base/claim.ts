import { latest } from './latest';

/** Counts up with each state of a thing: which of two came later, whatever clocks said. What has none is the first. */
export type Turn = number;

/** The turn of a state that follows another one. */
export function turnAfter(before: { readonly turn?: Turn } | undefined): Turn {
  return (before?.turn ?? 0) + 1;
}

/** That one window does something for all of them. A claim that is over stays, so that no other window brings it again. */
export interface Claim {
  readonly by: string;
  /** When it was made, or given up, in milliseconds since 1970. */
  readonly at: number;
  readonly isOver?: boolean;
  readonly turn?: Turn;
}

/** The claim of a window, whichever had it before. The window that had it last counts for more than one that begins at the same moment. */
export function claimed(before: Claim | undefined, by: string, at: number): Claim {
  return { by, at, turn: turnAfter(before) + (before?.by === by ? 1 : 0) };
}

/** Whether another window has it at the moment. @param lasts so long a window is believed to be there, in milliseconds */
export function isClaimed(claim: Claim | undefined, by: string, now: number, lasts: number): boolean {
  if (claim === undefined || claim.isOver || claim.by === by) return false;
  return Math.abs(now - claim.at) < lasts;
}

/** The claim of a window that is done, given up. That of another window, which came after it, stays. */
export function givenUp(claim: Claim | undefined, by: string, now: number): Claim | undefined {
  return claim?.by === by && !claim.isOver ? { by, at: now, isOver: true, turn: turnAfter(claim) } : claim;
}

/** Of what two windows say the later. */
export function laterClaim(a: Claim | undefined, b: Claim | undefined): Claim | undefined {
  return latest([a, b], ({ turn = 0, at }) => [turn, at]);
}

/** The claim that a record of a file states; undefined where it states none. */
export function claimOf(record: Readonly<Record<string, unknown>>): Claim | undefined {
  const { by, at, isOver, turn } = record;
  if (typeof by !== 'string' || by === '' || !isNumber(at)) return undefined;
  return { by, at, ...(isOver === true && { isOver }), ...(isNumber(turn) && { turn }) };
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

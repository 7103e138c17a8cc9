import { type Claim, claimOf, laterClaim, type Turn, turnAfter } from '../../base/claim';
import { latestOfEach, own } from '../../base/latest';
import { members, number, text } from '../shape';

/** What became of asking for a library. */
export interface LibraryState {
  /** When it was last asked for with success, in milliseconds since 1970. */
  readonly answered?: number;
  /** Why the program gave no answer since, as a sentence. */
  readonly failure?: string;
  readonly turn?: Turn;
}

/** What windows tell each other of asking other programs for libraries: which of them asks, and what came of it. */
export interface Asking {
  readonly claim?: Claim;
  /** By the ids of libraries. */
  readonly libraries: Readonly<Record<string, LibraryState>>;
}

export const NOTHING_ASKED: Asking = { libraries: {} };

/** So often answers are told, in milliseconds: users are told the time to the minute. */
const EVERY_MS = 60_000;

/** What is known of a library. */
export function stateOf({ libraries }: Asking, id: string): LibraryState | undefined {
  return own(libraries, id);
}

/** A library was asked for with success. */
export function withAnswer(asking: Asking, id: string, at: number): Asking {
  const before = stateOf(asking, id);
  // Clocks are also put back.
  const isTold = before?.answered !== undefined && Math.abs(at - before.answered) < EVERY_MS;
  return isTold && before?.failure === undefined ? asking : withState(asking, id, { answered: at });
}

/** A library was asked for in vain. @param failure why, as a sentence */
export function withFailure(asking: Asking, id: string, failure: string): Asking {
  const before = stateOf(asking, id);
  return before?.failure === failure ? asking : withState(asking, id, { ...before, failure });
}

function withState(asking: Asking, id: string, state: LibraryState): Asking {
  const turn = turnAfter(stateOf(asking, id));
  return { ...asking, libraries: { ...asking.libraries, [id]: { ...state, turn } } };
}

/**
 * When a library was last as its copy is, also before VS Code was started: copies only say when they last changed.
 * @param changed when the copy last changed, in ISO 8601; undefined where there is none
 */
export function asOf(state: LibraryState | undefined, changed: string | undefined): Date | undefined {
  if (changed === undefined) return undefined;
  const known = [Date.parse(changed), state?.answered ?? NaN].filter((time) => !Number.isNaN(time));
  return known.length === 0 ? undefined : new Date(Math.max(...known));
}

/** What two windows say, as one: in whichever order, however often. */
export function* mergingAsking(a: Asking, b: Asking): Generator<undefined, Asking> {
  const claim = laterClaim(a.claim, b.claim);
  const libraries = yield* latestOfEach(a.libraries, b.libraries, ({ turn = 0, answered = 0 }) => [turn, answered]);
  return { libraries, ...(claim && { claim }) };
}

/** What is told, as records of a file, always in one order. */
export function* askingRecords({ claim, libraries }: Asking): Generator<unknown, void> {
  for (const library of Object.keys(libraries).sort()) yield { library, ...libraries[library] };
  if (claim) yield claim;
}

/** What the records of a file state, in steps; those that are not as we write them are left out. */
export function* readingAsking(records: Iterable<unknown>): Generator<undefined, Asking> {
  const libraries = new Map<string, LibraryState>();
  let claim: Claim | undefined;
  for (const record of records) {
    yield;
    const stated = members(record);
    const { library } = stated;
    if (typeof library === 'string') libraries.set(library, readState(stated));
    else claim = claimOf(stated) ?? claim;
  }
  return { libraries: Object.fromEntries(libraries), ...(claim && { claim }) };
}

function readState(stated: Readonly<Record<string, unknown>>): LibraryState {
  const [answered, failure, turn] = [number(stated.answered), text(stated.failure), number(stated.turn)];
  return {
    ...(answered !== undefined && { answered }),
    ...(failure !== undefined && { failure }),
    ...(turn !== undefined && { turn }),
  };
}

import { nextTurn } from './nextTurn';

/** Time as code sees it that waits; tests put one of their own in its place. */
export interface Clock {
  /** Milliseconds since some moment; never goes back. */
  now(): number;
  /** Calls `run` in `ms` milliseconds; what is returned takes that back. */
  after(ms: number, run: () => void): () => void;
  /** Resolves after the event loop has run. */
  yield(): Promise<void>;
}

/** The time of this machine. */
export const SYSTEM_CLOCK: Clock = {
  now: () => performance.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  yield: nextTurn,
};

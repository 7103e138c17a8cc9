import { hostileSize } from './hostileSize';

/**
 * How often a property of asynchronous work is tried: all cases in `npm test`, a tenth of them for who runs the unit tests while
 * writing. No time limit ends it: one that ran out within the first case would count as a failure.
 */
export const asyncCases = (cases: number): { numRuns: number; interruptAfterTimeLimit: number } => ({
  numRuns: hostileSize(cases),
  interruptAfterTimeLimit: 60_000,
});

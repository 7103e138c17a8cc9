/** Called with each step of a long work, none of which takes more than a moment. */
export type Step = () => void;

/** Where nobody counts. */
export const UNCOUNTED: Step = () => {};

/** Reports once in so many steps. */
export function everyFew(steps: number, report: () => void): Step {
  let count = 0;
  return () => {
    if (++count % steps === 0) report();
  };
}

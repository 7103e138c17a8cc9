/**
 * Whether all generated cases are tried, at their full size, as before a release; else there is an answer in seconds.
 * A number is how many times as many: `ALL_CASES=20` looks for what is rare.
 */
export const TRIES_ALL = process.env['ALL_CASES'] !== undefined;
const TIMES = Math.max(1, Number(process.env['ALL_CASES']) || 1);

/** Whether other cases are generated in each run; else the same ones are, so that a change is all that a run judges. */
export const LOOKS_FURTHER = TIMES > 1;

/**
 * Of so many generated cases, how many are tried: one of ten, or of so many more where each of them takes long. Counted, never timed:
 * a busy machine tries the same.
 */
export const cases = (all: number, part = 10): number => (TRIES_ALL ? all * TIMES : Math.ceil(all / part));

/** Of a size that hostile text has, how much of it is made. */
export const hostileSize = (all: number): number => (TRIES_ALL ? all : Math.ceil(all / 10));

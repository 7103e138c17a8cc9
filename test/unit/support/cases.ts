/** Whether all generated cases are tried, at their full size: `npm test` does; who writes code gets an answer in seconds. */
const TRIES_ALL = process.env['ALL_CASES'] !== undefined;

/** Of so many generated cases, how many are tried. Counted, never timed: a busy machine tries the same. */
export const cases = (all: number): number => (TRIES_ALL ? all : Math.ceil(all / 10));

/** Of a size that hostile text has, how much of it is made. */
export const hostileSize = cases;

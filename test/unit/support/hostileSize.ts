/** Whether all is tried that there is, as in `npm test` (propertyTime.ts). */
const TRIES_ALL = Number(process.env['PROPERTY_MS'] ?? 0) > 1000;

/**
 * The size of a hostile text: whole in `npm test`, a tenth of it for who runs the unit tests while writing. Work that grows with
 * the square of the size is too slow for the time limit of a test at the whole size.
 */
export const hostileSize = (size: number): number => (TRIES_ALL ? size : Math.ceil(size / 10));

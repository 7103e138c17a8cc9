/** How many steps work takes for a text, and for one of four times as many pieces. */
export type Growth = readonly [few: number, many: number];

/** Work that grows with its text takes four times the steps for four times the pieces; what sorts takes a few more. */
const MOST_GROWTH = 5;

export const growsTooFast = ([few, many]: Growth): boolean => many >= MOST_GROWTH * few;
export const isSquare = ([few, many]: Growth): boolean => many > 2 * MOST_GROWTH * few;

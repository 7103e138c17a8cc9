/* What must hold of 5,000 notes, in milliseconds. */
export const INDEX_MS = 3000;
export const STALL_MS = 50;
export const SAVE_TO_TREE_MS = 50;
export const STATUSES_MS = 5000;

import type { Loopback } from '../loopback';

/** A browser asks programs on its machine for nothing that they do not offer to web pages. */
export const LOOPBACK: Loopback | undefined = undefined;

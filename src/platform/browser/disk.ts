import type { Disk } from '../disk';

/** A browser knows no files of a machine. */
export const DISK: Disk | undefined = undefined;

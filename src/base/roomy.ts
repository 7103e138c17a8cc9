/**
 * The C library of Linux asks the system for blocks of so many bytes directly: they cost memory only as far as they are
 * written to, and all of it is given back. Large blocks under this size that are let go of leave holes (glibc raises its
 * `M_MMAP_THRESHOLD` to their size), which together grow as large as what is kept.
 */
export const ROOMY_BYTES = 33 << 20;

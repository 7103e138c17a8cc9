/** Blocks of fewer bytes than this leave holes too small to matter. */
const LARGE_BYTES = 2 << 20;
const MAPPED_BYTES = 33 << 20;

/**
 * How many bytes to take for a large block that will be let go of: at least `MAPPED_BYTES`. The C library of Linux asks the
 * system for so much directly: it costs memory only as far as it is written to, and all of it is given back. Smaller large
 * blocks leave holes (glibc raises its `M_MMAP_THRESHOLD` to their size), which together grow as large as what is kept.
 */
export function allocationSize(bytes: number): number {
  return bytes < LARGE_BYTES ? bytes : Math.max(bytes, MAPPED_BYTES);
}

import { stat } from 'node:fs/promises';

/** Nobody may write. */
const WRITE_BITS = 0o222;

/** Whether a file of this machine is marked as read-only; false where that cannot be told. */
export async function isMarkedReadOnly(path: string): Promise<boolean> {
  try {
    return ((await stat(path)).mode & WRITE_BITS) === 0;
  } catch {
    return false;
  }
}

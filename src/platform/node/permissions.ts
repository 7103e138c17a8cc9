import { chmod, stat } from 'node:fs/promises';

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

/** Lets the same people read and write a file of this machine as another one; where that cannot be, it stays as it is. */
export async function copyPermissions(from: string, to: string): Promise<void> {
  try {
    await chmod(to, (await stat(from)).mode & 0o7777);
  } catch {
    // The file system knows no such permissions, or another one owns the file.
  }
}

import * as fs from 'node:fs/promises';
import type { Disk } from '../disk';

/** The files of this machine. */
export const DISK: Disk | undefined = {
  stat: async (path) => {
    const own = await fs.lstat(path);
    const isLink = own.isSymbolicLink();
    const stats = isLink ? await fs.stat(path) : own;
    return { isFolder: stats.isDirectory(), isLink, size: stats.size, mtime: stats.mtime.getTime() };
  },
  real: (path) => fs.realpath(path),
  read: (path) => fs.readFile(path),
  write: async (path, bytes) => {
    const file = await fs.open(path, 'wx');
    try {
      await file.writeFile(bytes);
      await file.datasync();
    } finally {
      await file.close();
    }
  },
  link: (from, to) => fs.link(from, to),
  replace: (from, to) => fs.rename(from, to),
  remove: (path) => fs.unlink(path),
};

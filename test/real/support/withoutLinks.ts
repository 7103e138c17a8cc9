import type { Disk } from '../../../src/platform/disk';

/** A disk that knows no links, as memory sticks and some network drives. */
export function withoutLinks(disk: Disk, code = 'EPERM'): Disk {
  return { ...disk, link: () => Promise.reject(Object.assign(new Error(`${code}: not permitted`), { code })) };
}

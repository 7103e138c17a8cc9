import { mkdir, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Whoever holds a lock longer than this has crashed, in milliseconds. */
const STALE = 3000;
const POLL = 15;

/**
 * Gives every window of the user its turn at a host: resolves to how many milliseconds to wait for it. Windows agree by a small file for
 * each host in `folder`. Never rejects: where files cannot be written, each window keeps to its own pace.
 */
export function sharedPace(folder: string): (host: string, gap: number) => Promise<number> {
  return async (host, gap) => {
    const file = join(folder, `${host.replace(/[^\w.-]/g, '_')}.next`);
    try {
      await mkdir(folder, { recursive: true });
      return await withLock(`${file}.lock`, async () => {
        const now = Date.now();
        const stated = Number(await readFile(file, 'utf8').catch(() => '0'));
        // A clock that was set back must not hold anybody for long.
        const next = Number.isFinite(stated) && stated - now < 120_000 ? Math.max(now, stated) : now;
        await writeFile(file, String(next + gap));
        return next - now;
      });
    } catch {
      return 0;
    }
  };
}

async function withLock<T>(lock: string, run: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      await (await open(lock, 'wx')).close();
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const age = await stat(lock).then(
        ({ mtimeMs }) => Date.now() - mtimeMs,
        () => 0,
      );
      if (age > STALE) await rm(lock, { force: true });
      else await new Promise((resolve) => setTimeout(resolve, POLL));
    }
  }
  try {
    return await run();
  } finally {
    await rm(lock, { force: true });
  }
}

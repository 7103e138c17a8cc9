import { mkdir, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Whoever holds a lock longer than this has crashed, in milliseconds. */
const STALE = 3000;
const POLL = 15;
/** Nobody's turn is further ahead, in milliseconds. */
const LONGEST_WAIT = 120_000;

/** How long a host wants to be left alone, in milliseconds, and by which HTTP status it said so. */
interface Rest {
  readonly ms: number;
  readonly status: number;
}

/** What the windows know of a host, in milliseconds since 1970. */
interface HostState {
  /** When the next request may go out. */
  readonly next: number;
  /** When the host said that it wants rest, until when, and by which status; zeros where it did not. */
  readonly restSaid: number;
  readonly restUntil: number;
  readonly restStatus: number;
}

/**
 * Gives every window of the user its turn at a host, and lets them know when it wants to be left alone. Windows agree by a small file for
 * each host in `folder`. Nothing rejects: where files cannot be written, or the signal is given, each window keeps to its own pace.
 */
export function sharedPace(folder: string) {
  const agree = async <T>(
    host: string,
    signal: AbortSignal,
    run: (file: string) => Promise<T>,
    alone: T,
  ): Promise<T> => {
    const file = join(folder, `${host.replace(/[^\w.-]/g, '_')}.next`);
    try {
      await mkdir(folder, { recursive: true });
      return await withLock(`${file}.lock`, signal, () => run(file));
    } catch {
      return alone;
    }
  };
  return {
    /** How many milliseconds to wait for one's turn, and the rest that the host wants. A turn is only taken where it wants none. */
    turn: (host: string, gap: number, signal: AbortSignal): Promise<{ wait: number; rest?: Rest }> =>
      agree<{ wait: number; rest?: Rest }>(
        host,
        signal,
        async (file) => {
          const now = Date.now();
          const state = await stateIn(file, now);
          if (state.restUntil > now) return { wait: 0, rest: { ms: state.restUntil - now, status: state.restStatus } };
          await writeState(file, { ...state, next: state.next + gap });
          return { wait: state.next - now };
        },
        { wait: 0 },
      ),
    /** Tells the other windows that the host wants rest. */
    rest: (host: string, { ms, status }: Rest, signal: AbortSignal): Promise<void> =>
      agree(
        host,
        signal,
        async (file) => {
          const now = Date.now();
          const state = await stateIn(file, now);
          if (state.restUntil >= now + ms) return;
          await writeState(file, { ...state, restSaid: now, restUntil: now + ms, restStatus: status });
        },
        undefined,
      ),
  };
}

/** What is written of a host. A clock that was set back must not hold anybody for long. */
async function stateIn(file: string, now: number): Promise<HostState> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const [next = 0, said = 0, until = 0, status = 0] = text.split(' ').map((each) => Number(each) || 0);
  const rests = said <= now && until > now;
  return {
    next: next - now < LONGEST_WAIT ? Math.max(now, next) : now,
    restSaid: rests ? said : 0,
    restUntil: rests ? until : 0,
    restStatus: rests ? status : 0,
  };
}

function writeState(file: string, { next, restSaid, restUntil, restStatus }: HostState): Promise<void> {
  return writeFile(file, [next, restSaid, restUntil, restStatus].join(' '));
}

async function withLock<T>(lock: string, signal: AbortSignal, run: () => Promise<T>): Promise<T> {
  for (;;) {
    signal.throwIfAborted();
    try {
      await (await open(lock, 'wx')).close();
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const age = await stat(lock).then(
        ({ mtimeMs }) => Date.now() - mtimeMs,
        () => 0,
      );
      // One from the future was made before the clock was set back.
      if (Math.abs(age) > STALE) await rm(lock, { force: true });
      else await new Promise((resolve) => setTimeout(resolve, POLL));
    }
  }
  try {
    return await run();
  } finally {
    await rm(lock, { force: true });
  }
}

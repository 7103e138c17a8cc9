import { readFileSync } from 'node:fs';

type ThreadUsage = () => { user: number; system: number };

const { threadCpuUsage } = process as typeof process & { threadCpuUsage?: ThreadUsage };
const sleeper = new Int32Array(new SharedArrayBuffer(4));

/**
 * CPU time of this thread in milliseconds: other work on the machine does not count. By `process.threadCpuUsage` where
 * there is one, else by what Linux tells of the thread (after a tiny sleep, which brings its figure up to date), else the
 * wall clock.
 */
export const threadCpu: () => number = threadCpuUsage
  ? fromNode(threadCpuUsage)
  : hasSchedstat()
    ? fromLinux
    : wallClock;

function fromNode(usage: ThreadUsage): () => number {
  return () => {
    const { user, system } = usage.call(process);
    return (user + system) / 1000;
  };
}

function fromLinux(): number {
  Atomics.wait(sleeper, 0, 0, 0.01);
  return Number(readFileSync('/proc/thread-self/schedstat', 'latin1').split(' ', 1)[0]) / 1e6;
}

function wallClock(): number {
  return performance.now();
}

function hasSchedstat(): boolean {
  try {
    return Number(readFileSync('/proc/thread-self/schedstat', 'latin1').split(' ', 1)[0]) > 0;
  } catch {
    return false;
  }
}

/** The value below which a share of the values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Measures for how long the event loop was held at a time, until it is stopped. */
export class Turns {
  #last = threadTime();
  #longest = 0;
  #isOver = false;

  constructor() {
    const turn = () => {
      this.#longest = Math.max(this.#longest, threadTime() - this.#last);
      this.#last = threadTime();
      if (!this.#isOver) setImmediate(turn);
    };
    setImmediate(turn);
  }

  /** Forgets what was measured. */
  reset(): void {
    this.#longest = 0;
  }

  /** The longest turn so far in milliseconds. */
  get longest(): number {
    return this.#longest;
  }

  stop(): void {
    this.#isOver = true;
  }
}

/**
 * The time that this thread has worked, in milliseconds: on a machine with other work, the time of day would count that, too.
 * Older versions of Node know that of all threads together, which is never less. (A histogram of the delay of timers does not see
 * turns in which timers follow on one another and nothing else is heard.)
 */
export function threadTime(): number {
  const { threadCpuUsage, cpuUsage } = process as {
    threadCpuUsage?: typeof process.cpuUsage;
    cpuUsage: typeof process.cpuUsage;
  };
  const { user, system } = (threadCpuUsage ?? cpuUsage).call(process);
  return (user + system) / 1000;
}

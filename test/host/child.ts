import { constants, setPriority } from 'node:os';
import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { atExit } from './cleanup';

/** How a child process came to its end. */
export interface ChildEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** What `spawn` takes, and the signal that ends the child when this process ends (SIGKILL unless told). */
export interface ChildOptions extends SpawnOptions {
  readonly signalAtExit?: NodeJS.Signals;
}

/** How long a child may take to end by itself when asked to, in milliseconds. */
const PATIENCE = 3000;

/** A child process with all its descendants: none of them outlives this process. */
export class Child {
  readonly process: ChildProcess;
  /** Settles when the child has ended or could not be started; never rejects. */
  readonly ended: Promise<ChildEnd>;
  #output = '';

  constructor(command: string, args: readonly string[], { signalAtExit, ...options }: ChildOptions = {}) {
    // A process group of its own is what can be ended as a whole.
    this.process = spawn(command, args, { ...options, detached: true });
    const forget = atExit(() => this.#signal(signalAtExit ?? 'SIGKILL'));
    this.ended = new Promise((resolve) => {
      this.process.once('error', () => resolve({ code: 127, signal: null }));
      this.process.once('exit', (code, signal) => resolve({ code, signal }));
    });
    void this.ended.then(forget);
    for (const stream of [this.process.stdout, this.process.stderr]) {
      stream?.on('data', (chunk) => (this.#output += String(chunk)));
    }
  }

  /** What the child has said so far where its output is piped; else nothing. */
  get output(): string {
    return this.#output;
  }

  /** Lets others go before it, and before those that it starts from now on. */
  yieldToOthers(): void {
    if (this.process.pid !== undefined) setPriority(this.process.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  }

  /** Ends the child and its descendants. */
  async stop(): Promise<void> {
    this.#signal('SIGTERM');
    const late = setTimeout(() => this.#signal('SIGKILL'), PATIENCE);
    await this.ended;
    clearTimeout(late);
    this.#signal('SIGKILL');
  }

  #signal(signal: NodeJS.Signals): void {
    if (this.process.pid === undefined) return;
    try {
      process.kill(-this.process.pid, signal);
    } catch {
      // Nobody of the group is left.
    }
  }
}

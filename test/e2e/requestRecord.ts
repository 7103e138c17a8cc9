import assert from 'node:assert/strict';
import type { LocalServer } from '../online/localServer';
import type { Elsewhere } from './elsewhere';

/** A time in which requests to addresses that begin so may be made. */
interface Span {
  readonly address: string;
  readonly from: number;
  to: number;
}

/** All that a VS Code sends, wherever to, and when its user did what may have something sent. */
export class RequestRecord {
  readonly #elsewhere: Elsewhere;
  readonly #servers: LocalServer[] = [];
  readonly #wanted: Span[] = [];

  constructor(elsewhere: Elsewhere) {
    this.#elsewhere = elsewhere;
  }

  /** Counts in what this server is asked. */
  watch(server: LocalServer): void {
    this.#servers.push(server);
  }

  /** Runs what the user does now: from the key press until what came of it is there. Requests are meant to be made. */
  async acting<T>(run: () => Promise<T>): Promise<T> {
    const span = { address: '', from: performance.now(), to: Infinity };
    this.#wanted.push(span);
    try {
      return await run();
    } finally {
      span.to = performance.now();
    }
  }

  /**
   * From now on the user follows what is read from addresses that begin so. It may be read at any time.
   * @returns ends it
   */
  following(address: string): () => void {
    const span = { address: `GET ${address}`, from: performance.now(), to: Infinity };
    this.#wanted.push(span);
    return () => void (span.to = performance.now());
  }

  /** The requests that no action of the user led to, as `GET http://…`. */
  unwanted(): string[] {
    const here = this.#servers.flatMap((server) =>
      server.heard.map(({ method, path, at }) => ({ line: `${method} ${server.url}${path}`, at })),
    );
    return [...here, ...this.#elsewhere.heard]
      .filter(
        ({ line, at }) =>
          !this.#wanted.some((span) => span.from <= at && at <= span.to && line.startsWith(span.address)),
      )
      .map(({ line }) => line);
  }

  /** Throws where there are such. */
  check(): void {
    assert.deepEqual(this.unwanted(), [], 'nobody is asked anything without an action of the user');
  }
}

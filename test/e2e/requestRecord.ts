import assert from 'node:assert/strict';
import type { LocalServer } from '../online/localServer';
import type { Elsewhere } from './elsewhere';

/** A time in which requests may be made that begin so, as `GET http://`. */
interface Span {
  readonly begins: readonly string[];
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
    const span = { begins: [''], from: performance.now(), to: Infinity };
    this.#wanted.push(span);
    try {
      return await run();
    } finally {
      span.to = performance.now();
    }
  }

  /**
   * From now on the user follows something: requests that begin so, as `GET http://`, may be made at any time.
   * @returns ends it
   */
  following(...begins: readonly string[]): () => void {
    const span = { begins, from: performance.now(), to: Infinity };
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
          !this.#wanted.some(
            (span) => span.from <= at && at <= span.to && span.begins.some((each) => line.startsWith(each)),
          ),
      )
      .map(({ line }) => line);
  }

  /** Throws where there are such. */
  check(): void {
    assert.deepEqual(this.unwanted(), [], 'nobody is asked anything without an action of the user');
  }
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it came over the wire. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  /** When it came, in milliseconds. */
  readonly at: number;
  readonly body: string;
}

/** What the server does with a request. */
export type Reply = (response: ServerResponse, request: Received) => void;

/** A real HTTP server on this machine that answers as services document it, and as they fail. It records every request. */
export class LocalServer {
  readonly received: Received[] = [];
  /** Every request since it listens, those too that were forgotten. */
  readonly heard: Received[] = [];
  readonly #server: Server;
  #port = 0;
  readonly #routes: { readonly path: RegExp; readonly reply: Reply; left: number }[] = [];

  private constructor() {
    this.#server = createServer((request, response) => void this.#take(request, response));
  }

  static async listen(): Promise<LocalServer> {
    const server = new LocalServer();
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    server.#port = (server.#server.address() as AddressInfo).port;
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Answers requests of such a path, the latest rule first; so many times, or always. */
  on(path: RegExp, reply: Reply, times = Infinity): void {
    this.#routes.unshift({ path, reply, left: times });
  }

  /** Forgets rules and requests. */
  reset(): void {
    this.#routes.length = 0;
    this.received.length = 0;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', this.url);
    const { method = '', headers } = request;
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const received: Received = { method, path: pathname, query: searchParams, headers, at: performance.now(), body };
    this.received.push(received);
    this.heard.push(received);
    const route = this.#routes.find(({ path, left }) => left > 0 && path.test(decodeURIComponent(pathname)));
    if (!route) return void response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Resource not found.');
    route.left--;
    route.reply(response, received);
  }
}

/** Answers with JSON. */
export const json =
  (value: unknown, headers: Readonly<Record<string, string>> = {}): Reply =>
  (response) =>
    void response
      .writeHead(200, { 'Content-Type': 'application/json; charset=utf-8', ...headers })
      .end(JSON.stringify(value));

/** Answers with a text of some media type. */
export const text =
  (body: string, mediaType: string, status = 200, headers: Readonly<Record<string, string>> = {}): Reply =>
  (response) =>
    void response.writeHead(status, { 'Content-Type': mediaType, ...headers }).end(body);

/** Answers with a status and nothing much. */
export const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): Reply =>
  (response) =>
    void response.writeHead(code, headers).end(code === 304 ? undefined : 'no');

/** Never answers. */
export const silence: Reply = () => undefined;

/** Says how long the answer is, sends half of it, and hangs up. */
export const cutOff =
  (body: string): Reply =>
  (response) => {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(body)) });
    response.write(body.slice(0, body.length / 2), () => response.destroy());
  };

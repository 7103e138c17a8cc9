import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request for another machine. */
interface Heard {
  /** As `GET http://host/path`, or `CONNECT host:443` where it is encrypted. */
  readonly line: string;
  /** When it came, in milliseconds. */
  readonly at: number;
}

/** A proxy that lets nothing through to other machines, and records what was meant for them. */
export class Elsewhere {
  readonly heard: Heard[] = [];
  readonly #server: Server;

  private constructor() {
    const hear = (method = '', url = '') => this.heard.push({ line: `${method} ${url}`, at: performance.now() });
    this.#server = createServer((request, response) => {
      hear(request.method, request.url);
      response.writeHead(502).end();
    });
    this.#server.on('connect', (request, socket) => {
      hear(request.method, request.url);
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    });
  }

  static async listen(): Promise<Elsewhere> {
    const proxy = new Elsewhere();
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    proxy.#server.unref();
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** What has a process and those that it starts ask here for all that is not on this machine, whatever in them asks. */
  get environment(): NodeJS.ProcessEnv {
    const names = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY'].flatMap((name) => [name, name.toLowerCase()]);
    const near = '127.0.0.1,localhost';
    return {
      ...Object.fromEntries(names.map((name) => [name, this.url])),
      NO_PROXY: near,
      no_proxy: near,
      NODE_USE_ENV_PROXY: '1',
    };
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

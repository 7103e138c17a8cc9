import { createServer, type AddressInfo, type Server } from 'node:net';
import { createInterface } from 'node:readline';
import type { Report } from './report';
import type { Tally } from './tally';

/** Listens to one test run inside VS Code, prints its output and keeps its result. */
export class ReportServer {
  readonly #server: Server;
  #started = false;
  #tally: Tally | undefined;

  constructor() {
    this.#server = createServer((socket) => {
      socket.on('error', () => undefined);
      createInterface({ input: socket }).on('line', (line) => this.#receive(JSON.parse(line) as Report));
    });
  }

  static async listen(): Promise<ReportServer> {
    const reports = new ReportServer();
    await new Promise<void>((resolve) => reports.#server.listen(0, '127.0.0.1', resolve));
    return reports;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Whether the tests began to run. */
  get started(): boolean {
    return this.#started;
  }

  /** The result; undefined where the run did not come to its end. */
  get tally(): Tally | undefined {
    return this.#tally;
  }

  close(): void {
    this.#server.close();
  }

  #receive(report: Report): void {
    switch (report.kind) {
      case 'start':
        this.#started = true;
        break;
      case 'output':
        console.log(report.text);
        break;
      case 'end': {
        const { passed, failed, skipped, parts } = report;
        this.#tally = { passed, failed, skipped, parts };
        break;
      }
    }
  }
}

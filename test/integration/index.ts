import { connect, type Socket } from 'node:net';
import { format } from 'node:util';
import Mocha from 'mocha';
import { REPORT_PORT, type Report, TEST_NAMES } from '../host/report';
import { add, NOTHING, type Tally } from '../host/tally';

/** The connection to the process that started VS Code. */
class Reporter {
  readonly #socket: Socket;

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('error', () => undefined);
  }

  static async connect(): Promise<Reporter> {
    const socket = connect(Number(process.env[REPORT_PORT]), '127.0.0.1');
    await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    return new Reporter(socket);
  }

  send(report: Report): void {
    this.#socket.write(`${JSON.stringify(report)}\n`);
  }

  /** Sends what is still under way, then hangs up. */
  close(): Promise<void> {
    return new Promise((resolve) => this.#socket.end(resolve));
  }
}

/** Runs the tests that `define` describes. Their result is what it reports; it rejects only where they cannot run. */
export async function runMocha(define: () => void): Promise<void> {
  const reporter = await Reporter.connect();
  reporter.send({ kind: 'start' });
  Mocha.reporters.Base.consoleLog = (...values: unknown[]) =>
    reporter.send({ kind: 'output', text: format(...values) });
  const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', timeout: 100_000, color: false });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  define();
  const names = process.env[TEST_NAMES];
  if (names) mocha.grep(new RegExp(names));
  const parts = await new Promise<Readonly<Record<string, Tally>>>((resolve) => {
    const tallies: Record<string, Tally> = {};
    const count = (found: Partial<Tally>) => (runnable: Mocha.Runnable) => {
      const [title] = runnable.titlePath();
      tallies[title] = add(tallies[title] ?? NOTHING, { ...NOTHING, ...found });
    };
    const runner = mocha.run(() => resolve(tallies));
    runner
      .on('pass', count({ passed: 1 }))
      .on('fail', count({ failed: 1 }))
      .on('pending', count({ skipped: 1 }));
  });
  reporter.send({ kind: 'end', ...Object.values(parts).reduce(add, NOTHING), parts });
  await reporter.close();
}

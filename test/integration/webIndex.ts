import 'mocha/mocha.js';
import { REPORT_MARK, type Report } from '../host/report';

/* The tests inside the web extension host, where Mocha is its browser build and reports go to the console. */

let reports = 0;

/** The console of a worker is seen twice: its number tells a report that came already. */
function send(report: Report): void {
  console.log(`${REPORT_MARK}${JSON.stringify([reports++, report])}`);
}

/** Tells each test as Mocha's "spec" does. */
class Reporter {
  constructor(runner: Mocha.Runner) {
    const say = (text: string) => send({ kind: 'output', text });
    runner.on('suite', ({ title }: Mocha.Suite) => say(`  ${title}`));
    runner.on('pass', ({ title, duration }: Mocha.Test) => say(`    ✔ ${title} (${duration}ms)`));
    runner.on('fail', (test: Mocha.Test, error: Error) => say(`    ✘ ${test.fullTitle()}\n${error.stack ?? error}`));
  }
}

/** Runs the tests that `define` describes. Their result is what it reports; it rejects only where they cannot run. */
export async function runMocha(define: () => void): Promise<void> {
  // Mocha reads the address of the page, which a worker of VS Code has not.
  const scope = globalThis as { location?: object };
  scope.location ??= { search: '', pathname: '/' };
  send({ kind: 'start' });
  mocha.setup({ ui: 'bdd', reporter: Reporter as unknown as Mocha.ReporterConstructor, timeout: 60_000 });
  define();
  const stats = await new Promise<Mocha.Stats | undefined>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats));
  });
  const { passes = 0, failures = 0, pending = 0 } = stats ?? {};
  send({ kind: 'end', passed: passes, failed: failures, skipped: pending });
}

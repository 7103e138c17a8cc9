import { writeFileSync } from 'node:fs';
import { reporters, type MochaOptions, type Runner } from 'mocha';
import { withSourcePlaces } from './sourcePlaces';
import { TALLY_FILE, type Tally } from './tally';

/** mocha's own report, and the tally of the run for whoever asked for it: dots for many tests, lines for few. */
class TallyReporter extends reporters.Base {
  constructor(runner: Runner, options: MochaOptions) {
    super(runner, options);
    runner.on('fail', (_, error: { stack?: string }) => {
      if (error.stack) error.stack = withSourcePlaces(error.stack);
    });
    new (runner.total > 100 ? reporters.Dot : reporters.Spec)(runner, options);
    const file = process.env[TALLY_FILE];
    runner.once('end', () => {
      const { passes, failures, pending } = this.stats;
      const tally: Tally = { passed: passes, failed: failures, skipped: pending };
      if (file) writeFileSync(file, JSON.stringify(tally));
    });
  }
}

export = TallyReporter;

import { atATime } from './atATime';
import { TEST_NAMES } from './report';
import { runSuite, type Suite } from './suite';
import { add, describeTally, NOTHING, type Tally } from './tally';

/**
 * Runs suites, so many side by side. Those that may be tried again are, where they fail: when all others are done, alone, and once.
 * What failed at first stays in the output.
 */
export async function runSuites(limit: number, suites: readonly Suite[]): Promise<readonly Tally[]> {
  const tallies = [...(await atATime(limit, suites, runSuite, ({ share = 1 }) => share))];
  for (const [i, suite] of suites.entries()) {
    if (tallies[i].failed === 0 || !suite.again) continue;
    const { rest, kept } = failedParts(suite, tallies[i]);
    console.log(`\n── ${suite.name}: ${describeTally(tallies[i])}. What failed is tried once more, alone. ──`);
    tallies[i] = add(kept, await runSuite(rest));
  }
  return tallies;
}

/** The suite without the parts that passed, and what is counted of those; the whole suite where it tells of no parts. */
function failedParts(suite: Suite, { parts = {} }: Tally): { readonly rest: Suite; readonly kept: Tally } {
  const failed = Object.keys(parts).filter((title) => parts[title].failed > 0);
  if (failed.length === 0) return { rest: suite, kept: NOTHING };
  const pattern = new RegExp(`^(${failed.map((title) => title.replace(/[^\w\s]/g, '.')).join('|')}) `);
  const others = Object.entries(parts).filter(([title]) => !pattern.test(`${title} `));
  return {
    rest: { ...suite, env: { ...suite.env, [TEST_NAMES]: pattern.source } },
    kept: others.map(([, tally]) => tally).reduce(add, NOTHING),
  };
}

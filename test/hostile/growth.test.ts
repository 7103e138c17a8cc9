import assert from 'node:assert/strict';
import { type ChildProcess, execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { FAMILIES } from '../bench/faults/families';
import { bundledScript } from '../real/support/bundledScript';
import { growsTooFast, isSquare, type Growth } from './support/growth';

/** Fewer steps than these are of something that was not read. */
const FEWEST_STEPS = 100;

type Counts = readonly Growth[];

let folder: string;
let counting: { readonly counts: Promise<Counts>; child?: ChildProcess };

/** Counts in a process of its own what every family takes. */
async function count(): Promise<Counts> {
  const script = await bundledScript('test/hostile/support/countSteps.ts', folder);
  const running = promisify(execFile)(process.execPath, [script]);
  counting.child = running.child;
  return JSON.parse((await running).stdout) as Counts;
}

// Counted while the tests of all other files run.
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'steps-'));
  counting = { counts: count() };
  // Whoever waits for them is told.
  counting.counts.catch(() => {});
});
after(() => {
  counting.child?.kill();
  rmSync(folder, { recursive: true });
});

describe('The work for hostile texts grows with their size alone:', () => {
  let counts: Counts;
  before(async () => {
    counts = await counting.counts;
  });

  it('a square of it would be seen', () => {
    const squares = counts.slice(FAMILIES.length);
    assert.equal(squares.length, 2);
    for (const square of squares) assert.ok(isSquare(square), square.join(' steps, then '));
  });

  for (const [i, [name]] of FAMILIES.entries()) {
    it(name, () => {
      assert.ok(counts[i][0] > FEWEST_STEPS && !growsTooFast(counts[i]), counts[i].join(' steps, then '));
    });
  }
});

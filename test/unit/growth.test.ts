import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { FAMILIES } from '../bench/faults/families';

/** Work that grows with its text takes four times the steps for four times the pieces; what sorts takes a few more. */
const MOST_GROWTH = 5;

describe('The work for hostile texts grows with their size alone:', () => {
  let counts: [number, number][] = [];

  before(async () => {
    const script = fileURLToPath(new URL('support/countSteps.ts', import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script]);
    counts = JSON.parse(stdout) as [number, number][];
  });

  it('a square of it would be seen', () => {
    const squares = counts.slice(FAMILIES.length);
    assert.equal(squares.length, 2);
    for (const [few, many] of squares) assert.ok(many > 2 * MOST_GROWTH * few, `${few} steps, then ${many}`);
  });

  for (const [i, [name]] of FAMILIES.entries()) {
    it(name, () => {
      const [few, many] = counts[i];
      assert.ok(few > 300 && many < MOST_GROWTH * few, `${few} steps, then ${many}`);
    });
  }
});

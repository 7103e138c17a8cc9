import assert from 'node:assert/strict';
import { reasonOf } from '../../../src/base/reason';

/** What the engine throws at a piece of code. */
function thrown(code: () => unknown): unknown {
  try {
    code();
  } catch (error) {
    return error;
  }
  assert.fail('it did not throw');
}

describe('The reason that a user is told', () => {
  it('is what the one who refused says', () => {
    assert.equal(reasonOf(new Error('No space is left on the disk')), 'No space is left on the disk');
    assert.equal(reasonOf('Permission denied'), 'Permission denied');
  });

  it('is never in the words of the engine', () => {
    const endless = (): number => endless() + 1;
    const cases = {
      depth: thrown(endless),
      length: thrown(() => 'ab'.repeat(2 ** 30)),
      array: thrown(() => new Uint8Array(-1)),
      undefined: thrown(() => (undefined as unknown as { a: number }).a),
      wrapped: new Error('Maximum call stack size exceeded at line 1, column 800'),
      coded: new Error('TooDeep'),
      aliases: new ReferenceError('Excessive alias count indicates a resource exhaustion attack'),
      elsewhere: new Error("Cannot read properties of undefined (reading 'title')"),
      called: new Error('store.find is not a function'),
    };
    for (const [name, error] of Object.entries(cases)) {
      assert.match(reasonOf(error), /^(it is too large, or nested too deep|something unexpected happened)$/, name);
    }
  });
});

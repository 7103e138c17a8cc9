import assert from 'node:assert/strict';
import { nearestKeys } from '../../../src/citations/nearest';

describe('The nearest keys', () => {
  const keys = ['smith2020deep', 'smith2021deep', 'smyth2020deep', 'doe1999', 'a', 'Smith2020Deep2'];
  const cases: [key: string, nearest: string[]][] = [
    ['smith2020dep', ['smith2020deep', 'Smith2020Deep2', 'smith2021deep', 'smyth2020deep']],
    ['simth2020deep', ['smith2020deep', 'Smith2020Deep2', 'smith2021deep', 'smyth2020deep']],
    ['DOE1999', ['doe1999']],
    ['doe', ['doe1999']],
    ['zzzzzz', []],
    ['b', ['a']],
  ];
  for (const [key, nearest] of cases) it(key, () => assert.deepEqual(nearestKeys(key, keys), nearest));

  it('are no more than asked for', () => assert.equal(nearestKeys('smith2020', keys, 1).length, 1));
});

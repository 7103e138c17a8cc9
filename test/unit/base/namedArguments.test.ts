import assert from 'node:assert/strict';
import { positionalArguments } from '../../../src/base/namedArguments';

const are = (given: readonly unknown[], expected: readonly unknown[]) =>
  assert.deepEqual(positionalArguments(given), expected);

describe('The arguments of a command', () => {
  it('may be named by a keybinding, which gives one alone', () => {
    are([{ citekeys: ['a', 'b'], value: 'read' }], [['a', 'b'], 'read']);
    are([{ citekeys: 'a' }], ['a', undefined]);
    are([{ value: 4 }], [undefined, 4]);
  });

  it('stay as they are in all other cases', () => {
    const row = { entry: { citekey: 'a' }, value: 1 };
    are([row], [row]);
    are([row, [row]], [row, [row]]);
    are([['a', 'b']], [['a', 'b']]);
    are(['a', 'read'], ['a', 'read']);
    are([{}], [{}]);
    are([{ citekeys: 'a' }, 'read'], [{ citekeys: 'a' }, 'read']);
    are([null], [null]);
    are([], []);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { byteLines } from '../../../src/base/byteLines';

describe('The lines of bytes', () => {
  const lines = async (text: string, stretch: number) => {
    const found: string[] = [];
    for await (const some of byteLines(new TextEncoder().encode(text), { stretch })) found.push(...some);
    return found;
  };

  it('are those of the text, however much is decoded at a time', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.constantFrom('a', 'é', '漢', '😀', ' ')).map((signs) => signs.join(''))),
        fc.boolean(),
        fc.integer({ min: 1, max: 9 }),
        async (expected, isEnded, stretch) => {
          const text = expected.map((line) => `${line}\n`).join('') + (isEnded ? '' : 'end');
          assert.deepEqual(await lines(text, stretch), isEnded ? expected : [...expected, 'end']);
        },
      ),
    ));
});

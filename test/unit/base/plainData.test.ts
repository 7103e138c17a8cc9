import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fromBytes, toBytes } from '../../../src/base/plainData';
import { anyText } from '../notes/anyText';

const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value));
const leaf = fc.oneof(
  anyText(['😀'], 10),
  number,
  fc.boolean(),
  fc.constant(null),
  fc.uint8Array(),
  fc.uint16Array(),
  fc.uint32Array(),
  fc.int32Array(),
  fc.float64Array({ noNaN: true }),
);
const name = fc.string().filter((text) => text !== '$' && text !== '__proto__');
const data = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(fc.oneof(tie('value'), fc.constant(undefined)), { maxLength: 4 }),
    fc.array(fc.tuple(name, tie('value')), { maxLength: 4 }).map((entries) => new Map(entries)),
    fc.dictionary(name, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;

describe('plain data as bytes', () => {
  it('comes back as it was', () => {
    fc.assert(fc.property(data, (value) => assert.deepEqual(fromBytes(toBytes(value)), value)));
  });

  it('may lie anywhere in a larger buffer', () => {
    const bytes = toBytes({ places: Int32Array.of(1, -2, 3) });
    const larger = new Uint8Array(bytes.length + 7);
    larger.set(bytes, 7);
    assert.deepEqual(fromBytes(larger.subarray(7)), { places: Int32Array.of(1, -2, 3) });
  });

  it('has each of its typed arrays in a buffer of its own, which can be moved to another thread', () => {
    const { rows } = fromBytes(toBytes({ rows: Uint8Array.of(1, 2), ends: Uint32Array.of(2) })) as { rows: Uint8Array };
    assert.equal(rows.buffer.byteLength, 2);
  });

  it('is refused where it could not be told from what stands for an array', () => {
    assert.throws(() => toBytes({ fields: { $: 'Map' } }), TypeError);
  });

  it('is not read from other bytes', () => {
    assert.throws(() => fromBytes(Uint8Array.of(9, 0, 0, 0, 1, 2, 3)));
  });
});

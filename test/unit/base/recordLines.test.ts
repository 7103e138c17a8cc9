import assert from 'node:assert/strict';
import fc from 'fast-check';
import { atOnce } from '../../../src/base/cooperate';
import { isSameFile, recordLines, recordsOf } from '../../../src/base/recordLines';

const written = (records: readonly unknown[]) => atOnce(recordLines(records));
const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('A file of records', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (records) => {
        const expected: unknown = JSON.parse(JSON.stringify(records));
        assert.deepEqual([...recordsOf(written(records))], expected);
      }),
    );
    const many = Array.from({ length: 3000 }, (_, i) => ({ title: `Überblick ${i}\n` }));
    assert.deepEqual([...recordsOf(written(many))], many);
    assert.deepEqual([...recordsOf(written([]))], []);
  });

  it('that was cut off gives all records before that, wherever it was', () => {
    const records = [{ a: 1 }, { b: 'é' }, { c: [2] }];
    const bytes = written(records);
    for (let end = 0; end < bytes.length; end++) {
      const read = [...recordsOf(bytes.subarray(0, end))].filter((record) => record !== undefined);
      assert.deepEqual(read, records.slice(0, read.length));
      const whole = bytes.subarray(0, end).filter((byte) => byte === 10).length;
      assert.ok(read.length >= whole);
    }
  });

  it('loses no more than the lines that are damaged', () =>
    assert.deepEqual(
      [...recordsOf(bytesOf('{"a":1}\n\0\0\0\n{"b":\n{"c":3}\n'))],
      [{ a: 1 }, undefined, undefined, { c: 3 }],
    ));

  it('is the same as another where each byte is', () => {
    const bytes = written(Array.from({ length: 8000 }, (_, i) => ({ i })));
    const isSame = (other: Uint8Array) => atOnce(isSameFile(bytes, other));
    assert.ok(isSame(bytes.slice()));
    assert.ok(!isSame(bytes.slice(1)));
    for (const at of [0, 65_535, 65_536, bytes.length - 1]) assert.ok(!isSame(bytes.with(at, bytes[at] ^ 1)));
  });

  it('is written and read in short steps', () => {
    const records = Array.from({ length: 1000 }, (_, i) => ({ i }));
    assert.ok([...recordLines(records)].length >= records.length);
    const steps = recordsOf(written(records));
    assert.deepEqual(steps.next().value, { i: 0 });
  });
});

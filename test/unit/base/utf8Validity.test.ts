import assert from 'node:assert/strict';
import fc from 'fast-check';
import { countUtf8 } from '../../../src/base/utf8Validity';

describe('Counting UTF-8', () => {
  it('counts characters beyond ASCII, and bytes that belong to none', () => {
    assert.deepEqual(countUtf8(new TextEncoder().encode('aé中😀')), { characters: 3, invalid: 0 });
    assert.deepEqual(countUtf8(Uint8Array.of(0x61, 0xe9, 0x61, 0xc3)), { characters: 0, invalid: 2 });
  });

  it('finds nothing invalid exactly where a decoder does', () => {
    const bytes = fc.uint8Array({ maxLength: 6 });
    const near = fc.array(
      fc.constantFrom(0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc1, 0xc2, 0xe0, 0xed, 0xf0, 0xf4, 0xf5),
      {
        maxLength: 5,
      },
    );
    const isValid = (each: Uint8Array) => {
      try {
        new TextDecoder('utf-8', { fatal: true }).decode(each);
        return true;
      } catch {
        return false;
      }
    };
    const agrees = (each: Uint8Array) => (countUtf8(each).invalid === 0) === isValid(each);
    fc.assert(fc.property(bytes, agrees));
    fc.assert(fc.property(near, (each) => agrees(Uint8Array.from(each))));
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as browserChecksum from '../../../src/platform/browser/checksum';
import * as browserCompression from '../../../src/platform/browser/compression';
import * as nodeChecksum from '../../../src/platform/node/checksum';
import * as nodeCompression from '../../../src/platform/node/compression';

/** Bytes with stretches that come again. */
const bytes = fc
  .array(fc.uint8Array({ maxLength: 40 }), { maxLength: 8 })
  .map((parts) => Uint8Array.from([...parts, ...parts, ...parts].flatMap((part) => [...part])));

describe('Node and the browser', () => {
  const { compress, decompress } = nodeCompression;
  const sides = { node: nodeCompression, browser: browserCompression };

  for (const [name, side] of Object.entries(sides)) {
    it(`read what ${name} compressed`, () => {
      fc.assert(
        fc.property(bytes, (original) => {
          const compressed = side.compress(original);
          assert.deepEqual(new Uint8Array(decompress(compressed)), original);
          assert.deepEqual(browserCompression.decompress(compressed), original);
        }),
      );
    });

    it(`keep no more memory than what ${name} compressed takes`, () => {
      const compressed = side.compress(new TextEncoder().encode('attention '.repeat(1000)));
      assert.equal(compressed.buffer.byteLength, compressed.byteLength);
    });

    it(`refuse in ${name} what is not compressed`, () => {
      assert.throws(() => side.decompress(new TextEncoder().encode('[{"abstract":"plain"}]')));
    });
  }

  it('compress to about the same size', () => {
    const text = new TextEncoder().encode(Array.from({ length: 500 }, (_, i) => `{"title":"paper ${i * i}"}`).join());
    const [node, browser] = [compress(text).length, browserCompression.compress(text).length];
    assert.ok(Math.abs(node - browser) < node / 10, `${node} and ${browser} bytes`);
  });

  it('give bytes the same checksum, also in two parts', () => {
    fc.assert(
      fc.property(bytes, bytes, (first, second) => {
        const whole = nodeChecksum.crc32(Uint8Array.from([...first, ...second]));
        assert.equal(browserChecksum.crc32(second, browserChecksum.crc32(first)), whole);
        assert.equal(nodeChecksum.crc32(second, browserChecksum.crc32(first)), whole);
      }),
    );
  });
});

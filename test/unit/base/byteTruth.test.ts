import assert from 'node:assert/strict';
import { type InEditor, isHarmless, oddityOf } from '../../../src/base/byteTruth';

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

/** An editor that reads and saves as Node does. */
function inEditor(bytes: Uint8Array, encoding: 'utf8' | 'latin1' | 'utf16le'): InEditor {
  const text = Buffer.from(bytes).toString(encoding);
  const name = encoding === 'latin1' ? 'windows1252' : encoding;
  return { encoding: name, text, saved: new Uint8Array(Buffer.from(text, encoding)) };
}

describe('What is odd about a file', () => {
  const odd = (bytes: Uint8Array, encoding: 'utf8' | 'latin1' | 'utf16le' = 'utf8') =>
    oddityOf(bytes, inEditor(bytes, encoding));

  it('is nothing where saving gives every byte back', () => {
    assert.equal(odd(utf8('a\nÜ\n')), undefined);
    assert.equal(odd(utf8('\uFEFFa\r\nÜ\r\n')), undefined);
    assert.equal(odd(latin1('Caf\u00e9'), 'latin1'), undefined);
    assert.equal(odd(new Uint8Array()), undefined);
  });

  it('is a byte that is no text', () => {
    const bytes = new Uint8Array([...utf8('é\nčé '), 0xe9, 0x0a]);
    const position = { line: 1, character: 3 };
    assert.deepEqual(odd(bytes), { kind: 'byte', position, byte: 0xe9, encoding: 'utf8' });
  });

  it('is a byte that the encoding does not use', () => {
    const bytes = latin1('Ü\u0081');
    const saved = latin1('Ü?');
    const position = { line: 0, character: 1 };
    const editor = { encoding: 'windows1252', text: 'Ü\uFFFD', saved };
    assert.deepEqual(oddityOf(bytes, editor), { kind: 'byte', position, byte: 0x81, encoding: 'windows1252' });
  });

  for (const [what, ...bytes] of [
    ['a surrogate (CESU-8)', 0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80],
    ['a character written too long', 0xc0, 0x80],
    ['a lead byte at the end of the line', 0xc3],
    ['half of a character of four bytes', 0xf0, 0x9f, 0x98],
    ['a byte of continuation alone', 0x80],
    ['what no byte of UTF-8 is', 0xff],
    ['a character beyond the last', 0xf5, 0x80, 0x80, 0x80],
  ] as const) {
    it(`is a byte that is no UTF-8: ${what}`, () => {
      const oddity = odd(new Uint8Array([...utf8(`@book{${'é'.repeat(9)},\nß `), ...bytes, 0x0a]));
      assert.deepEqual(oddity, { kind: 'byte', position: { line: 1, character: 2 }, byte: bytes[0], encoding: 'utf8' });
      assert.equal(isHarmless(oddity), false);
    });
  }

  it('is one half of a character of UTF-16 alone', () => {
    const bytes = new Uint8Array([0xff, 0xfe, ...Buffer.from('@a', 'utf16le'), 0x3d, 0xd8, 0x0a, 0x00]);
    const editor = { encoding: 'utf16le', text: '@a\uD83D\n', saved: bytes };
    assert.ok(oddityOf(bytes, editor));
  });

  it('is half a unit at the end', () => {
    const bytes = new Uint8Array([...Buffer.from('\uFEFF@book', 'utf16le'), 0x20]);
    assert.deepEqual(odd(bytes, 'utf16le')?.kind, 'byte');
  });

  it('is an editor that reads other characters, though it would save them as they were', () => {
    const bytes = utf8('ab\ncÜ');
    assert.deepEqual(oddityOf(bytes, inEditor(bytes, 'latin1')), {
      kind: 'encoding',
      position: { line: 1, character: 1 },
      encoding: 'utf8',
      editor: 'windows1252',
    });
  });

  it('is a second byte order mark, and one that saving would add', () => {
    assert.deepEqual(odd(utf8('\uFEFF\uFEFFa')), { kind: 'mark' });
    const bytes = new Uint8Array(Buffer.from('@book{', 'utf16le'));
    const saved = new Uint8Array(Buffer.from('\uFEFF@book{', 'utf16le'));
    assert.deepEqual(oddityOf(bytes, { encoding: 'utf16le', text: '@book{', saved }), { kind: 'mark' });
  });

  it('is the first line that ends otherwise', () => {
    assert.deepEqual(odd(utf8('a\nbc\r\nd\n')), { kind: 'line-endings', position: { line: 1, character: 2 } });
    assert.deepEqual(odd(utf8('ab\rc\r')), { kind: 'line-endings', position: { line: 0, character: 2 } });
  });

  it('is being no text', () => {
    assert.deepEqual(odd(Uint8Array.of(80, 75, 3, 4, 0, 0, 8, 0, 99, 98)), { kind: 'binary' });
  });

  it('is harmless where no character is lost', () => {
    assert.equal(isHarmless({ kind: 'line-endings', position: { line: 0, character: 0 } }), true);
    assert.equal(isHarmless({ kind: 'binary' }), false);
  });
});

import assert from 'node:assert/strict';
import { decode } from '../../../src/base/decode';

const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
const swapped = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le').swap16());
const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

describe('Decoding', () => {
  const check = (bytes: Uint8Array, text: string, encoding: string) => {
    const decoded = decode(bytes);
    assert.ok(decoded.kind === 'text');
    assert.deepEqual([decoded.text, decoded.encoding], [text, encoding]);
  };

  it('takes UTF-8 with and without a byte order mark', () => {
    check(new TextEncoder().encode('Über'), 'Über', 'utf8');
    check(new TextEncoder().encode('\ufeffÜber'), 'Über', 'utf8bom');
  });

  it('takes UTF-16 in both orders, with and without a mark', () => {
    check(utf16('\ufeffÜber'), 'Über', 'utf16le');
    check(swapped('\ufeffÜber'), 'Über', 'utf16be');
    check(utf16('@book{key,'), '@book{key,', 'utf16le');
    check(swapped('@book{key,'), '@book{key,', 'utf16be');
  });

  it('takes what is no UTF-8 as Windows-1252, or as its JabRef line says', () => {
    check(latin('\u0093\u00dcber\u0094'), '“Über”', 'windows1252');
    check(new Uint8Array([...latin('% Encoding: ISO-8859-2\n'), 0xb3]), '% Encoding: ISO-8859-2\nł', 'iso88592');
    check(new Uint8Array([...latin('% Encoding: NONSENSE\n'), 0xdc]), '% Encoding: NONSENSE\nÜ', 'windows1252');
  });

  it('takes a UTF-8 file with a few bytes that are none for UTF-8', () => {
    const broken = new Uint8Array([...new TextEncoder().encode('Árpád '), 0xe9, ...new TextEncoder().encode(' Čech')]);
    check(broken, 'Árpád \ufffd Čech', 'utf8');
  });

  it('does not believe a file that says in single bytes that its units are wider', () => {
    check(latin('% Encoding: UTF-16\n\u00dcber'), '% Encoding: UTF-16\nÜber', 'windows1252');
  });

  it('takes every byte order mark from the start', () => {
    check(new TextEncoder().encode('\ufeff\ufeffÜber'), 'Über', 'utf8bom');
    check(utf16('\ufeff\ufeffÜber'), 'Über', 'utf16le');
  });

  it('takes UTF-32 for no text, with a mark that begins as that of UTF-16', () => {
    const wide = (text: string) => new Uint8Array(Uint32Array.from([...text], (c) => c.codePointAt(0)!).buffer);
    for (const bytes of [wide('\ufeff@book{a,'), wide('@book{a,')]) {
      assert.equal(decode(bytes).kind, 'binary');
      assert.equal(decode(bytes.map((_, i) => bytes[i ^ 3])).kind, 'binary');
    }
  });

  it('takes NUL bytes for no text', () => {
    assert.equal(decode(new Uint8Array([80, 75, 3, 4, 0, 0, 8, 0, 99, 98, 97, 0])).kind, 'binary');
  });
});

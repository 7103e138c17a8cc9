import assert from 'node:assert/strict';
import { decode } from '../../../src/library/formats/decode';
import { readBytes, readText } from '../../../src/library/formats/readers';

const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
const swapped = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le').swap16());
const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

describe('Decoding', () => {
  const check = (bytes: Uint8Array, text: string, encoding: string) =>
    assert.deepEqual(decode(bytes), { kind: 'text', text, encoding });

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

  it('takes NUL bytes for no text', () => {
    assert.equal(decode(new Uint8Array([80, 75, 3, 4, 0, 0, 8, 0, 99, 98, 97, 0])).kind, 'binary');
  });
});

describe('Reading a source', () => {
  const format = (fileName: string, text: string) => readText(fileName, text).format;

  it('goes by content where the name does not tell', () => {
    assert.equal(format('papers.txt', 'Title\nAbstract.'), 'text-list');
    assert.equal(format('library.csl.json', '[]'), 'csl-json');
    assert.equal(format('export.txt', '[{"id": "a", "title": "A"}]'), 'csl-json');
  });

  it('says what it cannot read', () => {
    const codes = (fileName: string, bytes: Uint8Array) => readBytes(fileName, bytes).problems.map(({ code }) => code);
    assert.deepEqual(codes('papers.txt', new Uint8Array([1, 0, 0, 2])), ['binary-file']);
    assert.deepEqual(codes('x.doc', latin('whatever')), ['unknown-format']);
    assert.deepEqual(codes('papers.txt', latin(' \n')), []);
  });
});

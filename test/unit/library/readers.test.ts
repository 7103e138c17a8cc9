import assert from 'node:assert/strict';
import { readBytes, readText } from '../../../src/library/formats/readers';

const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

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

import assert from 'node:assert/strict';
import type { FormatId } from '../../../src/library/formats/reader';
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

  it('tells that it goes on, whatever the format', () => {
    const COUNT = 100;
    const lines = (line: (i: number) => string) => Array.from({ length: COUNT }, (_, i) => line(i)).join('\n');
    const items = (item: (i: number) => object) => JSON.stringify(Array.from({ length: COUNT }, (_, i) => item(i)));
    const texts: Record<Exclude<FormatId, 'papis'>, readonly [fileName: string, text: string]> = {
      bibtex: ['x.bib', lines((i) => `@misc{k${i},title={T}}`)],
      ris: ['x.ris', lines((i) => `TY  - JOUR\nTI  - ${i}\nER  - `)],
      'csl-json': ['x.json', items((i) => ({ id: `k${i}`, title: 'T' }))],
      'csl-yaml': ['x.yaml', lines((i) => `- id: k${i}\n  title: T`)],
      'daily-papers': ['x.json', items((i) => ({ paper: { id: `${i}`, title: 'T' } }))],
      zotero: [
        'x.json',
        JSON.stringify({
          zotero: {},
          items: JSON.parse(items((i) => ({ key: `${i}`, itemType: 'book', title: 'T' }))) as unknown,
        }),
      ],
      nbib: ['x.nbib', lines((i) => `PMID- ${i + 1}\nTI  - T\n`)],
      endnote: ['x.enw', lines((i) => `%0 Book\n%T ${i}\n`)],
      'web-of-science': ['x.ciw', lines((i) => `PT J\nTI ${i}\nER\n`)],
      'text-list': ['x.txt', lines((i) => `Title ${i}\nAn abstract.`)],
    };
    for (const [format, [fileName, text]] of Object.entries(texts)) {
      let steps = 0;
      const read = readText(fileName, text, (reader, whole) => reader.read(whole, () => steps++));
      assert.deepEqual([read.format, read.papers.length], [format, COUNT]);
      assert.ok(steps >= COUNT, `${format}: ${steps} steps`);
    }
  });
});

import assert from 'node:assert/strict';
import { cslJsonReader } from '../../../src/library/formats/cslJson';
import { Library } from '../../../src/library/library';
import { toCsl } from '../../../src/library/formats/toCsl';
import { paper, reading } from './papers';

describe('An entry as CSL-JSON', () => {
  it('is the item that was read, with the citekey as id', () => {
    const item = { id: 'a', type: 'book', title: 'A', editor: [{ family: 'E' }], custom: { x: [1] }, volume: '7' };
    const library = new Library();
    library.setSource('x', cslJsonReader.read(JSON.stringify([item])));
    const csl = toCsl(library.get('a')!);
    assert.deepEqual(csl, item);
    csl.custom.x.push(2);
    assert.deepEqual(toCsl(library.get('a')!), item);
  });

  it('is made from what a text list gives', () => {
    const library = new Library();
    library.setSource('x', reading(paper('Pointer Networks', { abstract: 'We…', arxiv: '1506.03134' })));
    const csl = toCsl(library.get('pointernetworks')!);
    assert.deepEqual(JSON.parse(JSON.stringify(csl)), {
      id: 'pointernetworks',
      type: 'article',
      title: 'Pointer Networks',
      abstract: 'We…',
      number: 'arXiv:1506.03134',
    });
  });
});

import assert from 'node:assert/strict';
import { bibtexReader } from '../../../src/library/formats/bibtex';
import { cslJsonReader } from '../../../src/library/formats/cslJson';

describe('The relations of a paper', () => {
  const relations = (fields: string) => bibtexReader.read(`@book{a, title = {A}, ${fields}}`).papers[0].relations;

  it('are the keys that BibTeX fields name', () => {
    assert.deepEqual(relations('crossref = {p}, xdata = {x, y}, xref = { q }'), [
      { kind: 'crossref', to: 'p' },
      { kind: 'xdata', to: 'x' },
      { kind: 'xdata', to: 'y' },
      { kind: 'xref', to: 'q' },
    ]);
    assert.deepEqual(relations('related = {b,c}, relatedtype = {translationof}'), [
      { kind: 'related', to: 'b', type: 'translationof' },
      { kind: 'related', to: 'c', type: 'translationof' },
    ]);
    assert.deepEqual(relations('entryset = {b}'), [{ kind: 'entryset', to: 'b' }]);
    assert.equal(relations('related = {}, relatedtype = {reprintof}'), undefined);
    assert.equal(relations('year = 2000'), undefined);
  });

  it('are not inherited', () => {
    const { papers } = bibtexReader.read('@inbook{a, crossref = {b}}\n@book{b, title = {B}, related = {c}}');
    assert.deepEqual(papers[0].relations, [{ kind: 'crossref', to: 'b' }]);
  });

  it('are those that Crossref states', () => {
    const relation = {
      'is-preprint-of': [{ 'id-type': 'doi', id: '10.1000/x', 'asserted-by': 'subject' }, 7, { id: 'none' }],
      odd: 'text',
    };
    const { papers } = cslJsonReader.read(JSON.stringify([{ id: 'a', type: 'article', title: 'A', relation }]));
    assert.deepEqual(papers[0].relations, [{ kind: 'related', to: 'doi:10.1000/x', type: 'is-preprint-of' }]);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cslJsonReader } from '../../../../src/library/formats/cslJson';
import { readLibrary } from '../../../cases';
import { anyText } from '../papers';
import { cases } from '../../support/cases';

const read = (text: string) => cslJsonReader.read(text);
const one = (item: object) => read(JSON.stringify([item])).papers[0];
const problems = (text: string) =>
  read(text).problems.map(({ code, range }) => `${range.start.line}:${range.start.character} ${code}`);

describe('The CSL-JSON reader', () => {
  it('reads what lists and search need', () => {
    const paper = one({
      id: 'vaswani2017attention',
      type: 'paper-conference',
      title: 'Attention Is <i>All</i> You Need',
      author: [{ family: 'Vaswani', given: 'Ashish' }],
      issued: { 'date-parts': [['2017', 6]] },
      'container-title': 'NeurIPS',
      DOI: 'https://doi.org/10.48550/arXiv.1706.03762',
      keyword: 'attention; models',
    });
    assert.equal(paper.statedKey, 'vaswani2017attention');
    assert.equal(paper.title, 'Attention Is All You Need');
    assert.deepEqual(paper.authors, [{ family: 'Vaswani', given: 'Ashish' }]);
    assert.equal(paper.year, 2017);
    assert.equal(paper.venue, 'NeurIPS');
    assert.equal(paper.doi, '10.48550/arXiv.1706.03762');
    assert.equal(paper.arxiv, '1706.03762');
    assert.deepEqual(paper.keywords, ['attention', 'models']);
  });

  it('takes the stated key from citation-key, then id; a web address is none', () => {
    assert.equal(one({ id: 'http://zotero.org/users/1/items/A', 'citation-key': 'k', title: 'T' }).statedKey, 'k');
    assert.equal(one({ id: 12, title: 'T' }).statedKey, '12');
    assert.equal(one({ id: 'http://zotero.org/users/1/items/A', title: 'T' }).statedKey, undefined);
  });

  it('gives the range of each item', () => {
    const text = '[\n  {"id": "a", "title": "A, ] \\" }"},\n\t{"id": "b",\n "title": "B"}\n]';
    assert.deepEqual(
      read(text).papers.map(({ range }) =>
        [range.start, range.end].map((at) => `${at.line}:${at.character}`).join(' '),
      ),
      ['1:2 1:35', '2:1 3:14'],
    );
  });

  it('loses only the item that is broken', () => {
    const text = '[{"id": "a", "title": "A"},\n{"id": "b" "title": "B"},\n{"id": "c", "title": "C"}]';
    assert.deepEqual(
      read(text).papers.map((paper) => paper.statedKey),
      ['a', 'c'],
    );
    assert.deepEqual(problems(text), ['1:11 invalid-json']);
  });

  it('keeps what a text that breaks off holds', () => {
    assert.deepEqual(problems('[{"id": "a", "title": "A"}'), ['0:26 invalid-json']);
    assert.equal(read('[{"id": "a", "title": "A"}').papers.length, 1);
    assert.deepEqual(problems('[{"id": "a", "title": "A"}, {"id'), ['0:29 invalid-json', '0:32 invalid-json']);
  });

  it('tells JSON that is no CSL from broken JSON', () => {
    for (const text of ['{}', '[1, 2]', '"text"', '[{"name": "a", "title": "b"}]', '{"references": 3}']) {
      assert.deepEqual(problems(text), ['0:0 not-csl'], text);
    }
    assert.deepEqual(problems('['), ['0:1 invalid-json']);
    assert.deepEqual(problems('nonsense'), ['0:0 invalid-json']);
    assert.deepEqual(problems('[]'), []);
  });

  it('finds the items inside an object, and a lone item', () => {
    assert.equal(read('{"a": [{"items": []}], "items": [{"id": "a", "title": "A"}]}').papers.length, 1);
    assert.equal(read(' {"id": "a", "title": "A", "author": [{"family": "X"}]}').papers[0].range.start.character, 1);
  });

  it('leaves out fields of a wrong type, and says so', () => {
    const { papers, problems } = read(
      '[{"id": "a", "title": "A", "author": "X", "issued": 3, "DOI": {}, "volume": 7}]',
    );
    assert.deepEqual(
      problems.map((problem) => problem.code === 'wrong-field-type' && problem.fields),
      [['author', 'DOI']],
    );
    assert.equal(papers[0].year, 3);
    assert.deepEqual(papers[0].authors, []);
  });

  it('is not harmed by hostile shapes', () => {
    const paper = read(
      '[{"id": "a", "title": "A", "__proto__": {"type": "evil"}, "author": [{"__proto__": {"family": "E"}}]}]',
    ).papers[0];
    assert.equal(paper.type, 'document');
    assert.equal(({} as { type?: unknown }).type, undefined);
    assert.deepEqual(paper.authors, []);
    assert.deepEqual(problems(`[${'['.repeat(100_000)}`).at(0), '0:1 invalid-json');
    assert.deepEqual(problems(`[{"id":"a","title":"A","x":${'['.repeat(200)}${']'.repeat(200)}}]`), [
      '0:1 wrong-field-type',
    ]);
  });

  it('keeps items without a title that say anything else', () => {
    const read = (item: object) => readLibrary('x.json', JSON.stringify([{ id: 'z', title: 'Z' }, item])).entries.at(1);
    const author = [{ family: 'Ito', given: 'Emi' }];
    assert.equal(read({ id: 'a', author })?.citekey, 'a');
    assert.equal(read({ id: 'a', DOI: '10.1234/x' })?.csl.DOI, '10.1234/x');
    assert.equal(read({ type: 'book', author, issued: { 'date-parts': [[2001]] } })?.citekey, 'ito2001');
    assert.equal(read({ type: 'book', DOI: '10.1234/x' })?.csl.DOI, '10.1234/x');
  });

  it('says which item says nothing', () => {
    const { problems } = read('[{"id": "a", "title": "A"}, {"type": "book", "note": "n"}]');
    assert.deepEqual(
      problems.map((problem) => problem.code === 'item-without-title' && problem.index),
      [1],
    );
  });

  it('throws at nothing', () => {
    const valid =
      '[{"id": "a", "title": "A", "author": [{"family": "X"}], "issued": {"date-parts": [[1]]}}, {"id": 2}]';
    fc.assert(
      fc.property(fc.nat(valid.length), fc.nat(5), anyText, (at, cut, junk) => {
        assert.ok(read(valid.slice(0, at) + junk + valid.slice(at + cut)).papers.length <= 3);
      }),
      { numRuns: cases(100) },
    );
    fc.assert(
      fc.property(fc.json(), (json) => {
        assert.ok(Array.isArray(read(json).papers));
      }),
      { numRuns: cases(50) },
    );
  });
});

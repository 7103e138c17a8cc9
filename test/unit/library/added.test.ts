import assert from 'node:assert/strict';
import { bibtexReader } from '../../../src/library/formats/bibtex';
import { cslJsonReader } from '../../../src/library/formats/cslJson';
import { findMoment } from '../../../src/library/model/moment';

describe('When a paper was added', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['2024-05-06', '2024-05-06'],
    ['2024-05-06T07:08:09', '2024-05-06T07:08:09'],
    ['2024-05-06T07:08:09.000+0200', '2024-05-06T07:08:09'],
    ['2024-05-06 07:08:09 +0200', '2024-05-06T07:08:09'],
    ['2024-05-06T07:08Z', '2024-05-06T07:08:00'],
    ['2024.05.06', '2024-05-06'],
    ['2024/05/06', '2024-05-06'],
    ['Fri, 02 Nov 2018 13:46:31 +0100', undefined],
    ['2024-13-06', undefined],
    ['2024-05-066', undefined],
    ['2024', undefined],
  ];
  for (const [text, added] of cases) it(`by ${text}`, () => assert.equal(findMoment(text), added));

  it('is what BibTeX programs say of it', () => {
    const added = (fields: string) => bibtexReader.read(`@article{a, title = {A}, ${fields}}`).papers[0].added;
    assert.equal(
      added('date-added = {2012-03-04 13:37:00 +0100}, date-modified = {2020-01-01 00:00:00 +0000}'),
      '2012-03-04T13:37:00',
    );
    assert.equal(added('creationdate = {2023-05-04T10:22:33}, timestamp = {2024-01-01}'), '2023-05-04T10:22:33');
    assert.equal(added('timestamp = {2014.03.21}'), '2014-03-21');
    assert.equal(added('added-at = {2017-06-30T12:14:45.000+0200}'), '2017-06-30T12:14:45');
    assert.equal(added('timestamp = {Fri, 02 Nov 2018 13:46:31 +0100}'), undefined);
  });

  it('stays with its entry', () => {
    const { papers } = bibtexReader.read('@inbook{a, crossref = {b}}\n@book{b, title = {B}, timestamp = {2014-03-21}}');
    assert.deepEqual(papers.map(({ added }) => added), [undefined, '2014-03-21']); // prettier-ignore
  });

  it('is read beside the fields of CSL', () => {
    const { papers } = cslJsonReader.read(
      '[{"id": "a", "type": "book", "title": "A", "dateAdded": "2024-05-06T07:08:09Z"}]',
    );
    assert.equal(papers[0].added, '2024-05-06T07:08:09');
  });
});

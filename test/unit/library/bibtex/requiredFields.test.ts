import assert from 'node:assert/strict';
import { RequiredFields } from '../../../../src/library/bibtex/requiredFields';
import { bibtexReader } from '../../../../src/library/formats/bibtex';

/** The fields that each incomplete entry of a text lacks. */
function lacking(text: string): (readonly string[])[] {
  const { papers } = bibtexReader.read(text);
  return new RequiredFields()
    .problems(papers, 'information')
    .map((problem) => (problem.code === 'missing-field' ? problem.fields : []));
}

const complete = '@article{a, author = {A B}, title = {T}, journaltitle = {J}, date = {2020}}';

describe('Required fields', () => {
  it('are those of the type', () => {
    assert.deepEqual(lacking(complete), []);
    assert.deepEqual(lacking('@ARTICLE{a, author = {A B}, title = {T}, year = 2020}'), [['journaltitle']]);
    assert.deepEqual(lacking('@book{b, title = {T}}'), [['author', 'year/date']]);
    assert.deepEqual(lacking('@unheardof{x, title = {T}}'), []);
  });

  it('may have the names that BibTeX gives them', () => {
    assert.deepEqual(lacking('@article{a, author = {A B}, title = {T}, journal = {J}, year = 2020}'), []);
  });

  it('may be inherited', () => {
    const parent = '@proceedings{p, title = {P}, date = {2020}}';
    assert.deepEqual(lacking(`@inproceedings{c, author = {A B}, title = {T}, crossref = {p}}\n${parent}`), []);
  });

  it('are told at the citekey, as severely as asked', () => {
    const { papers } = bibtexReader.read(`${complete}\n  @book{some-key,\n}`);
    const [problem] = new RequiredFields().problems(papers, 'error');
    assert.equal(problem.severity, 'error');
    assert.deepEqual(problem.range, { start: { line: 1, character: 8 }, end: { line: 1, character: 16 } });
  });
});

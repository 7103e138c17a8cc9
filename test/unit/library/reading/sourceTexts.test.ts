import assert from 'node:assert/strict';
import { SourceTexts } from '../../../../src/library/reading/sourceTexts';

/** How many papers of a source, read a few times, are told to lack fields. */
function lacking(fileName: string, ...texts: string[]): number {
  const sources = new SourceTexts();
  const papers = texts.map((text) => sources.read(fileName, fileName, text).papers).at(-1)!;
  return sources.missingFields(fileName, papers, 'warning').length;
}

const bare = '@article{a, title = {T}}\n';
const ris = 'TY  - JOUR\nTI  - T\nER  - \n';

describe('Fields that a source lacks', () => {
  it('are told by the format that demands them', () => {
    assert.equal(lacking('a.bib', bare), 1);
    assert.equal(lacking('a.ris', ris), 0);
  });

  it('are those of the last text', () => {
    assert.equal(lacking('a.bib', bare, `${bare}${bare.replace('{a,', '{b,')}`), 2);
    assert.equal(lacking('a', bare, ris), 0);
    assert.equal(lacking('a.bib', bare, ''), 0);
  });

  it('are told of no source that is not read', () => {
    const sources = new SourceTexts();
    const { papers } = sources.read('a.bib', 'a.bib', bare);
    assert.deepEqual(sources.missingFields('b.bib', papers, 'warning'), []);
    sources.forget('a.bib');
    assert.deepEqual(sources.missingFields('a.bib', papers, 'warning'), []);
  });
});

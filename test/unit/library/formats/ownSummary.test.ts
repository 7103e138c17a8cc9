import assert from 'node:assert/strict';
import { applyEdits } from '../../../../src/base/textEdit';
import { hasOwnSummary, OWN_SUMMARY } from '../../../../src/library/formats/ownSummary';
import { readText } from '../../../../src/library/formats/readers';
import { Library } from '../../../../src/library/library';
import { changeSource } from '../../../../src/library/writing/changeSource';
import { isRefusal } from '../../../../src/library/writing/editRefusal';
import { writtenEntry } from '../../../../src/library/writing/writtenEntry';

describe('A summary of ours', () => {
  const sample = (annote: string, abstract?: string) =>
    JSON.stringify([{ id: 'a', type: 'book', title: 'T', abstract, annote }]);
  const isOurs = (name: string, text: string): boolean => hasOwnSummary(readText(name, text).papers[0]);

  it('is told by its annotation', () => {
    assert.equal(isOurs('a.csl.json', sample(OWN_SUMMARY, 'Said.')), true);
    assert.equal(isOurs('a.csl.json', sample('Read it again.', 'Said.')), false);
    assert.equal(isOurs('a.csl.json', sample(OWN_SUMMARY)), false);
    assert.equal(isOurs('a.bib', `@book{a, title = {T}, abstract = {Said.}, annotation = {${OWN_SUMMARY}}}`), true);
    assert.equal(isOurs('a.bib', '@book{a, title = {T}, abstract = {Said.}}'), false);
    assert.equal(isOurs('a.ris', 'TY  - BOOK\nTI  - T\nAB  - Said.\nER  - \n'), false);
  });

  const copied = (format: 'bibtex' | 'ris' | 'csl-json' | 'csl-yaml', name: string) =>
    it(`is told as one in a copy: ${name}`, () => {
      const library = new Library();
      library.setSource('file:///a.csl.json', readText('a.csl.json', sample(OWN_SUMMARY, 'Said.')));
      const entries = library.entries().map((entry) => writtenEntry(entry, format));
      const edits = changeSource(format, '', { kind: 'add', entries });
      assert.ok(!isRefusal(edits));
      assert.ok(isOurs(name, applyEdits('', edits)), applyEdits('', edits));
    });
  copied('bibtex', 'copy.bib');
  copied('ris', 'copy.ris');
  copied('csl-json', 'copy.csl.json');
  copied('csl-yaml', 'copy.yaml');
});

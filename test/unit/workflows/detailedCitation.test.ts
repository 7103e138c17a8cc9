import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/base/textEdit';
import type { CitationForm } from '../../../src/citations/syntax';
import { SYNTAXES, type SyntaxId } from '../../../src/citations/syntaxes';
import { type CiteDetails, detailedEdits, detailedItem, formsOf } from '../../../src/workflows/detailedCitation';

describe('A citation with details', () => {
  const all: CiteDetails = { prefix: 'see', locator: 'pp. 33-35', suffix: 'and more' };

  const cites = (
    id: SyntaxId,
    marked: string,
    details: CiteDetails,
    after: string,
    form: CitationForm = 'parenthetical',
  ) =>
    it(`in ${id}: ${after}`, () => {
      const offset = marked.indexOf('|');
      const text = marked.replace('|', '');
      const items = [detailedItem('k', details, SYNTAXES[id])];
      assert.equal(applyEdits(text, detailedEdits(text, [offset], items, form, SYNTAXES[id])), after);
    });
  cites('pandoc', 'As |.', all, 'As [see @k, pp. 33-35, and more].');
  cites('pandoc', 'As |.', {}, 'As [@k].');
  cites('pandoc', 'As |.', { prefix: '  ', locator: ' ' }, 'As [@k].');
  cites('pandoc', 'As |.', { locator: 'chap. 2' }, 'As @k [chap. 2].', 'narrative');
  cites('pandoc', 'As [see @a, p. 3|].', { locator: 'p. 7' }, 'As [see @a, p. 3; @k, p. 7].');
  cites('pandoc', 'As @a| says.', { prefix: 'cf.' }, 'As @a [cf. @k] says.');
  cites('myst', 'As [Cox](doi:10.1000|/x).', { locator: 'p. 7' }, 'As [Cox](doi:10.1000/x) {cite:p}`k{p. 7}`.');
  cites('latex', 'As |.', all, 'As \\cite[see][pp.~33-35, and more]{k}.');
  cites('latex', 'As |.', { suffix: '100% & more' }, 'As \\textcite[100\\% \\& more]{k}.', 'narrative');
  cites('latex', 'As \\parencite{a|}.', { prefix: 'cf.' }, 'As \\parencites{a}[cf.][]{k}.');
  cites('typst', 'As |.', { locator: 'p. 7' }, 'As @k[p.~7].');
  cites('org', 'As |.', all, 'As [cite:see @k pp. 33-35, and more].');
  cites('rst', 'As |.', {}, 'As :cite:p:`k`.');

  it('writes once for two cursors in one citation', () => {
    const text = 'As [@a; @b].';
    const edits = detailedEdits(text, [5, 9], [{ key: 'k' }], 'parenthetical', SYNTAXES.pandoc);
    assert.equal(applyEdits(text, edits), 'As [@a; @b; @k].');
  });

  const forms = (id: SyntaxId, expected: CitationForm[]) =>
    it(`has these forms in ${id}: ${expected.join(', ')}`, () =>
      assert.deepEqual(
        formsOf(SYNTAXES[id], [{ key: 'k' }]).map(({ form }) => form),
        expected,
      ));
  forms('pandoc', ['parenthetical', 'narrative', 'year', 'footnote']);
  forms('latex', ['parenthetical', 'narrative', 'year', 'author', 'footnote', 'nocite']);
  forms('asciidoc', ['parenthetical', 'narrative']);
});

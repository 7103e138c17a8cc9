import assert from 'node:assert/strict';
import { completionAt } from '../../../../src/citations/completion';
import { insertionAt } from '../../../../src/citations/insert';
import { applyEdits } from '../../../../src/base/textEdit';
import { syntaxFor } from '../../../../src/citations/syntaxes';
import { multimarkdown } from '../../../../src/citations/syntaxes/multimarkdown';
import { edited, findsAll } from './show';

describe('Citations in MultiMarkdown', () => {
  findsAll(multimarkdown, [
    ['As [#Doe:2006] says', 'parenthetical: Doe:2006'],
    ['[p. 3][#a]', 'parenthetical: a {p. 3}'],
    ['[][#a] [#b][]', 'parenthetical: a', 'parenthetical: b'],
    ['[p. 3, and more][#a]', 'parenthetical: a {p. 3} "and more"'],
    ['[#a;] says, [p. 3][#b;]', 'narrative: a', 'narrative: b {p. 3}'],
    ['[Not cited][#a] [NOT CITED][#b]', 'nocite: a', 'nocite: b'],
    ['[p. 3][#a][][#b][#c]', 'parenthetical: a {p. 3}; b; c'],
    ['[#a][p. 3][#b]', 'parenthetical: a; b {p. 3}'],
    ['[#a][#b;]', 'parenthetical: a', 'narrative: b'],
    ['[#a]\n\n[#a]: John Doe. *A Book*, see [#b].', 'parenthetical: a'],
    ['Note^[[#a]] and [see [#b]]', 'parenthetical: a', 'parenthetical: b'],
    ['text\n[#a]: a definition'],
    ['As in [#a]: it is', 'parenthetical: a'],
    ['`[#a]` <!-- [#b] --> \\[#c]\n\n```\n[#d]\n```\n\n    [#e]\n\n[#f]', 'parenthetical: f'],
    ['[#a](https://x.org) [[#heading]] [#12][gh] ![alt][#b] [#c d] [#] [text](#anchor)'],
    ['[text][#a]\n\n[#a]: https://x.org'],
  ]);

  it('are what tells its documents from those of Pandoc', () => {
    const id = (text: string) => syntaxFor('markdown', 'a.md', () => text).id;
    for (const text of ['[p. 3][#doe]', 'As [#doe] says', '[Not cited][#doe]']) assert.equal(id(text), 'multimarkdown');
    for (const text of [
      '',
      '[#doe] and [@roe]',
      '[#doe] and @roe',
      '[#doe] {cite:p}`a`',
      '`[#doe]`',
      'Fixes [#12].',
      '- [#A] first',
      '[[#doe]] [a](#doe)',
      '[#doe]\n\n[#doe]: https://x.org',
    ]) {
      assert.equal(id(text), 'pandoc', text);
    }
    assert.equal(syntaxFor('plaintext', 'a.mmd').id, 'multimarkdown');
  });

  it('are written with the locator before the key', () => {
    assert.equal(
      multimarkdown.format({ items: [{ key: 'a', locator: 'p. 3', suffix: 'ff' }, { key: 'b' }] }),
      '[p. 3, ff][#a][#b]',
    );
    assert.equal(multimarkdown.format({ form: 'narrative', items: [{ key: 'a](b' }] }), '[#a(b;]');
    assert.equal(multimarkdown.format({ form: 'nocite', items: [{ key: 'a' }] }), '[Not cited][#a]');
    assert.equal(multimarkdown.format({ items: [] }), '');
  });

  it('are edited, locators with their keys', () => {
    const text = '[p. 3][#a][#b]';
    const after = (edit: Parameters<typeof edited>[2]) => edited(multimarkdown, text, edit);
    assert.equal(
      after((found) => multimarkdown.addKeys(text, found, ['b', 'c'])),
      '[p. 3][#a][#b][#c]',
    );
    assert.equal(
      after((found) => multimarkdown.removeItem(text, found, 0)),
      '[#b]',
    );
    assert.equal(
      after((found) => multimarkdown.replaceKey(text, found, 0, 'new')),
      '[p. 3][#new][#b]',
    );
  });

  it('are completed and filled where they are begun', () => {
    assert.equal(completionAt('As [#sm', 7, multimarkdown)?.typed, 'sm');
    assert.equal(completionAt('As [p. 3][#]', 11, multimarkdown)?.typed, '');
    assert.equal(completionAt('`[#`', 3, multimarkdown), undefined);
    assert.equal(applyEdits('[#]', insertionAt('[#]', 2, ['a', 'b'], multimarkdown).edits), '[#a][#b]');
  });

  it('leave keys that the document defines, and numbers of issues, alone', () => {
    assert.deepEqual([...(multimarkdown.ownKeys?.('[#a]\n\n[#a]: A book') ?? [])], ['a']);
    const [citation] = multimarkdown.find('[#12]');
    assert.equal(multimarkdown.isSurelyCited?.('[#12]', citation, citation.items[0], true), false);
  });
});

import assert from 'node:assert/strict';
import { rst } from '../../../../src/citations/syntaxes/rst';
import { edited, findsAll } from './show';

describe('Citations in reStructuredText', () => {
  findsAll(rst, [
    ['>>> f() # :cite:`x`\n:cite:`y`\n\n:cite:`a`', 'parenthetical: a'],
    ['.. figure:: x\n   :alt: :cite:`x`\n   :figclass: y\n\n   By :cite:`a`', 'parenthetical: a'],
    ['See :cite:t:`1987:nelson` for an introduction.', 'narrative: 1987:nelson'],
    ['Non-standard analysis is fun :cite:p:`1987:nelson`.', 'parenthetical: 1987:nelson'],
    [':cite:`1987:nelson,2001:schechter`', 'parenthetical: 1987:nelson; 2001:schechter'],
    [':cite:p:`a, b,\nc`', 'parenthetical: a; b; c'],
    [':cite:p:`{see}item1{p. 1166}`', 'parenthetical: "see" item1 {p. 1166}'],
    [':cite:t:`{see, e.g.,}a{pp. 3, 5}, b`', 'narrative: "see, e.g.," a {pp. 3, 5}; b'],
    [':footcite:t:`a` and fun\\ :footcite:p:`b`', 'footnote: a', 'footnote: b'],
    [
      ':cite:ps:`a` :cite:cts:`b` :cite:year:`c` :cite:author:`d`',
      'parenthetical: a',
      'narrative: b',
      'year: c',
      'author: d',
    ],
    [':cite:p:`a,\nb` and :cite:t:`c`\n:cite:t:`d`', 'parenthetical: a; b', 'narrative: c', 'narrative: d'],
    ['`A\nlink`_ :cite:t:`c`', 'narrative: c'],
    [':cite:alp:`a` :cite:label:`b` :cite:super:`c`', 'parenthetical: a', 'parenthetical: b', 'parenthetical: c'],
    [':cite:yearpar:`a` :cite:authors:`b` :cite:cauthor:`c`', 'year: a', 'author: b', 'author: c'],
    [
      ':cite:p:`{see}a`, :cite:p:`{see} a {ch. 2} , {and}b`',
      'parenthetical: "see" a',
      'parenthetical: "see" a {ch. 2}; "and" b',
    ],
    [':footcite:ps:`a` :footcite:ct:`b` :footcitetext:`c`', 'footnote: a', 'footnote: b'],
    [':cite:empty:`a` :nocite:`b`', 'nocite: a', 'nocite: b'],
    ['.. note:: See :cite:`a`.\n\n   And :cite:`b`.', 'parenthetical: a', 'parenthetical: b'],
    ['.. [1] See :cite:`a`.\n.. |x| replace:: :cite:`b`', 'parenthetical: a', 'parenthetical: b'],
    ['``:cite:`a` `` and :cite:`b`', 'parenthetical: b'],
    ['``:cite:`x``` and :cite:`a`', 'parenthetical: a'],
    ['.. a comment :cite:`a`\n   :cite:`b`\n\n   :cite:`c`\n\n:cite:`d`', 'parenthetical: d'],
    ['..\n   :cite:`a`\n\n:cite:`b`', 'parenthetical: b'],
    ['.. code-block:: rst\n   :linenos:\n\n   :cite:`a`\n\n:cite:`b`', 'parenthetical: b'],
    ['Like this::\n\n   :cite:`a`\n\n:cite:`b`', 'parenthetical: b'],
    ['- item::\n\n    :cite:`a`\n\n- :cite:`b`', 'parenthetical: b'],
    [':ref:`a` :doc:`b` `text` [key]_ me@x.org @k'],
    [':cite:`` :cite:`unclosed'],
    ['\\:cite:`a` :x:cite:`b`'],
  ]);

  it('writes roles', () => {
    const items = [{ key: 'a', prefix: 'see', locator: 'p. 3' }, { key: 'b' }];
    assert.equal(rst.format({ items }), ':cite:p:`{see}a{p. 3},b`');
    assert.equal(rst.format({ items: [{ key: 'a`_ <x>' }], form: 'narrative' }), ':cite:t:`a_ x`');
    assert.equal(rst.format({ items: [{ key: 'a' }], command: 'cite' }), ':cite:`a`');
    assert.equal(rst.format({ items: [{ key: 'a' }], form: 'footnote' }), ':footcite:p:`a`');
  });

  it('edits roles', () => {
    const text = ':cite:p:`{see}a{p. 3}, b`';
    assert.equal(
      edited(rst, text, (found) => rst.addKeys(text, found, ['a', 'c'])),
      ':cite:p:`{see}a{p. 3}, b, c`',
    );
    assert.equal(
      edited(rst, text, (found) => rst.removeItem(text, found, 0)),
      ':cite:p:`b`',
    );
    assert.equal(
      edited(rst, text, (found) => rst.replaceKey(text, found, 0, 'new')),
      ':cite:p:`{see}new{p. 3}, b`',
    );
  });
});

import assert from 'node:assert/strict';
import { completionAt } from '../../../../src/citations/completion';
import { insertionAt } from '../../../../src/citations/insert';
import { applyEdits } from '../../../../src/base/textEdit';
import { syntaxFor } from '../../../../src/citations/syntaxes';
import { jekyll } from '../../../../src/citations/syntaxes/jekyll';
import { edited, findsAll } from './show';

describe('Citations in Jekyll-Scholar', () => {
  findsAll(jekyll, [
    ['{% cite ruby %}', 'parenthetical: ruby'],
    ['{%- cite derrida:purveyor -%} {%cite b%}', 'parenthetical: derrida:purveyor', 'parenthetical: b'],
    ['{% cite a b -l 2 -l 24 & 32 %}', 'parenthetical: a {2}; b {24 & 32}'],
    ['{% cite a b --locator 23-5 %}', 'parenthetical: a {23-5}; b'],
    ['{% cite a b -L chapter -l 3 %}', 'parenthetical: a {chapter -l 3}; b'],
    ['{% cite a -l 3, and more %}', 'parenthetical: a {3} "and more"'],
    ['{% cite a -A -l 42 %} {% cite b --suppress_author %}', 'year: a {42}', 'year: b'],
    ['{% cite a --prefix post1 --file books %}', 'parenthetical: a'],
    ['{% nocite a b %}', 'nocite: a; b'],
    ['{% cite_details a --text More %}', 'parenthetical: a'],
    ['{% quote a %}\nWords {% cite b %}.\n{% endquote %}', 'parenthetical: a', 'parenthetical: b'],
    ['It costs $5 {% cite a %} or $6', 'parenthetical: a'],
    ['{% cite %} {% citation a %} {% reference a %} {% cite {{ page.key }} %} {% cite a'],
    ['{% raw %}{% cite a %}{% endraw %}{% comment %}{% cite b %}{% endcomment %}{% cite c %}', 'parenthetical: c'],
    ['{% highlight md %}\n{% cite a %}\n{% endhighlight %}\n{% cite b %}', 'parenthetical: b'],
    [
      '`{% cite a %}` <!-- {% cite b %} -->\n\n```\n{% cite c %}\n```\n\n    {% cite d %}\n\n{% cite e %}',
      'parenthetical: e',
    ],
    ['{% cite open and {% cite a %}', 'parenthetical: a'],
    ['{% raw %} {% cite a %}', 'parenthetical: a'],
  ]);

  it('are what tells its documents from those of Pandoc', () => {
    const id = (text: string) => syntaxFor('markdown', 'a.md', () => text).id;
    for (const text of ['{% cite a %}', '{%- nocite a %}', '{% bibliography --cited %}', '{% cite_details a %}']) {
      assert.equal(id(text), 'jekyll', text);
    }
    for (const text of [
      '',
      '[@a]',
      '`{% cite a %}`',
      '{% include x %}',
      '{% raw %}{% cite a %}{% endraw %}',
      '{% citing %}',
    ]) {
      assert.equal(id(text), 'pandoc', text);
    }
  });

  it('are written with labels for all but pages', () => {
    assert.equal(jekyll.format({ items: [{ key: 'a', locator: 'p. 3' }, { key: 'b' }] }), '{% cite a b -l 3 %}');
    assert.equal(jekyll.format({ items: [{ key: 'a', locator: 'chap. 3' }] }), '{% cite a -L chapter -l 3 %}');
    assert.equal(jekyll.format({ form: 'year', items: [{ key: 'a' }] }), '{% cite a -A %}');
    assert.equal(jekyll.format({ form: 'nocite', items: [{ key: '-a b%}' }] }), '{% nocite ab% %}');
  });

  it('go in tags of their own where a locator would be given to the wrong key', () => {
    assert.equal(
      jekyll.format({ items: [{ key: 'a' }, { key: 'b', locator: 'p. 3' }] }),
      '{% cite a %} {% cite b -l 3 %}',
    );
  });

  it('are edited, locators with their keys', () => {
    const text = '{% cite a b -l 1 -L chapter -l 2 %}';
    const after = (edit: Parameters<typeof edited>[2], of = text) => edited(jekyll, of, edit);
    assert.equal(
      after((found) => jekyll.addKeys(text, found, ['b', 'c'])),
      '{% cite a b c -l 1 -L chapter -l 2 %}',
    );
    assert.equal(
      after((found) => jekyll.removeItem(text, found, 1)),
      '{% cite a -l 1 -L chapter %}',
    );
    assert.equal(
      after((found) => jekyll.replaceKey(text, found, 0, 'new')),
      '{% cite new b -l 1 -L chapter -l 2 %}',
    );
    const quote = '{% quote a %}Words{% endquote %}';
    assert.equal(
      after((found) => jekyll.removeItem(quote, found, 0), quote),
      'Words',
    );
  });

  it('are completed and filled where they are begun', () => {
    const typed = (text: string) => completionAt(text, text.length, jekyll)?.typed;
    assert.equal(typed('As {% cite sm'), 'sm');
    assert.equal(typed('As {% cite a '), '');
    assert.equal(typed('As {% include '), undefined);
    assert.equal(completionAt('{% cite  %}', 8, jekyll)?.typed, '');
    assert.equal(applyEdits('{% cite  %}', insertionAt('{% cite  %}', 8, ['a', 'b'], jekyll).edits), '{% cite a b %}');
    const text = '{% cite a -l 3 %}';
    assert.equal(applyEdits(text, insertionAt(text, 9, ['b'], jekyll).edits), '{% cite a b -l 3 %}');
  });
});

import assert from 'node:assert/strict';
import { typst, typstLabels } from '../../../../src/citations/syntaxes/typst';
import { edited, findsAll } from './show';

describe('Citations in Typst', () => {
  describe('in the supplements of others', () => {
    findsAll(typst, [
      ['@a[see @b] @c @d', 'parenthetical: a "see @b"; c; d', 'parenthetical: b'],
      [
        '@a[see @b @c[and @d]] and @e',
        'parenthetical: a "see @b @c[and @d]"',
        'parenthetical: b; c "and @d"',
        'parenthetical: d',
        'parenthetical: e',
      ],
      ['#cite(<a>, supplement: [see @b]) #cite(<c>)', 'parenthetical: a "see @b"; c', 'parenthetical: b'],
      [
        '#let x = cite(<a>, supplement: [as #cite(<b>)])\nx @c',
        'parenthetical: a "as #cite(<b>)"',
        'parenthetical: b',
        'parenthetical: c',
      ],
      ['@a[`@x` #link("@y")[z]] @b', 'parenthetical: a "`@x` #link("@y")[z]"; b'],
      ['#cite(<a>, supplement: "see @x")', 'parenthetical: a "see @x"'],
      ['@a[fig. @f] @b <f>', 'parenthetical: a "fig. @f"; b'],
    ]);
  });

  describe('references and calls', () => {
    findsAll(typst, [
      ['pirates long ago. @arrgh', 'parenthetical: arrgh'],
      ['Multiple sources say ... @arrgh @netwok.', 'parenthetical: arrgh; netwok'],
      ['@a\n@b\n\n@c', 'parenthetical: a; b', 'parenthetical: c'],
      ['@a and @b', 'parenthetical: a', 'parenthetical: b'],
      ['@k[p.~7] says', 'parenthetical: k {p.~7}'],
      ['@k[p.~7, and more][x]', 'parenthetical: k {p.~7} "and more"'],
      ['@k[see [1]]', 'parenthetical: k "see [1]"'],
      ['@k [p. 7]', 'parenthetical: k'],
      ['@k[unclosed', 'parenthetical: k'],
      ['#cite(<a>, supplement: "p. 3")', 'parenthetical: a {p. 3}'],
      ['#cite( label( "a(b)" ) , supplement: [p. 3] )', 'parenthetical: a(b) {p. 3}'],
      ['#if x { cite(<a>) } else [#cite(<b>)]', 'parenthetical: a', 'parenthetical: b'],
      ['#let f(x) = [@a #x]\n#f[@b]', 'parenthetical: a', 'parenthetical: b'],
      ['#cite(<arrgh>)', 'parenthetical: arrgh'],
      ['#cite(label("DBLP:books/lib/Knuth86a")).', 'parenthetical: DBLP:books/lib/Knuth86a'],
      ['#cite(<k>, form: "prose")', 'narrative: k'],
      ['#cite(<k>, form: "year") #cite(<k>, form: "author")', 'year: k', 'author: k'],
      ['#cite(<k>, form: none)', 'nocite: k'],
      ['#cite(<k>, supplement: [p. 3], form: "prose")', 'narrative: k {p. 3}'],
      ['#cite(form: "full", <k>)', 'parenthetical: k'],
      ['#cite(supplement: [p. 3], form: "year", <k>)', 'year: k {p. 3}'],
      ['#quote(attribution: label("k"))[So] #quote(attribution: label(k))[x]', 'parenthetical: k'],
      ['#quote(block: true, attribution: <k>)[So] #quote(attribution: [x])[y]', 'parenthetical: k'],
      ['#cite(\n  <k>,\n  supplement: [Ch. 2 (sic)],\n)', 'parenthetical: k {Ch. 2} "(sic)"'],
      ['#cite(<k>, style: "apa", supplement: [7])', 'parenthetical: k {7}'],
      ['#cite(<a>) @b', 'parenthetical: a; b'],
      ['#cite(<a>, form: "prose") #cite(<b>, form: "prose")', 'narrative: a; b'],
      ['#footnote[As @foot says.]', 'parenthetical: foot'],
      ['#figure(image("a@b.png"), caption: [See @cap, $@m$]) <fig>', 'parenthetical: cap'],
      ['#{ let x = cite(<code>); [and @markup] }', 'parenthetical: code', 'parenthetical: markup'],
      ['#let note = [@a]\n@b', 'parenthetical: a', 'parenthetical: b'],
      ['#set text(lang: "en"); @z', 'parenthetical: z'],
      ['#if draft [@a] else [@b]', 'parenthetical: a', 'parenthetical: b'],
      ['#table(columns: 2, [@a], [@b])', 'parenthetical: a', 'parenthetical: b'],
      ['#strong[@a].at(0) and #emph(strike[@b]) @c', 'parenthetical: a', 'parenthetical: b', 'parenthetical: c'],
      ['[@a] and *@b* _@c_', 'parenthetical: a', 'parenthetical: b', 'parenthetical: c_'],
    ]);
  });

  describe('keys', () => {
    findsAll(typst, [
      ['@smith2020:deep-x.', 'parenthetical: smith2020:deep-x'],
      ['@a: @b... (@c)', 'parenthetical: a', 'parenthetical: b', 'parenthetical: c'],
      ['@2020a @Müller @李2021', 'parenthetical: 2020a; Müller; 李2021'],
      ['text@key2020.', 'parenthetical: key2020'],
      ['@a_b-c.d:e', 'parenthetical: a_b-c.d:e'],
      ['#cite(<end.>)', 'parenthetical: end.'],
      ['@ @. @@a', 'parenthetical: a'],
    ]);

    it('reads an escaped label', () => {
      assert.equal(typst.find('#cite(label("a\\"b"))')[0].items[0].key, 'a"b');
    });
  });

  describe('what is no citation', () => {
    findsAll(typst, [
      ['me@example.org and first.last@uni-x.ac.uk'],
      ['\\@a'],
      ['// @a\n@b // @c', 'parenthetical: b'],
      ['/* @a /* @b */ @c */ @d', 'parenthetical: d'],
      ['`@a` ```typ @b``` `` @c', 'parenthetical: c'],
      ['```\n@a\n```\n@b', 'parenthetical: b'],
      ['$ x @a $ @b', 'parenthetical: b'],
      ['costs 5\\$ @a', 'parenthetical: a'],
      ['an unclosed $ @a\n\n@b', 'parenthetical: a', 'parenthetical: b'],
      ['https://x.org/@a @b', 'parenthetical: b'],
      ['#let mail = "x@y.z @a"\n@b', 'parenthetical: b'],
      ['#link("mailto:a@b.c")[@d]', 'parenthetical: d'],
      ['= Intro <intro>\nSee @intro and @x.', 'parenthetical: x'],
      ['@fig:a @b\n#figure[] <fig:a>', 'parenthetical: b'],
      ['#metadata(none)#label("a b")#label("c") @c @d', 'parenthetical: d'],
      ['#{ x.cite(<a>); recite(<b>); cited(<c>); my-cite(<d>); cite(<e>) }', 'parenthetical: e'],
      ['#{ "cite(<a>)"; /* cite(<b>) */ cite(<c>) } `#cite(<d>)`', 'parenthetical: c'],
      ['@preview/cetz @a', 'parenthetical: preview', 'parenthetical: a'],
      ['#ref(<a>) #link(<b>)[x] #incite(<c>) cite(<d>)', 'parenthetical: a'],
      ['#cite() #cite(x) #cite(<a> #cite(<'],
    ]);
  });

  it('knows the labels that a text sets', () => {
    const text = '= A <a>\n#figure[] <fig:b> #cite(<c>) `<d>` // <e>\n[text <f>]';
    assert.deepEqual(
      typstLabels(text).map(({ name }) => name),
      ['a', 'fig:b', 'f'],
    );
  });

  describe('written', () => {
    const cases: [expected: string, citation: Parameters<typeof typst.format>[0]][] = [
      ['@a @b', { items: [{ key: 'a' }, { key: 'b' }] }],
      ['@a[p. 3, and more]', { items: [{ key: 'a', locator: 'p. 3', suffix: 'and more' }] }],
      ['see @a', { items: [{ key: 'a', prefix: 'see' }] }],
      ['#cite(<a>, form: "prose")', { form: 'narrative', items: [{ key: 'a' }] }],
      ['#cite(<a>, form: "year", supplement: [p. 3])', { form: 'year', items: [{ key: 'a', locator: 'p. 3' }] }],
      ['#cite(<a>, form: "author")', { form: 'author', items: [{ key: 'a' }] }],
      ['#cite(<a>, form: none)', { form: 'nocite', items: [{ key: 'a' }] }],
      ['#footnote[@a]', { form: 'footnote', items: [{ key: 'a' }] }],
      ['#cite(label("a/b"), supplement: [3])', { items: [{ key: 'a/b', locator: '3' }] }],
      ['#cite(<a>, form: "year") @b', { items: [{ key: 'a', suppressAuthor: true }, { key: 'b' }] }],
      ['@a[\\[3\\]]', { items: [{ key: 'a', locator: '[3]' }] }],
      ['', { items: [] }],
    ];
    for (const [expected, citation] of cases)
      it(expected || 'nothing', () => assert.equal(typst.format(citation), expected));
  });

  describe('edited', () => {
    const removals: [text: string, index: number, after: string][] = [
      ['@a[p. 3] @b @c', 0, '@b @c'],
      ['@a @b[p. 3]', 1, '@a'],
      ['x @a y', 0, 'x  y'],
      ['#cite(<a>) #cite(<b>)', 1, '#cite(<a>)'],
    ];
    for (const [text, index, after] of removals) {
      it(`${text} without item ${index}`, () => {
        assert.equal(
          edited(typst, text, (found) => typst.removeItem(text, found, index)),
          after,
        );
      });
    }

    const replacements: [text: string, key: string, after: string][] = [
      ['@a[p.~3]', 'b', '@b[p.~3]'],
      ['@a[p.~3]', 'x/y', '#cite(label("x/y"), supplement: [p.~3])'],
      ['@a', 'x/y', '#cite(label("x/y"))'],
      ['#cite(<a>, form: "prose")', 'x/y', '#cite(label("x/y"), form: "prose")'],
      ['#cite(label("x/y"), form: "prose")', 'a', '#cite(<a>, form: "prose")'],
    ];
    for (const [text, key, after] of replacements) {
      it(`${text} with ${key}`, () => {
        assert.equal(
          edited(typst, text, (found) => typst.replaceKey(text, found, 0, key)),
          after,
        );
      });
    }

    it('adds in code as code', () => {
      const text = '#let x = cite(<a>)';
      assert.equal(
        edited(typst, text, (found) => typst.addKeys(text, found, ['b'])),
        '#let x = cite(<a>) + cite(<b>)',
      );
    });
  });
});

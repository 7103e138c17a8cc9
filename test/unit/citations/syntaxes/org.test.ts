import assert from 'node:assert/strict';
import { org } from '../../../../src/citations/syntaxes/org';
import { edited, findsAll } from './show';

describe('Citations in Org', () => {
  describe('styles and items', () => {
    findsAll(org, [
      ['[cite:@key]', 'parenthetical: key'],
      ['[cite:see @key p. 123]', 'parenthetical: "see" key {p. 123}'],
      ['[cite:@key1;@key2;@key3]', 'parenthetical: key1; key2; key3'],
      [
        '[cite: see @a p. 3 ; also @b, chap. 2, and more ]',
        'parenthetical: "see" a {p. 3}; "also" b {chap. 2} "and more"',
      ],
      ['[cite/t:@a]', 'narrative: a'],
      ['[cite/text:@a; @b]', 'narrative: a; b'],
      ['[cite/text/caps:@a]', 'narrative: a'],
      ['[cite/na:@a] [cite/noauthor/bare:@a]', 'year: a', 'year: a'],
      ['[cite/year:@a] [cite/y:@a]', 'year: a', 'year: a'],
      ['[cite/a:@a] [cite/author/full:@a]', 'author: a', 'author: a'],
      ['[cite/n:@a;@b] [cite/nocite:@c]', 'nocite: a; b', 'nocite: c'],
      ['[cite/ft:@a] [cite/note:@b]', 'footnote: a', 'footnote: b'],
      ['[cite//b:@a] [cite/nil:@b]', 'parenthetical: a', 'parenthetical: b'],
      ['[cite/title:@a] [cite/bibentry/b:@b]', 'parenthetical: a', 'parenthetical: b'],
      ['[cite:@a p. 3, x; passim]', 'parenthetical: a {p. 3} "x, passim"'],
      [
        '[cite:common prefix ;see @a p. 1;@b; common suffix]',
        'parenthetical: "common prefix ;see" a {p. 1}; b "common suffix"',
      ],
      ['[cite:@a;]', 'parenthetical: a'],
      ['[cite:@a [sic] p. 3]', 'parenthetical: a "[sic] p. 3"'],
      ['[cite:see [1] @a]', 'parenthetical: "see [1]" a'],
      ['[cite:\n@a p. 1;\n@b]', 'parenthetical: a {p. 1}; b'],
      ['[cite:;;see @a; ;@b;]', 'parenthetical: ";;see" a; b'],
      ['[cite:@a; x; @b; y]', 'parenthetical: a; b "y"'],
      ['[cite:@a p. 3; y]', 'parenthetical: a {p. 3} "y"'],
      ['[cite/locators/b:@a] [cite/text/bf:see @b]', 'parenthetical: a', 'narrative: "see" b'],
      ['[cite:see [cite:@a] there]', 'parenthetical: "see [cite:" a "] there"'],
      [
        '[cite:@a;\n@b]: [cite:@c]\n[cite:@d;\n@e]# [cite:@f]',
        'parenthetical: a; b',
        'parenthetical: c',
        'parenthetical: d; e',
        'parenthetical: f',
      ],
      ['[cite:@a and @b]', 'parenthetical: a "and @b"'],
      ['* Heading [cite:@a]\nText[cite:@b].', 'parenthetical: a', 'parenthetical: b'],
      ['- item [cite:@a]\n- [ ] task [cite:@b]', 'parenthetical: a', 'parenthetical: b'],
      ['| cell [cite:@a] | [cite:@b] |', 'parenthetical: a', 'parenthetical: b'],
      ['#+caption: See [cite:@a].', 'parenthetical: a'],
      ['#+begin_quote\n[cite:@a]\n#+end_quote', 'parenthetical: a'],
      ['[fn:1] See [cite:@a].', 'parenthetical: a'],
      ['[[https://x.org][see]] [cite:@a]', 'parenthetical: a'],
    ]);
  });

  describe('keys', () => {
    findsAll(org, [
      ['[cite:@smith2020:deep-x]', 'parenthetical: smith2020:deep-x'],
      ['[cite:@a/b+c_d.e]', 'parenthetical: a/b+c_d.e'],
      ['[cite:@Müller2020, p. 3]', 'parenthetical: Müller2020 {p. 3}'],
      ['[cite:@10.1093/nar(22)/22.4673]', 'parenthetical: 10.1093/nar(22)/22.4673'],
      ['[cite:me @ home @a]', 'parenthetical: "me @ home" a'],
    ]);
  });

  describe('what is no citation', () => {
    findsAll(org, [
      ['src_x{[cite:@x]} src_py[:a b]{[cite:@x]} [cite:@a]', 'parenthetical: a'],
      ['@@latex:[cite:@x]@@ [cite:@a]', 'parenthetical: a'],
      ['\\(x [cite:@x]\\) $$[cite:@x]$$ $[cite:@x]$ [cite:@a]', 'parenthetical: a'],
      ['for $5 [cite:@a] or $6 [cite:@b] @@x: src_y{', 'parenthetical: a', 'parenthetical: b'],
      ['# [cite:@a]\n  # [cite:@b]\n#\n[cite:@c]', 'parenthetical: c'],
      ['#+begin_src python\n[cite:@a]\n#+end_src\n[cite:@b]', 'parenthetical: b'],
      ['#+BEGIN_EXAMPLE\n[cite:@a]\n#+END_EXAMPLE'],
      ['#+begin_comment\n[cite:@a]\n#+end_comment\n#+begin_export html\n[cite:@b]\n#+end_export'],
      ['#+begin_src unclosed\n[cite:@a]', 'parenthetical: a'],
      [': fixed [cite:@a]\n:PROPERTIES:\n:X: [cite:@b]\n:END:\n[cite:@c]', 'parenthetical: c'],
      ['=[cite:@a]= ~[cite:@b]~ and [cite:@c]', 'parenthetical: c'],
      ['=open ~x~ [cite:@a] ~[cite:@b]~ =', 'parenthetical: a'],
      ['[cite:[cite:[cite:]]] [cite:@a]', 'parenthetical: a'],
      [':END: [cite:@a]\n:NAME: [cite:@b]', 'parenthetical: a', 'parenthetical: b'],
      ['a=b [cite:@a] c=d', 'parenthetical: a'],
      ['= [cite:@a] = and =open [cite:@b]', 'parenthetical: a', 'parenthetical: b'],
      ['@a and me@x.org and [@b]'],
      ['[cite] [cite:] [cite:a] [cites:@a] [cite/:'],
      ['[cite:@unclosed\n\n[cite:@a]', 'parenthetical: a'],
      ['cite:@a [[cite:a]]'],
      [''],
    ]);
  });

  describe('written', () => {
    const cases: [expected: string, citation: Parameters<typeof org.format>[0]][] = [
      ['[cite:@a; @b]', { items: [{ key: 'a' }, { key: 'b' }] }],
      ['[cite:see @a p. 3, and more]', { items: [{ key: 'a', prefix: 'see', locator: 'p. 3', suffix: 'and more' }] }],
      ['[cite/t:@a]', { form: 'narrative', items: [{ key: 'a' }] }],
      ['[cite/na:@a]', { form: 'year', items: [{ key: 'a' }] }],
      ['[cite/a:@a]', { form: 'author', items: [{ key: 'a' }] }],
      ['[cite/n:@a]', { form: 'nocite', items: [{ key: 'a' }] }],
      ['[cite/ft:@a]', { form: 'footnote', items: [{ key: 'a' }] }],
      ['[cite:@ab]', { items: [{ key: 'a];b' }] }],
      ['', { items: [] }],
    ];
    for (const [expected, citation] of cases)
      it(expected || 'nothing', () => assert.equal(org.format(citation), expected));
  });

  describe('edited', () => {
    const after = {
      '[cite:@a; @b]': '[cite:@a; @b; @c]',
      '[cite:@a;@b]': '[cite:@a;@b;@c]',
      '[cite/t:see @a p. 3]': '[cite/t:see @a p. 3; @c]',
      '[cite:@c]': '[cite:@c]',
    };
    for (const [text, expected] of Object.entries(after)) {
      it(`${text} with another key`, () => {
        assert.equal(
          edited(org, text, (found) => org.addKeys(text, found, ['c'])),
          expected,
        );
      });
    }

    it('takes an item out, and the citation with the last one', () => {
      const without = (text: string, index: number) => edited(org, text, (found) => org.removeItem(text, found, index));
      assert.equal(without('[cite:see @a p. 3; also @b]', 0), '[cite:also @b]');
      assert.equal(without('[cite:@a;@b;@c]', 1), '[cite:@a;@c]');
      assert.equal(without('x [cite:@a] y', 0), 'x  y');
    });

    it('replaces a key', () => {
      const text = '[cite:see @a p. 3]';
      assert.equal(
        edited(org, text, (found) => org.replaceKey(text, found, 0, 'n;ew')),
        '[cite:see @new p. 3]',
      );
    });
  });
});

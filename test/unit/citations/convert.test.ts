import assert from 'node:assert/strict';
import { convertedCitations, convertText } from '../../../src/citations/convert';
import type { SyntaxId } from '../../../src/citations/syntax';
import { SYNTAXES } from '../../../src/citations/syntaxes';

describe('Converting citations', () => {
  const cases: [from: SyntaxId, text: string, to: SyntaxId, expected: string][] = [
    ['pandoc', '[@k, p. 3]', 'typst', '@k[p.~3]'],
    ['pandoc', '@k', 'typst', '#cite(<k>, form: "prose")'],
    ['pandoc', '[-@k]', 'typst', '#cite(<k>, form: "year")'],
    ['pandoc', '@k [p. 3]', 'typst', '#cite(<k>, form: "prose", supplement: [p.~3])'],
    ['pandoc', '[@a; @b]', 'typst', '@a @b'],
    ['pandoc', '[@{a/b c}]', 'typst', '#cite(label("a/b c"))'],
    ['pandoc', '[see @a, pp. 33-35; also @b]', 'latex', '\\cites[see][pp.~33-35]{a}[also][]{b}'],
    ['pandoc', '@a [p. 3]', 'latex', '\\textcite[p.~3]{a}'],
    ['pandoc', '[-@a]', 'latex', '\\citeyear{a}'],
    ['pandoc', '[@a, p. 3 & more]', 'latex', '\\cite[p.~3, \\& more]{a}'],
    ['pandoc', '[see @a, p. 3; @b]', 'org', '[cite:see @a p. 3; @b]'],
    ['pandoc', '@a', 'org', '[cite/t:@a]'],
    ['pandoc', '[see @a, p. 3; @b]', 'myst', '{cite:p}`{see}a{p. 3}; b`'],
    ['pandoc', '[see @a, p. 3; @b]', 'rst', ':cite:p:`{see}a{p. 3},b`'],
    ['pandoc', '[see @a, 59; @b]', 'asciidoc', 'cite:see[a(59), b]'],
    ['pandoc', '^[[@a]]', 'latex', '\\footcite{a}'],
    ['latex', '\\cite[see][p.~3]{a,b}', 'pandoc', '[see @a; @b, p. 3]'],
    ['latex', '\\textcite[33--35]{a}', 'pandoc', '@a [33–35]'],
    ['latex', '\\parencite*{a}', 'pandoc', '[-@a]'],
    ['latex', '\\autocites[see][3]{a}[5, \\& more]{b}', 'pandoc', '[see @a, 3; @b, 5, & more]'],
    ['latex', '\\cite[\\S~2]{a}', 'pandoc', '[@a, § 2]'],
    ['latex', '\\citeauthor{a}', 'typst', '#cite(<a>, form: "author")'],
    ['latex', '\\nocite{a,b}', 'org', '[cite/n:@a; @b]'],
    ['typst', '@a[p.~7] @b', 'pandoc', '[@a, p. 7; @b]'],
    ['typst', '#cite(<a>, form: "prose", supplement: [p. 3])', 'latex', '\\textcite[p.~3]{a}'],
    ['typst', '#cite(<a>, form: "year")', 'pandoc', '[-@a]'],
    ['org', '[cite/t:@a p. 3]', 'pandoc', '@a [p. 3]'],
    ['org', '[cite:see @a; @b chap. 2]', 'typst', 'see @a @b[chap.~2]'],
    ['rst', ':cite:t:`{see}a{p. 3}`', 'pandoc', 'see @a [p. 3]'],
    ['asciidoc', 'citenp:[a(59)]', 'latex', '\\textcite[59]{a}'],
    ['pandoc', '[@a, {p. 3}]', 'pandoc', '[@a, p. 3]'],
  ];
  for (const [from, text, to, expected] of cases) {
    it(`${text} as ${to}`, () => {
      assert.deepEqual(convertedCitations(text, SYNTAXES[from], SYNTAXES[to]), [expected]);
    });
  }

  it('keeps the text around', () => {
    const text = 'See [@a] and `[@b]`,\nand @c.';
    assert.equal(convertText(text, SYNTAXES.pandoc, SYNTAXES.latex), 'See \\cite{a} and `[@b]`,\nand \\textcite{c}.');
  });
});

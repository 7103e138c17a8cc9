import assert from 'node:assert/strict';
import fc from 'fast-check';
import { convertedCitations, convertText } from '../../../src/citations/convert';
import type { CitationForm, CiteItem, Syntax } from '../../../src/citations/syntax';
import { SYNTAXES, type SyntaxId } from '../../../src/citations/syntaxes';
import { cases } from '../support/cases';

describe('Converting citations', () => {
  const cases: [from: SyntaxId, text: string, to: SyntaxId, expected: string][] = [
    ['pandoc', '[@k, p. 3]', 'typst', '@k[p.~3]'],
    ['latex', '\\cite{k}-like', 'typst', '#cite(<k>)'],
    ['latex', '\\textcite{k}-like', 'pandoc', '@{k}'],
    ['latex', '\\cite[S.\\,7]{k}', 'pandoc', '[@k, S. 7]'],
    ['pandoc', '[@k, pp. 7ff.]', 'latex', '\\cite[pp.~7ff.]{k}'],
    ['pandoc', '[@k, 100% sure]', 'latex', '\\cite[100\\% sure]{k}'],
    ['latex', '\\cite[p.\\ 7]{k}', 'pandoc', '[@k, p. 7]'],
    ['latex', '\\cite[p.\\thinspace 7]{k}', 'pandoc', '[@k, p. 7]'],
    ['latex', '\\cite[\\S\\S\\,7--9]{k}', 'pandoc', '[@k, §§ 7–9]'],
    ['pandoc', '[@k, §§ 7-9]', 'latex', '\\cite[\\S\\S~7-9]{k}'],
    ['latex', '\\cite[n\\textsuperscript{3}, x\\textsubscript{i}]{k}', 'org', '[cite:@k n³, xi]'],
    ['latex', '\\autocites(see)(passim)[e.g.][1]{a}', 'pandoc', '[see e.g. @a, 1, passim]'],
    ['latex', '\\cite[as \\foo{x} says]{k}', 'org', '[cite:@k as \\foo{x} says]'],
    ['latex', '\\autocites(see)(passim)[1]{a}[2]{b}', 'pandoc', '[see @a, 1; @b, 2, passim]'],
    ['org', '[cite:cf.; @a]', 'pandoc', '[cf. @a]'],
    ['pandoc', '@k', 'typst', '#cite(<k>, form: "prose")'],
    ['pandoc', '[-@k]', 'typst', '#cite(<k>, form: "year")'],
    ['pandoc', '@k [p. 3]', 'typst', '#cite(<k>, form: "prose", supplement: [p.~3])'],
    ['pandoc', '[@a; @b]', 'typst', '@a @b'],
    ['pandoc', '[@{a/b c}]', 'typst', '#cite(label("a/b c"))'],
    ['pandoc', '[see @a, pp. 33-35; also @b]', 'latex', '\\cites[see][pp.~33-35]{a}[also][]{b}'],
    ['pandoc', '@a [p. 3]', 'latex', '\\textcite[p.~3]{a}'],
    ['pandoc', '[-@a]', 'latex', '\\citeyear{a}'],
    ['pandoc', '[@a, p. 3 & more]', 'latex', '\\cite[p.~3 \\& more]{a}'],
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
    ['pandoc', '[@a, p. 3 and #x]', 'typst', '@a[p.~3 and \\#x]'],
    ['pandoc', '[@a, p. 3, and #x]', 'typst', '@a[p.~3, and \\#x]'],
    ['latex', '\\cite[3; 4]{a}', 'pandoc', '[@a, 3\\; 4]'],
    ['latex', '\\cite[3; 4]{a}', 'org', '[cite:@a 3, 4]'],
    ['latex', '\\cites(see)(and others)[1]{a}{b}', 'pandoc', '[see @a, 1; @b, and others]'],
    ['latex', '\\cites(and others){a}{b}', 'pandoc', '[@a; @b, and others]'],
    ['latex', '\\citeaffixed[p. 3]{a}{e.g.}', 'pandoc', '[e.g. @a, p. 3]'],
    ['latex', '\\citefield{a}[x]{title}', 'pandoc', '[@a]'],
    [
      'latex',
      "\\cite[\\emph{see \\textbf{also}}][``x'', M\\\"uller, \\'{e}]{a}",
      'pandoc',
      '[see also @a, “x”, Müller, é]',
    ],
    ['latex', '\\cite[\\enquote{x}]{a}', 'typst', '@a[“x”]'],
    ['typst', '@a[p. 3 \\& 4\\%]', 'latex', '\\cite[p.~3 \\& 4\\%]{a}'],
    ['typst', '#cite(<a>, supplement: "p. 3")', 'pandoc', '[@a, p. 3]'],
    ['pandoc', '[see @a, p. 3; also @b]', 'jekyll', 'see {% cite a -l 3 %} also {% cite b %}'],
    ['org', '[cite:@a p. 3, x; passim]', 'pandoc', '[@a, p. 3, x, passim]'],
    ['jekyll', '{% cite a -l 33 and passim %}', 'pandoc', '[@a, 33 and passim]'],
    ['pandoc', '[see @a, p. 3; also @b]', 'multimarkdown', 'see [p. 3][#a]also [#b]'],
    ['pandoc', '[see @a, p. 3; also @b]', 'asciidoc', 'cite:see[a(p. 3)] cite:also[b]'],
    // Citations in notes stay in them where the other syntax has that, else they become items.
    ['latex', '\\citep[see \\citealp{b}]{a}', 'typst', '@a[see @b]'],
    [
      'latex',
      '\\cite[see \\textcite[3]{b} there]{a}',
      'typst',
      '@a[see #cite(<b>, form: "prose", supplement: [3]) there]',
    ],
    ['latex', '\\cite[see \\cite[3]{b}-like]{a}', 'typst', '@a[see @b[3]-like]'],
    ['typst', '@a[3, see @b[p.~4]] @c', 'latex', '\\cites[{3, see \\cite[p.~4]{b}}]{a}{c}'],
    ['latex', '\\citep[see \\citealp{b}]{a}', 'pandoc', '[@a; see @b]'],
    ['latex', '\\cite[p. 3; see also \\cite[5]{b,c}, too]{a}', 'pandoc', '[@a, p. 3; see also @b; @c, 5, too]'],
    ['latex', '\\cite[see \\cite{b} and][p. 3]{a}', 'pandoc', '[see @b; and @a, p. 3]'],
    ['latex', '\\footcite[cf.\\ \\textcite{b}]{a}', 'pandoc', '^[[@a; cf. @b]]'],
    ['latex', '\\cite[see \\citeauthor{b} (\\citeyear{b})]{a}', 'org', '[cite:@a; see @b]'],
    ['latex', '\\cite[see \\cite[and \\cite{c}]{b}]{a}', 'rst', ':cite:p:`a,{see}b,{and}c`'],
    ['typst', '#cite(<a>, form: "prose", supplement: [see @b])', 'pandoc', '@a [see @b]'],
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

  it('leaves links to DOIs as they are', () => {
    const text = '{cite:t}`a` and [Cox](doi:10.1000/x)';
    assert.equal(convertText(text, SYNTAXES.myst, SYNTAXES.latex), '\\textcite{a} and [Cox](doi:10.1000/x)');
  });

  it('leaves commands of the document that say more than they cite', () => {
    const text = '\\newcommand{\\pg}[2]{\\cite[p.~#1]{#2}} \\pg{3}{a} \\cite{b}';
    assert.equal(convertText(text, SYNTAXES.latex, SYNTAXES.pandoc), text.replace('\\cite{b}', '[@b]'));
  });

  it('leaves what is not to be shown as it is where all that is cited shows', () => {
    const text = '\\nocite{a} \\cite{b}';
    assert.equal(convertText(text, SYNTAXES.latex, SYNTAXES.pandoc), '\\nocite{a} [@b]');
    assert.equal(convertText(text, SYNTAXES.latex, SYNTAXES.asciidoc), '\\nocite{a} cite:[b]');
    assert.equal(convertText('{% nocite a %}', SYNTAXES.jekyll, SYNTAXES.pandoc), '{% nocite a %}');
    assert.equal(convertText(text, SYNTAXES.latex, SYNTAXES.typst), '#cite(<a>, form: none) @b');
  });

  it('says the same in the brackets and behind the hyphens of the text', () => {
    const toPandoc = (text: string) => convertText(text, SYNTAXES.latex, SYNTAXES.pandoc);
    for (const [text, expected] of [
      ['[\\cite{a}]', '[[@a]]'],
      ['[see \\cite{a}, too]', '[see [@a], too]'],
      ['[\\textcite{a}]', '[[@a]{}]'],
      ['[as \\textcite[3]{a} says; b]', '[as [@a [3]]{} says; b]'],
      ['non-\\textcite{a}', 'non-[@a]{}'],
      ['(\\textcite{a})', '(@a)'],
    ]) {
      assert.equal(toPandoc(text), expected);
      const [{ form, items }] = SYNTAXES.pandoc.find(expected);
      assert.deepEqual([form, items[0].key], [SYNTAXES.latex.find(text)[0].form, 'a'], expected);
    }
  });

  it('leaves quotations with their source as they are', () => {
    const text = '\\textcquote[12]{k}{So it is}, \\cite{a}';
    assert.equal(convertText(text, SYNTAXES.latex, SYNTAXES.pandoc), '\\textcquote[12]{k}{So it is}, [@a]');
  });
});

describe('Converting from any syntax to any other', () => {
  const all = Object.values(SYNTAXES);
  const key = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{0,6}([:.-][a-z0-9]{1,4})?$/);
  const item = fc.record(
    {
      key,
      prefix: fc.constantFrom('see', 'cf.', 'see also', 'e.g.'),
      locator: fc.constantFrom('p. 3', 'pp. 33-35', 'chap. 2', 'fig. 4', 'sec. 3.2', '17', '33, 35'),
      suffix: fc.constantFrom('and more', 'passim', 'my emphasis'),
    },
    { requiredKeys: ['key'] },
  );
  const items = fc.uniqueArray(item, { minLength: 1, maxLength: 4, selector: (one) => one.key });

  for (const from of all) {
    for (const to of all.filter((syntax) => syntax !== from)) {
      it(`keeps keys, order and what both can say: ${from.id} to ${to.id}`, () => {
        fc.assert(
          fc.property(items, (given) => {
            const written = `See ${from.format({ items: given })} there.`;
            const converted = convertText(written, from, to);
            const kept = given.map((one) => heldBy(to, heldBy(from, one)));
            assert.deepEqual(shown(to, converted), kept.map(plain), `${written} → ${converted}`);
          }),
          { numRuns: cases(25) },
        );
      });
    }
  }

  const forms: CitationForm[] = ['parenthetical', 'narrative', 'year', 'author', 'nocite', 'footnote'];
  const formOf = (syntax: Syntax, form: CitationForm) =>
    syntax.find(syntax.format({ form, items: [{ key: 'a' }] }))[0]?.form;
  const hasForm = (syntax: Syntax, form: CitationForm) => formOf(syntax, form) === form;
  for (const form of forms) {
    it(`keeps the form ${form} between all syntaxes that have it`, () => {
      const having = all.filter((syntax) => hasForm(syntax, form));
      assert.ok(having.length >= 4);
      for (const from of having) {
        for (const to of having.filter((syntax) => syntax !== from)) {
          const written = from.format({ form, items: [{ key: 'a' }, { key: 'b' }] });
          const found = to.find(convertText(written, from, to));
          assert.deepEqual([...new Set(found.map((one) => one.form))], [form], `${from.id} to ${to.id}: ${written}`);
          assert.deepEqual(keysOf(found), ['a', 'b']);
        }
      }
    });

    it(`loses no key of the form ${form} where a syntax has it not`, () => {
      for (const from of all) {
        for (const to of all) {
          const written = from.format({ form, items: [{ key: 'a' }, { key: 'b' }] });
          const converted = convertText(written, from, to);
          const isLeft = from.find(written)[0].form === 'nocite' && to.showsAllCited;
          if (isLeft) assert.equal(converted, written, 'what is not shown is not shown then');
          else assert.deepEqual(keysOf(to.find(converted)), keysOf(from.find(written)));
        }
      }
    });
  }

  const keysOf = (found: ReturnType<Syntax['find']>) =>
    found.flatMap((citation) => citation.items.map((one) => one.key));

  /** What a syntax can say of an item: to Typst and others a prefix is text around it, and Jekyll has no label of pages. */
  function heldBy({ id }: Syntax, one: CiteItem): CiteItem {
    if (id === 'jekyll') return { ...one, prefix: undefined, locator: one.locator?.replace(/^pp?\. /, '') };
    return !['typst', 'multimarkdown'].includes(id) ? one : { ...one, prefix: undefined };
  }

  /** The items of a text, with their notes as plain text. */
  function shown(syntax: Syntax, text: string): ReturnType<typeof plain>[] {
    const note = (value: string | undefined) => value && syntax.notes.plain(value).replace('–', '-');
    return syntax
      .find(text)
      .flatMap((citation) =>
        citation.items.map((one) =>
          plain({ key: one.key, prefix: note(one.prefix), locator: note(one.locator), suffix: note(one.suffix) }),
        ),
      );
  }

  function plain({ key: name, prefix, locator, suffix }: CiteItem) {
    return { name, prefix, locator, suffix };
  }
});

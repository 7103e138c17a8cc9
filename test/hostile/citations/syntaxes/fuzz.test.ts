import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../../src/base/textEdit';
import { insertionAt } from '../../../../src/citations/insert';
import { type CitationForm, type CiteItem, MOST_ITEMS } from '../../../../src/citations/syntax';
import { SYNTAXES } from '../../../../src/citations/syntaxes';
import { hostileSize } from '../../../unit/support/cases';
import { checkRanges } from '../../../unit/citations/syntaxes/show';
import { cases } from '../../../unit/support/cases';

/** Text out of the pieces that the syntaxes are made of, and of any characters. */
const piece = fc.oneof(
  fc.constantFrom(
    ...(
      '@a @b-c @{x y} -@d [@a] [ ] ( ) { } ; , . : / \\ ` `` ``` ~~~ $ $$ # % & ^ ~ = < > <a> <!-- --> "' +
      ' \\cite \\cites \\textcite* \\cite[ ]{b} @a[ [p.3] {a} {a,b} \\verb| \\begin{verbatim} \\end{verbatim} #cite(<a>) #let #[ // /* */' +
      ' [cite:@a] [cite/t: #+begin_src #+end_src :cite:p:`a` {cite:t}`b` .. :: cite:[a(3)] citenp: ---- .... p.~3' +
      ' https://x.org/@a me@x.org --- nocite: ^[ (@e) [p.3][#a] [#b;] [] [](doi:10.1000/x) <doi:10.1000/y> {% cite a -l 3 -A %} {%raw%} {%endraw%} 😀 é'
    ).split(' '),
  ),
  fc.constantFrom(' ', '\n', '\n\n', '    ', '\r\n', '\t'),
  fc.string({ maxLength: 3 }),
);
const text = fc.array(piece, { maxLength: 40, size: 'max' }).map((pieces) => pieces.join(''));

const key = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{0,6}([:/.-][a-z0-9]{1,4})?$/);
const word = fc.constantFrom('see', 'cf.', 'see also', 'and others');
const item = fc.record(
  {
    key,
    prefix: word,
    locator: fc.constantFrom('p. 3', 'pp. 33-35', 'chap. 2', 'fig. 4', '17'),
    suffix: fc.constantFrom('and more', 'passim'),
  },
  { requiredKeys: ['key'] },
);

describe('Every syntax', () => {
  for (const syntax of Object.values(SYNTAXES)) {
    describe(syntax.id, () => {
      it('finds nothing but what is in the text, in any text', () => {
        fc.assert(
          fc.property(text, (any) => checkRanges(any, syntax.find(any), syntax.id !== 'typst')),
          { numRuns: cases(400) },
        );
      });

      it('makes edits that apply, in any text', () => {
        fc.assert(
          fc.property(text, fc.nat(60), fc.string({ minLength: 1, maxLength: 8 }), (any, offset, newKey) => {
            applyEdits(any, insertionAt(any, offset, [newKey, 'k'], syntax).edits);
            for (const citation of syntax.find(any)) {
              citation.items.forEach((_, i) => {
                applyEdits(any, syntax.removeItem(any, citation, i));
                applyEdits(any, syntax.replaceKey(any, citation, i, newKey));
              });
            }
          }),
          { numRuns: cases(200) },
        );
      });

      it('keeps any key inside of one citation', () => {
        fc.assert(
          fc.property(fc.oneof(fc.string(), text), (hostile) => {
            const found = syntax.find(`See ${syntax.format({ items: [{ key: hostile }] })} there`);
            assert.equal(found.length, 1);
            assert.equal(found[0].items.length, 1);
            assert.ok(found[0].range.start === 4);
          }),
          { numRuns: cases(300) },
        );
      });

      it('reads back what it writes', () => {
        const items = fc.uniqueArray(item, { minLength: 1, maxLength: 3, selector: (one) => one.key });
        fc.assert(
          fc.property(items, (given) => {
            const wanted = given.map((one, i) => representable(syntax.id, one, i));
            const written = syntax.format({ items: wanted });
            const [found] = syntax.find(`See ${written} there`);
            assert.equal(found.form, 'parenthetical');
            assert.deepEqual(found.items.map(plain), wanted.map(plain), written);
          }),
          { numRuns: cases(200) },
        );
      });

      const forms: CitationForm[] = ['narrative', 'year', 'author', 'footnote'];
      for (const form of forms.filter((one) => hasForm(syntax.id, one))) {
        it(`reads back the form ${form}`, () => {
          const written = syntax.format({ form, items: [{ key: 'a' }] });
          assert.deepEqual(
            syntax.find(written).map((found) => found.form),
            [form],
          );
        });
      }
    });
  }
});

describe('A finder', () => {
  for (const syntax of [SYNTAXES.pandoc, SYNTAXES.typst]) {
    it(`stops where it has found more than any document cites: ${syntax.id}`, () => {
      const text = `${syntax.format({ items: [{ key: 'a' }] })}, `.repeat(MOST_ITEMS + 100);
      assert.equal(syntax.find(text).flatMap(({ items }) => items).length, MOST_ITEMS);
    });
  }

  for (const link of ['[a](https://doi.org/10.1000/x)', '<doi:10.1000/x>']) {
    it(`stops where it has found more links to papers than any document has: ${link}`, () => {
      const text = `${link} `.repeat(MOST_ITEMS + 100);
      assert.equal(SYNTAXES.myst.find(text).length, MOST_ITEMS);
    });
  }
});

describe('Hostile text', () => {
  // Were each of these looked at again and again, it would take minutes.
  const nested = (open: string, key: string, close: string): string =>
    open.repeat(hostileSize(30_000)) + key.repeat(hostileSize(10_000)) + close.repeat(hostileSize(30_000));
  const most = hostileSize(600);
  const fewer = (mark: string): string =>
    Array.from({ length: most }, (_, i) => mark.repeat(most - i)).join(' ') + ' cite:[a] [@a]';
  const texts: [name: string, text: string][] = [
    ['groups that come to nothing', nested('[', '@a;', ';x; ]')],
    ['citations in citations', nested('[cite:', '@a;', ']')],
    ['citations without keys', nested('[cite:', ' ', ';]')],
    ['calls in calls', nested('#cite(<a>, ', '@a ', ')')],
    ['notes in notes', nested('\\cite[', '\\cite{a}', ']{b}')],
    ['labels in labels', nested('[#', 'a', ']')],
    ['tags in tags', nested('{% cite ', 'a ', '%}')],
    ['fewer and fewer backticks', fewer('`')],
    ['fewer and fewer plus signs', fewer('+')],
    ['conditions without an end', '\\iffalse \\cite{a} '.repeat(hostileSize(100_000))],
    ['separators', `[cite:${';'.repeat(hostileSize(300_000))}] [@a${';'.repeat(hostileSize(300_000))}]`],
  ];
  for (const [name, text] of texts) {
    it(`is gone through once: ${name}`, () => {
      for (const syntax of Object.values(SYNTAXES)) checkRanges(text, syntax.find(text), syntax.id !== 'typst');
    });
  }

  it('of more brackets than anybody nests is text', () => {
    const text = `${'['.repeat(2000)}@a${']'.repeat(2000)} [@b]`;
    assert.deepEqual(SYNTAXES.pandoc.find(text).at(-1)?.items[0].key, 'b');
  });
});

/** What of an item a syntax can say: Typst and others have no prefix, AsciiDoc one for the group. */
function representable(id: string, one: CiteItem, index: number): CiteItem {
  if (id === 'jekyll') return { key: one.key, locator: index === 0 && one.locator ? '33-35' : undefined };
  if (id === 'typst' || id === 'multimarkdown') return { ...one, prefix: undefined };
  if (id === 'asciidoc') return { ...one, prefix: index === 0 ? one.prefix : undefined };
  return one;
}

function plain({ key: name, prefix, locator, suffix }: CiteItem): Record<string, string | undefined> {
  return { name, prefix, locator, suffix };
}

function hasForm(id: string, form: CitationForm): boolean {
  if (id === 'asciidoc' || id === 'multimarkdown') return form === 'narrative';
  if (id === 'jekyll') return form === 'year';
  if (id === 'typst' && form === 'footnote') return false;
  return !(id === 'pandoc' && form === 'author');
}

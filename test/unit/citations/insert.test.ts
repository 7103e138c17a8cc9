import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/base/textEdit';
import { cursorBehind, insertionAt, insertionsAt } from '../../../src/citations/insert';
import type { Syntax } from '../../../src/citations/syntax';
import { syntaxFor, SYNTAXES } from '../../../src/citations/syntaxes';

const markdown = syntaxFor('markdown');
const latex = syntaxFor('latex');
const typst = syntaxFor('typst');

/** The text with the keys cited at the cursor `|`, and the cursor where it is then. */
function inserted(syntax: Syntax, marked: string, ...keys: string[]): string {
  const offset = marked.indexOf('|');
  const { edits, cursor } = insertionAt(marked.replace('|', ''), offset, keys, syntax);
  const text = applyEdits(marked.replace('|', ''), edits);
  return `${text.slice(0, cursor)}|${text.slice(cursor)}`;
}

describe('Inserting a citation', () => {
  const cases: [name: string, syntax: Syntax, before: string, keys: string[], after: string][] = [
    ['writes a new one', markdown, 'As | says', ['a'], 'As [@a]| says'],
    ['writes several keys as one citation', markdown, '|', ['a', 'b'], '[@a; @b]|'],
    ['adds to the citation around the cursor', markdown, '[@a|]', ['b'], '[@a; @b]|'],
    ['adds at the start of a citation', markdown, 'x |[@a] y', ['b'], 'x [@a; @b]| y'],
    ['adds at the end of a citation', markdown, 'x [@a]| y', ['b'], 'x [@a; @b]| y'],
    ['adds behind the locator', markdown, '[see @a|, p. 3; @b, fig. 1]', ['c'], '[see @a, p. 3; @b, fig. 1; @c]|'],
    ['does not add a key twice', markdown, '[@a; @b|]', ['a'], '[@a; @b]|'],
    ['adds only those that are missing', markdown, '[@a|]', ['a', 'b', 'b'], '[@a; @b]|'],
    ['fills a started group', markdown, '[@a; |]', ['b'], '[@a; @b]|'],
    ['adds to a narrative citation in brackets behind it', markdown, '@a| says', ['b'], '@a [@b]| says'],
    ['adds to a narrative citation with a locator', markdown, '@a [p. 3|]', ['b'], '@a [p. 3; @b]|'],
    ['adds to a list of uncited works', markdown, '---\nnocite: "@a|"\n---\n', ['b'], '---\nnocite: "@a, @b|"\n---\n'],
    ['does not join another citation in the line', markdown, '[@a] and |', ['b'], '[@a] and [@b]|'],
    ['stays apart from a link', markdown, 'x |(y)', ['a'], 'x [@a] |(y)'],
    ['fills an empty place', latex, '\\cite{a, |}', ['b'], '\\cite{a, b|}'],
    ['fills an empty place of a role', SYNTAXES.myst, '{cite:p}`a; |`', ['b', 'c'], '{cite:p}`a; b; c`|'],
    ['adds to a role behind its keys', syntaxFor('rst'), '`a|`:cite:p:', ['b'], '`a,b`:cite:p:|'],
    ['fills a role behind its keys', syntaxFor('rst'), '`a,|`:cite:p:', ['b'], '`a,b|`:cite:p:'],
    ['fills an empty place of a role in reST', syntaxFor('rst'), ':cite:p:`a, |`', ['b'], ':cite:p:`a, b|`'],
    ['writes content where Typst expects code', typst, '#figure(caption: |)', ['a'], '#figure(caption: [@a]|)'],
    ['writes a label where Typst cites one', typst, '#cite(form: "prose", |)', ['a'], '#cite(form: "prose", <a>|)'],
    ['writes a label as attribution', typst, '#quote(attribution: |)[x]', ['a'], '#quote(attribution: <a>|)[x]'],
    ['fills a label that Typst refers to', typst, '#ref(<|>)', ['a'], '#ref(<a>|)'],
    ['fills a label of an attribution', typst, '#quote(attribution: <|>)[x]', ['a'], '#quote(attribution: <a>|)[x]'],
    ['stays apart from literal text in reST', syntaxFor('rst'), 'x |``y``', ['a'], 'x :cite:p:`a`\\ |``y``'],
    ['stays apart from a word in reST', syntaxFor('rst'), 'word|s', ['a'], 'word\\ :cite:p:`a`\\ |s'],
    [
      'goes behind a link to a DOI',
      SYNTAXES.myst,
      'x [](doi:10|.1000/x) y',
      ['a'],
      'x [](doi:10.1000/x) {cite:p}`a`| y',
    ],
    ['stands before a link to a DOI', SYNTAXES.myst, 'x |[](doi:10.1000/x)', ['a'], 'x {cite:p}`a`|[](doi:10.1000/x)'],
    ['writes LaTeX', latex, 'As | says', ['a', 'b'], 'As \\cite{a,b}| says'],
    ['adds to a command', latex, '\\cite{a|}', ['b'], '\\cite{a,b}|'],
    ['adds with the spacing that is there', latex, '\\textcite{a, c|}', ['b'], '\\textcite{a, c, b}|'],
    ['adds from the command name', latex, '\\ci|te[p. 3]{a}', ['b'], '\\cite[p. 3]{a,b}|'],
    ['adds a group to a multicite', latex, '\\cites[see][3]{a}[5]{c|}', ['b'], '\\cites[see][3]{a}[5]{c}{b}|'],
    [
      'asks natbib for parentheses',
      latex,
      '\\usepackage[round]{natbib}\n|',
      ['a'],
      '\\usepackage[round]{natbib}\n\\citep{a}|',
    ],
    ['writes Typst', typst, 'As |.', ['a', 'b'], 'As @a @b|.'],
    ['writes no address of mail', typst, 'word|', ['doe.etal'], 'word#cite(<doe.etal>)|'],
    ['refers behind a word', typst, 'word|', ['doe2020'], 'word@doe2020|'],
    ['adds before what would become an address', typst, 'word|@a', ['doe.etal'], 'word#cite(<doe.etal>) @a|'],
    ['adds a reference', typst, 'As @a| says', ['b'], 'As @a @b| says'],
    ['goes between two references of Typst', typst, '@a|@b', ['c', 'd'], '@a @c @d @b|'],
    ['goes before the first reference of Typst', typst, '|@a @b', ['c'], '@c @a @b|'],
    ['goes between two calls of Typst', typst, '#cite(<a>)|#cite(<b>)', ['c'], '#cite(<a>) @c #cite(<b>)|'],
    ['goes behind the reference that it is in', typst, '@a[p.~7|] @b x', ['c'], '@a[p.~7] @c @b| x'],
    ['joins a key to the one before in LaTeX', latex, '\\cite{a,*|}', ['b'], '\\cite{a,*b|}'],
    ['joins a key to none', latex, '\\cite{*|}', ['b'], '\\cite{*b|}'],
    ['stays apart from the mark of all keys', latex, '\\nocite{*|}', ['b', 'c'], '\\nocite{*,b,c|}'],
    ['stands before the mark of all keys', latex, '\\nocite{|*}', ['b'], '\\nocite{b,|*}'],
    ['adds behind a supplement', typst, '@a[p.~7|] says', ['b'], '@a[p.~7] @b| says'],
    [
      'adds in the same form',
      typst,
      '#cite(<a>, form: "prose"|)',
      ['b'],
      '#cite(<a>, form: "prose") #cite(<b>, form: "prose")|',
    ],
    ['does not grow into the word behind it', typst, '|word', ['a'], '#cite(<a>)|word'],
    ['fills a begun group', markdown, 'As [@|] says', ['a', 'b'], 'As [@a; @b|] says'],
    ['fills an empty command', latex, 'As \\cite{|} says', ['a', 'b'], 'As \\cite{a,b|} says'],
    ['fills an empty Org citation', syntaxFor('org'), 'As [cite:|] says', ['a', 'b'], 'As [cite:@a; @b|] says'],
    ['fills an empty role', syntaxFor('restructuredtext'), ':cite:p:`|`', ['a', 'b'], ':cite:p:`a,b|`'],
    ['fills a begun reference', typst, 'As @| says', ['a', 'b/c'], 'As @a #cite(label("b/c"))| says'],
    ['fills a begun item of Org', syntaxFor('org'), '[cite:@a;|]', ['b'], '[cite:@a; @b]|'],
    ['fills a place on a line of its own', latex, '\\cite{a,\n  |}', ['b'], '\\cite{a,\n  b|}'],
    ['fills brackets that are there', markdown, 'As [|] says', ['a', 'b'], 'As [@a; @b|] says'],
    ['keeps to brackets of its own in a note', markdown, '^[|]', ['a'], '^[[@a]|]'],
    ['keeps to brackets of its own in a link', markdown, '[|](u)', ['a'], '[[@a]|](u)'],
    ['is not escaped', markdown, '\\|', ['a'], '\\ [@a]|'],
    ['is not escaped in LaTeX', latex, '\\|', ['a'], '\\ \\cite{a}|'],
    ['follows a line break in LaTeX', latex, '\\\\|', ['a'], '\\\\\\cite{a}|'],
    ['writes a label where Typst expects one', typst, '#ref(|)', ['a'], '#ref(<a>|)'],
    ['stays apart from code in MyST', SYNTAXES.myst, 'x|`c`', ['a'], 'x{cite:p}`a` |`c`'],
    ['stays apart from brackets in MultiMarkdown', SYNTAXES.multimarkdown, '[y]|[z](u)', ['a'], '[y] [#a] |[z](u)'],
    ['stays apart from a brace in Liquid', SYNTAXES.jekyll, '{|', ['a'], '{ {% cite a %}|'],
    ['quotes keys in metadata', markdown, '---\nnocite: |\n---\n', ['a', 'b'], '---\nnocite: "@a, @b"|\n---\n'],
    [
      'quotes keys in a list of metadata',
      markdown,
      '---\nnocite:\n- "@a"\n- |\n---\n',
      ['b'],
      '---\nnocite:\n- "@a"\n- "@b"|\n---\n',
    ],
    [
      'writes keys alone in quotes of metadata',
      markdown,
      '---\nnocite: "|"\n---\n',
      ['a'],
      '---\nnocite: "@a|"\n---\n',
    ],
    ['makes a citation of brackets with text before it', markdown, 'x [see |]', ['a', 'b'], 'x [see @a; @b|]'],
    ['makes one without the author', markdown, 'x [-|]', ['a'], 'x [-@a|]'],
    ['makes one with a locator', markdown, '[see |, p. 3]', ['a'], '[see @a|, p. 3]'],
    ['makes one of Org', syntaxFor('org'), '[cite/t:see | p. 3; @b]', ['a'], '[cite/t:see @a| p. 3; @b]'],
    ['fills a place before others', markdown, '[|; @a]', ['b'], '[@b|; @a]'],
    ['fills a place before others with several', markdown, '[see |; @a]', ['b', 'c'], '[see @b|; @a; @c]'],
    ['fills a place between others', markdown, '[@a; |; @b]', ['c'], '[@a; @c|; @b]'],
    ['fills a place behind others, with text before it', markdown, '[@a; see |]', ['b'], '[@a; see @b|]'],
    ['fills a place of Org before others', syntaxFor('org'), '[cite:|; @a]', ['b'], '[cite:@b|; @a]'],
    ['fills a place of Org between others', syntaxFor('org'), '[cite:@a;|;@b]', ['c'], '[cite:@a;@c|;@b]'],
    ['fills a place of Org with text before it', syntaxFor('org'), '[cite:see |]', ['a'], '[cite:see @a|]'],
    ['fills a place of a role between others', SYNTAXES.myst, '{cite:p}`a;|;b`', ['c'], '{cite:p}`a;c|;b`'],
    ['makes a group in MyST, too', SYNTAXES.myst, '[see |]', ['a'], '[see @a|]'],
    ['fills a place before others in LaTeX', latex, '\\cite{|,a}', ['b', 'c'], '\\cite{b|,a,c}'],
    ['fills a place behind a comment', latex, '\\cite{a, % x\n  |}', ['b'], '\\cite{a, % x\n  b|}'],
    ['fills a tag that has only its name', SYNTAXES.jekyll, '{% cite| %}', ['a', 'b'], '{% cite a b| %}'],
    ['fills a place in a tag', SYNTAXES.jekyll, '{% cite a | -l 3 %}', ['b'], '{% cite a b| -l 3 %}'],
    ['fills a label behind a locator', SYNTAXES.multimarkdown, '[p. 3][|]', ['a'], '[p. 3][#a|]'],
    ['leaves the text of a sentence in brackets', markdown, 'as [the | said] x', ['a'], 'as [the [@a]| said] x'],
    ['leaves links', markdown, '[see |](u)', ['a'], '[see [@a]|](u)'],
    ['leaves the text of images', markdown, '![see |](u)', ['a'], '![see [@a]|](u)'],
    ['leaves the text of notes', markdown, '^[see |]', ['a'], '^[see [@a]|]'],
    ['adds behind what is said of a key in the text', markdown, '@a [see |]', ['b'], '@a [see; @b ]|'],
    ['adds to a citation in a note', latex, '\\cite[see \\cite{b|}]{a}', ['c'], '\\cite[see \\cite{b,c}|]{a}'],
    ['fills a citation in a note', latex, '\\cite[see \\cite{|}]{a}', ['b'], '\\cite[see \\cite{b|}]{a}'],
    [
      'adds to the citation around a note',
      latex,
      '\\cite[see \\cite{b}, too|]{a}',
      ['c'],
      '\\cite[see \\cite{b}, too]{a,c}|',
    ],
    ['adds to a reference in a supplement', typst, '@a[see @b|]', ['c'], '@a[see @b @c|]'],
    ['does nothing without keys', markdown, '[@a|]', [], '[@a|]'],
  ];
  for (const [name, syntax, before, keys, after] of cases) {
    it(`${name}: ${before}`, () => assert.equal(inserted(syntax, before, ...keys), after));
  }

  it('writes for every cursor, but adds to one citation once', () => {
    const text = 'one\ntwo [@a]\n';
    const edits = insertionsAt(text, [3, 8, 10, text.length], ['b'], markdown);
    assert.equal(applyEdits(text, edits), 'one[@b]\ntwo [@a; @b]\n[@b]');
  });

  describe('leaves each cursor', () => {
    const leaves = (what: string, syntax: Syntax, before: string, after: string) =>
      it(`${what}: ${before}`, () => {
        const offsets = [...before.matchAll(/\|/g)].map(({ index }, i) => index - i);
        const text = before.replaceAll('|', '');
        const edits = insertionsAt(text, offsets, ['k'], syntax);
        const cursors = offsets.map((offset) => cursorBehind(text, offset, edits, syntax));
        const parts = [...applyEdits(text, edits)];
        const places = cursors.filter((cursor) => cursor !== undefined);
        for (const cursor of new Set(places.sort((a, b) => b - a))) parts.splice(cursor, 0, '|');
        assert.equal(parts.join(''), after);
      });

    leaves('behind the citation that it stood in', markdown, 'a [@x|] b', 'a [@x; @k]| b');
    leaves('behind it, wherever in it that was', markdown, 'a [see @x|, p. 3; @y] b', 'a [see @x, p. 3; @y; @k]| b');
    leaves('behind it in LaTeX', latex, '\\cite[3]{x|} b', '\\cite[3]{x,k}| b');
    leaves('behind each', markdown, '[@x|] [@y|] b', '[@x; @k]| [@y; @k]| b');
    leaves('behind one once', markdown, '[@x|; @y|] b', '[@x; @y; @k]| b');
    leaves('where it is in one that is only begun', latex, '\\cite{|}', '\\cite{k}');
    leaves('where it is outside of any', markdown, 'a | [@x]', 'a [@k] [@x]');
    leaves('where it is if nothing is new', markdown, '[@k|]', '[@k]');
  });

  describe('with keys that a syntax cannot hold plainly', () => {
    const quoted: [syntax: Syntax, key: string, citation: string][] = [
      [markdown, 'smith2020:deep-x', '[@smith2020:deep-x]'],
      [markdown, 'https://example.com/a?b', '[@https://example.com/a?b]'],
      [markdown, 'https://example.com/a?b=1', '[@{https://example.com/a?b=1}]'],
      [markdown, 'odd key', '[@{odd key}]'],
      [markdown, 'end.', '[@{end.}]'],
      [markdown, 'a--b', '[@{a--b}]'],
      [markdown, 'a}](x)[@b', '[@{a(x)@b}]'],
      [markdown, 'a\n\n# b', '[@{a # b}]'],
      [latex, 'a},\\input{/etc/passwd}', '\\cite{ainput/etc/passwd}'],
      [latex, 'a^^7d^^5cinput', '\\cite{a7d5cinput}'],
      [latex, 'a%b', '\\cite{ab}'],
      [typst, 'a/b', '#cite(label("a/b"))'],
      [typst, 'end.', '#cite(<end.>)'],
      [typst, 'a")#panic("', '#cite(label("a\\")#panic(\\""))'],
      [typst, 'a\\', '#cite(label("a\\\\"))'],
    ];
    for (const [syntax, key, citation] of quoted) {
      it(`${syntax.id}: ${JSON.stringify(key)}`, () => assert.equal(inserted(syntax, '|', key), `${citation}|`));
    }
  });
});

describe('The syntax of a document', () => {
  const cases: [languageId: string, fileName: string, id: string][] = [
    ['markdown', 'a.md', 'pandoc'],
    ['quarto', 'a.qmd', 'pandoc'],
    ['rmd', 'a.Rmd', 'pandoc'],
    ['latex', 'a.tex', 'latex'],
    ['tex', 'a.sty', 'latex'],
    ['latex-expl3', 'a.sty', 'latex'],
    ['typst', 'a.typ', 'typst'],
    ['plaintext', 'a.typ', 'typst'],
    ['plaintext', 'dir.typ/a.Rmd', 'pandoc'],
    ['made-up', 'A.TEX', 'latex'],
    ['markdown', 'notes.tex', 'pandoc'],
    ['plaintext', 'a.txt', 'pandoc'],
    ['plaintext', '', 'pandoc'],
    ['python', 'a.py', 'pandoc'],
  ];
  for (const [languageId, fileName, id] of cases) {
    it(`${languageId} ${fileName} is ${id}`, () => assert.equal(syntaxFor(languageId, fileName).id, id));
  }
});

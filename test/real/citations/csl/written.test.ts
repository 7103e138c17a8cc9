import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { OutputFormat } from '../../../../src/citations/csl/contract';
import { writeRuns } from '../../../../src/citations/csl/output';
import { type Mark, type Run, runsOf } from '../../../../src/citations/csl/runs';
import { renderer } from '../preview/renderer';

/** Signs and words that mean something in one of the formats, or in several. */
const SIGNS =
  '* ** _ / = ~ + ^ | [ ] [[ { } \\ ` `` # $ @ < > & &amp; " \' : :: . .. ... - -- 1. A. (1) a b Ü ! % ; ( ) \\alpha [@k] [fn:1] <<x>> ' +
  '~~ $x$ {{x}} |s| x_ <b> </b> <script> javascript: call_f() \\input{x} #import TODO //';
const text = fc
  .array(fc.oneof(fc.constantFrom(...SIGNS.split(' '), ' '), fc.string({ unit: 'grapheme' })), { minLength: 1 })
  .map((all) =>
    all
      .join('')
      .replace(/[\p{C}\s]+/gu, ' ')
      .trim(),
  )
  // Addresses are links in most formats.
  .filter((all) => all !== '' && !/https?:\/\//.test(all));

const written = (plain: string, format: OutputFormat) => writeRuns([{ text: plain, marks: new Set<Mark>() }], format);

/** What a format's reader makes of signs by themselves: a text of none but these is text alone. */
interface Reading {
  readonly token: RegExp;
  readonly read: (token: string) => string;
}

const behind = (token: string) => (token.length > 1 && token[0] === '\\' ? token.slice(1) : token);
const byNumber = (token: string) => {
  const code = /^&#(\d+);$/.exec(token)?.[1];
  return code === undefined ? (token === '{empty}' ? '' : token) : String.fromCodePoint(Number(code));
};
const LATEX: Readonly<Record<string, string>> = {
  '\\textbackslash{}': '\\',
  '\\textasciitilde{}': '~',
  '\\textasciicircum{}': '^',
  '\\textless{}': '<',
  '\\textgreater{}': '>',
  '\\textbar{}': '|',
  '\\textasciigrave{}': '`',
  '-{}': '-',
  "'{}": "'",
  ',{}': ',',
};
const READINGS: Partial<Readonly<Record<OutputFormat, Reading>>> = {
  latex: {
    token: /\\text\w+\{\}|\\[{}$&#%_]|[-',]\{\}|[^\\{}$&#%_^~<>|`]/gu,
    read: (token) => LATEX[token] ?? behind(token),
  },
  typst: { token: /\\.|[^\\*_`$#@<>[\]~]/gu, read: behind },
  rst: { token: /\\.|[^\\*`_|]/gu, read: behind },
  asciidoc: { token: /&#\d+;|\{empty\}|[^&<>*_`#^~+[\]{}\\|]/gu, read: byNumber },
  org: { token: /[{[\\<$_^]\u200B|[^{[\\<$_^]/gu, read: (token) => token.replace('\u200B', '') },
};

/** Each sign but blanks with its marks. */
const letters = (runs: readonly Run[]) =>
  runs.flatMap(({ text: said, marks }) =>
    [...said.replace(/\s/g, '')].map((sign) => sign + [...marks].sort().join(' ')),
  );

describe('Text that is written', () => {
  for (const [format, { token, read }] of Object.entries(READINGS)) {
    it(`in ${format} is only text, and all of it`, () => {
      fc.assert(
        fc.property(text, (plain) => {
          const tokens = written(plain, format as OutputFormat).match(token) ?? [];
          assert.equal(tokens.join(''), written(plain, format as OutputFormat));
          assert.equal(tokens.map(read).join(''), plain);
        }),
      );
    });
  }

  it('in Markdown is one paragraph of only text, and all of it', () => {
    const md = renderer();
    fc.assert(
      fc.property(text, (plain) => {
        const [open, inline, close] = md.parse(written(plain, 'markdown'), {});
        assert.deepEqual([open.type, inline.type, close.type], ['paragraph_open', 'inline', 'paragraph_close']);
        for (const { type } of inline.children ?? []) assert.match(type, /^text(_special)?$/);
        assert.equal(inline.children?.map(({ content }) => content).join(''), plain);
      }),
    );
  });

  const numbered = (format: OutputFormat, expected: string) =>
    it(`starts no list in ${format}: ${expected}`, () => assert.equal(written('1. Smith', format), expected));
  numbered('markdown', '1\\. Smith');
  numbered('typst', '1\\. Smith');
  numbered('rst', '\\1. Smith');
  numbered('asciidoc', '{empty}1. Smith');
  numbered('org', '\u200B1. Smith');

  const looks = (format: OutputFormat, expected: string) =>
    it(`is set in italics in ${format}: ${expected}`, () => {
      const italic = new Set<Mark>(['italic']);
      const runs = [
        { text: 'In ', marks: new Set<Mark>() },
        { text: 'Water', marks: italic },
        { text: ', 3', marks: new Set<Mark>() },
      ];
      assert.equal(writeRuns(runs, format), expected);
    });
  looks('markdown', 'In *Water*, 3');
  looks('org', 'In /Water/, 3');
  looks('rst', 'In *Water*, 3');
  looks('asciidoc', 'In __Water__, 3');
  looks('typst', 'In #emph[Water], 3');
  looks('latex', 'In \\emph{Water}, 3');

  const looksLike = (html: string, expected: Partial<Record<OutputFormat, string>>) => {
    for (const [format, text] of Object.entries(expected)) {
      it(`keeps its looks in ${format}: ${text}`, () =>
        assert.equal(writeRuns(runsOf(html), format as OutputFormat), text));
    }
  };
  // No sign of one mark may read as one of another, or as text.
  looksLike('<i>A <b>B</b> C</i> d', {
    markdown: '*A **B** C* d',
    org: '/A/ *B* /C/ d',
    rst: '*A* **B** *C* d',
    asciidoc: '__A **B** C__ d',
    typst: '#emph[A #strong[B] C] d',
    latex: '\\emph{A \\textbf{B} C} d',
  });
  looksLike('<i>Sal<b>mo</b></i>', {
    markdown: '*Sal**mo***',
    org: '/Sal/\u200B\u200B*mo*',
    rst: '*Sal*\\ **mo**',
    asciidoc: '__Sal**mo**__',
  });
  looksLike('<i>a</i><b>b</b>', { markdown: '*a*<!-- -->**b**', rst: '*a*\\ **b**' });
  looksLike('x<i>“y”</i>z', { markdown: 'x<!-- -->*“y”*<!-- -->z' });
  looksLike('a<sup>2 b</sup>', { markdown: 'a^2\\ b^', rst: 'a\\ :sup:`2 b`', asciidoc: 'a^2&#32;b^' });
  looksLike('<i>CO<sub>2</sub></i>', { markdown: '*CO~2~*', org: '/CO_{2}/', rst: '*CO*\\ :sub:`2`' });
  looksLike('<i>Downstream</i> (2015)', { rst: '*Downstream* (2015)', asciidoc: '__Downstream__ (2015)' });
  // Behind a call of Typst brackets would be arguments, a dot would begin a field, a semicolon would be lost.
  looksLike('<i>12</i>(3)', { typst: '#emph[12];(3)' });
  looksLike('<i>a</i>; b', { typst: '#emph[a];; b' });
  looksLike('<i>a</i>.b', { typst: '#emph[a];.b' });
  looksLike('https://a.org(b', { typst: '#link("https://a.org(b")' });
  looksLike('see https://a.org; b', { typst: 'see #link("https://a.org");; b' });
  looksLike('a &#62;; b', { asciidoc: 'a &#62;&#59; b' });
  looksLike('a -- b | c', { latex: 'a -{}- b \\textbar{} c' });
  looksLike('$a*b*c$', { markdown: '\\$a\\*b\\*c\\$' });

  it('in Markdown has the looks that it is given', () => {
    const md = renderer();
    const marks = fc.subarray(['bold', 'italic'] as const).map((all) => new Set<Mark>(all));
    const words = fc.constantFrom(' ', '; ', ...'a Bo 12 (3) “x” C. , - é * [1] ! «b» /'.split(' '));
    const piece = fc.array(words, { minLength: 1, maxLength: 3 }).map((all) => all.join(''));
    fc.assert(
      fc.property(fc.array(fc.record({ text: piece, marks }), { minLength: 1, maxLength: 5 }), (runs) => {
        // Formatted texts have no blanks at their ends.
        const whole = runs.map((run) => run.text).join('');
        fc.pre(whole.trim() !== '' && whole.trim() === whole);
        const html = md.renderInline(writeRuns(runs, 'markdown')).replaceAll('<!-- -->', '');
        const named = html.replace(/(<\/?)em>/g, '$1i>').replace(/(<\/?)strong>/g, '$1b>');
        assert.deepEqual(letters(runsOf(named)), letters(runs));
      }),
    );
  });

  it('is linked where it is an address', () => {
    const address = 'https://doi.org/10.1/a_b';
    assert.equal(written(address, 'org'), `[[${address}]]`);
    assert.equal(written(address, 'rst'), address);
    assert.match(written(address, 'asciidoc'), /^link:https:\/\/doi\.org\/10\.1\/a%5Fb\[https:/);
  });

  it('is linked as a whole where a DOI has pointed brackets, which stand around other addresses', () => {
    const address = 'https://doi.org/10.1002/(SICI)1096-987X(199803)19:4<377::AID-JCC1>3.0.CO;2-P';
    const target = 'https://doi.org/10.1002/%28SICI%291096-987X%28199803%2919:4%3C377::AID-JCC1%3E3.0.CO;2-P';
    const shown = address.replace('<', '&lt;').replace('>', '&gt;');
    assert.equal(written(`377. ${address}.`, 'html'), `377. <a href="${target}">${shown}</a>.`);
    assert.ok(written(address, 'markdown').endsWith(`](${target})`));
    assert.equal(written(address, 'org'), `[[${target}]]`);
    assert.ok(written(address, 'asciidoc').startsWith(`link:${target}[`));
    assert.match(written(address, 'rst'), / <https:\S+3\.0\.CO;2-P>`__$/);
    assert.equal(written(address, 'text'), address);
    for (const other of ['https://a.org/b', 'https://doi.org/10.1000/b']) {
      assert.equal(written(`<${other}>`, 'html'), `&lt;<a href="${other}">${other}</a>&gt;`);
    }
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { citationPlugin } from '../../../../src/citations/preview/plugin';
import type { by } from '../csl/styles';
import { NOTE_STYLE } from '../csl/styles';
import { previewed, syntaxOf } from './previewed';
import { renderer } from './renderer';

const PIECES = [
  '[',
  ']',
  '@a',
  '@b',
  '@nobody',
  '-@a',
  '; ',
  'p. 3',
  '^',
  '(',
  ')',
  '*',
  '`',
  '{cite}`',
  '![',
  'see ',
  '#',
  '|',
  '\\',
];
const text = (html: string) =>
  html
    .replace(/<section[\s\S]*/, '')
    .replace(/<[^<>]*>/g, '')
    .trim();

describe('The preview', () => {
  it('has a list where all is listed, though nothing is cited', () => {
    const md = renderer();
    citationPlugin(md, syntaxOf, { shown: () => undefined });
    const has = (text: string) => md.parse(text, {}).some(({ type }) => type === 'literature_references');
    assert.ok(has('---\nnocite: "@*"\n---\n\nText'));
    assert.ok(!has('---\nnocite: ""\n---\n\nText'));
  });

  it('parses to what VS Code can send to its language server', () => {
    const md = renderer();
    citationPlugin(md, syntaxOf, { shown: () => undefined });
    const sent = JSON.stringify(md.parse('As [@a; @b] says.^[So does @c.]', {}));
    assert.ok(!sent.includes('"group"'));
  });

  const reads = (source: string, expected: string, style?: Parameters<typeof by>[0]) =>
    it(`shows ${JSON.stringify(source)} as ${expected}`, async () =>
      assert.equal(text(await previewed(source, style)), expected));

  reads('As said [@a].', 'As said (Smith, 2020).');
  reads('As said [see @a, pp. 3-4, and more; @b].', 'As said (see Smith, 2020, pp. 3–4, and more; Berg, 1999).');
  reads('As said [@a, p. 3 and more].', 'As said (Smith, 2020, p. 3 and more).');
  reads('As @a [p. 3] says', 'As Smith (2020, p. 3) says');
  reads('As Smith [-@a] says', 'As Smith (2020) says');
  reads('As @{a} says', 'As Smith (2020) says');
  reads('# About @a\n', 'About Smith (2020)');
  reads('> quoted [@a]\n> and [@b]', 'quoted (Smith, 2020)\nand (Berg, 1999)');
  reads('*as [@a] said*', 'as (Smith, 2020) said');
  reads('[@a; @nobody]', '(Smith, 2020) nobody?');
  reads('[@nobody]', '(nobody?)');
  reads('As @nobody says', 'As nobody? says');
  reads('First [@b], then [@a; @b].', 'First (1), then (1,2).', 'vancouver');
  reads('As @b says', 'As (1) says', 'vancouver');
  reads('Said [@a]. More.', 'Said.1 More.', NOTE_STYLE);
  reads('As @a says.', 'As Ann Smith1 says.', NOTE_STYLE);
  reads('{cite:p}`a` and {cite:t}`b`', '(Smith, 2020) and Berg (1999)');
  reads('Mail to me@a.org or `@a`', 'Mail to me@a.org or @a');
  reads('[@a](https://x.org) and [text][@a]\n\n[@a]: https://x.org', '@a and text');
  reads('[@a]\n\n[@a]: https://x.org', '@a');
  reads('[@fig-1]\n\n![x](y.png){#fig-1}', '[@fig-1]\n{#fig-1}');
  reads('\\@a and \\[@b]', '@a and [Berg (1999)]');

  it('links each item to its entry, with the reference as tooltip', async () => {
    const html = await previewed('[@a; @b]');
    assert.match(html, /\(<a href="#ref-b" title="Berg, B\. \(1999\)\. Lakes\.">Berg, 1999<\/a>; <a href="#ref-a"/);
    assert.match(html, /title="Smith, A\. \(2020\)\. On (?:&quot;|“)rivers/);
    assert.match(html, /<div id="ref-a">Smith, A\./);
  });

  it('makes no link inside of a link', async () => {
    const html = await previewed('[see @a](https://x.org)');
    assert.match(html, /<a href="https:\/\/x\.org">see <span class="literature-citation">Smith \(2020\)<\/span><\/a>/);
  });

  it('leaves the description of an image as it is written', async () =>
    assert.match(await previewed('![after [@a]](x.png) @b'), /alt="after \[@a\]"/));

  /** A rule of another extension for what stands between two marks, as Foam has it for `[[…]]` and others for maths. */
  const between = (md: ReturnType<typeof renderer>, open: string, close: string, tag: string) => {
    md.inline.ruler.before('link', tag, (state, silent) => {
      const end = state.src.startsWith(open, state.pos) ? state.src.indexOf(close, state.pos + open.length) : -1;
      if (end < 0) return false;
      if (!silent) state.push(tag, '', 0).content = state.src.slice(state.pos + open.length, end);
      state.pos = end + close.length;
      return true;
    });
    md.renderer.rules[tag] = (tokens, at) => `<${tag}>${tokens[at].content}</${tag}>`;
  };
  const ours = (md: ReturnType<typeof renderer>) => citationPlugin(md, syntaxOf, { shown: () => undefined });
  const others = (md: ReturnType<typeof renderer>) => {
    between(md, '[[', ']]', 'wiki');
    between(md, '$', '$', 'formula');
  };

  for (const [order, plugins] of [
    ['before', [ours, others]],
    ['behind', [others, ours]],
  ] as const) {
    it(`leaves links of wikis and maths to extensions that come ${order === 'before' ? 'behind' : 'before'} it`, () => {
      const md = renderer();
      for (const plugin of plugins) plugin(md);
      const html = md.render('See [[@a]], [[@a|it]], $x_{[@a]}$ and [@a; @b].');
      assert.match(html, /<wiki>@a<\/wiki>, <wiki>@a\|it<\/wiki>, <formula>x_\{\[@a\]\}<\/formula> and/);
      const inline = md.parse('See [[@a]], $[@a]$ and [@a; @b].', {}).find(({ type }) => type === 'inline');
      const types = inline?.children?.map(({ type }) => type).filter((type) => type !== 'text');
      assert.deepEqual(types, ['wiki', 'formula', 'literature_citation']);
    });
  }

  it('leaves everything as it is written until it knows better', async () => {
    assert.equal(await previewed('As [@a], and <b>@b</b>.', null), '<p>As [@a], and <b>@b</b>.</p>\n');
  });

  it('numbers notes, which lead back', async () => {
    const html = await previewed('One [@a]. Two [@b].', NOTE_STYLE);
    assert.match(
      html,
      /<sup id="literature-note-2-place"><a href="#literature-note-2" title="Bo Berg, Lakes\.">2<\/a><\/sup>/,
    );
    assert.match(
      html,
      /<li id="literature-note-2" value="2">Bo Berg, <i>Lakes<\/i>\. <a href="#literature-note-2-place"/,
    );
  });

  it('lists what is not cited', async () =>
    assert.match(await previewed('---\nnocite: "@b"\n---\n\nText [@a]'), /id="ref-b"/));

  it('is safe whatever is written', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...PIECES, '<script>', '"', "'", '&', '\n\n', '\u202e', '\ud800')),
        fc.constantFrom('apa', 'vancouver', NOTE_STYLE),
        async (pieces, style) => {
          const html = await previewed(pieces.join(''), style, { html: false });
          assert.doesNotMatch(html, /<script|title="[^"]*<|<a [^>]*<a /);
        },
      ),
    );
  });
});

describe('The list of references', () => {
  const stands = (where: string, source: string, pattern: RegExp) =>
    it(`stands ${where}`, async () => assert.match(await previewed(source), pattern));

  stands('at the end', '[@a]\n\nEnd', /End<\/p>\n<section/);
  stands('in its block', '[@a]\n\n::: {#refs}\n:::\n\nEnd', /<\/p>\n<section[\s\S]*<\/section>\n<p>End/);
  stands(
    'in its block of two paragraphs',
    '[@a]\n\n::: {#refs}\n\n:::\n\nEnd',
    /<\/p>\n<section[\s\S]*<\/section>\n<p>End/,
  );
  stands('behind its HTML', '[@a]\n\n<div id="refs"></div>\n\nEnd', /<div id="refs"><\/div>\n?<section[\s\S]*<p>End/);
  for (const title of ['References', '5. Bibliography', 'Literatur {.unnumbered}', '**Works Cited**', '参考文献'])
    stands(`below a last “${title}”`, `[@a]\n\n# ${title}\n`, /<\/h1>\n<section/);

  for (const nothing of ['<!-- here -->', '<!-- one -->\n\n<!-- two\n\nlines -->\n', '\n\n', '::: {#refs}\n:::\n'])
    stands(
      `below a last heading with no more than ${JSON.stringify(nothing)}`,
      `[@a]\n\n# References\n\n${nothing}`,
      /<\/h1>\n(?:<!--[\s\S]*)?<section/,
    );
  stands(
    'at the end where there is more below the heading',
    '[@a]\n\n# References\n\n<!-- x --> <b>y</b>',
    /<\/b>\n?<section/,
  );

  it('has the title that the document states, where it has no heading', async () => {
    assert.match(await previewed('[@a]', 'apa', { title: 'Sources & more' }), /<h2>Sources &amp; more<\/h2><section/);
    assert.doesNotMatch(await previewed('[@a]\n\n# References\n', 'apa', { title: 'Sources' }), /Sources/);
  });
});

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readCitingFile } from '../../../src/citations/index/readCitingFile';
import { SYNTAXES } from '../../../src/citations/syntaxes';
import { CITED } from '../../unit/citations/citedTexts';
import { HOSTILE } from '../../unit/citations/index/hostileSnippets';
import { DIFFERENCES } from './differences';

/** Markdown in which a key stands in all kinds of surroundings. */
const TEXTS: readonly string[] = [
  'See @doe.',
  'See @doe2020.',
  'See @doe_2020:a-b/c.',
  'See (@doe).',
  '*@doe*',
  '**[@doe]**',
  '[@doe]{.x}',
  "@doe's work",
  '@doe, and',
  '@doe;',
  '[see @doe; also @roe, p. 3]',
  '[@doe, [p. 3]]',
  '- @doe\n- b',
  '> @doe',
  '| a | b |\n|---|---|\n| @doe | x |',
  '# Heading @doe',
  '[^1]\n\n[^1]: @doe',
  '^[@doe]',
  'a@doe',
  '\\@doe',
  '`@doe`',
  '    @doe',
  '```\n@doe\n```',
  '<!-- @doe -->',
  '$@doe$',
  '$$\n@doe\n$$',
  '<span>@doe</span>',
  '<pre>\n@doe\n</pre>',
  '<div>\n\n@doe\n\n</div>',
  '[@doe](http://a.b)',
  '[a](http://a.b/@doe)',
  '![@doe](a.png)',
  '<http://a.b/@doe>',
  'http://a.b/@doe',
  '<jane@doe.org>',
  'jane@doe.org',
  '~~@doe~~',
  'H~@doe~O',
  'x^@doe^',
  '"@doe"',
  "'@doe'",
  '--@doe',
  '—@doe',
  '...@doe',
  'a/@doe',
  '/@doe',
  'x:@doe',
  ':@doe',
  '=@doe',
  '&@doe',
  '#@doe',
  '+@doe',
  '@@doe',
  '@doe@roe',
  '@{doe roe}',
  '@{doe',
  '@doe[p. 3]',
  '@doe [p. 3]',
  '@doe\n[p. 3]',
  '@doe [see]',
  '[@doe] [@roe]',
  '[@doe][@roe]',
  '[-@doe]',
  '-@doe',
  'a-@doe',
  '[@doe; ]',
  '[;@doe]',
  '[@doe',
  '@doe]',
  '[[@doe]]',
  '[a [@doe] b]',
  '(@doe) a',
  '(@doe)  An example\n\nSee (@doe).',
  '\\begin{verbatim}\n@doe\n\\end{verbatim}',
  '\\cite{doe}',
  '@_doe',
  '@1doe',
  '@é',
  '@doe.',
  '@doe:',
  '@doe-',
  '@doe--a',
  '@doe..a',
  '@doe//a',
  '@http://a.b/c',
  '[@doe]: http://a.b\n\n[@doe]',
  '[x]: @doe',
  '[x]: http://a.b "@doe"',
  'Term\n: @doe',
  '1. @doe',
  '::: {.note}\n@doe\n:::',
  '@doe^2^',
  '@doe*',
  '*a*@doe',
  '_@doe_',
  '@doe_',
  '`a`@doe',
  '[a]@doe',
  '"a"@doe',
  ')@doe',
  ']@doe',
  '}@doe',
  '>@doe',
  '<@doe>',
  '<@doe',
  '$5@doe',
  '@doe$5$',
  '`` ` @doe ``',
  '``@doe',
  '~~~\n@doe\n~~~',
  '~~~~ {.r}\n@doe\n~~~~',
  '```{r}\n@doe\n```\n',
  '---\ntitle: "@doe"\n---\n\nx',
  '---\nabstract: "@doe"\n---\n\nx',
  '---\nnocite: "@doe"\n---\n\nx',
  'a\n---\n@doe',
  '<script>\n@doe\n</script>',
  '<a title="@doe">x</a>',
  '<style>@doe</style>',
  '<textarea>\n@doe\n</textarea>',
  '\\[@doe\\]',
  '\\[@doe]',
  '[@doe\\]',
  '`@doe`{=html}',
  '```{=latex}\n@doe\n```',
  '{@doe}',
  '{{< cite @doe >}}',
  '[\\@doe]',
  '[@\\doe]',
  '  @doe',
  '\t@doe',
  '- a\n\n      @doe',
  '- a\n\n        @doe',
  '1. a\n\n   @doe',
  '|@doe|',
  '+---+\n|@doe|\n+===+\n',
  'a | b\n--|--\n@doe | c',
  ': @doe caption\n\n| a |\n|---|\n| b |',
  'Line\\\n@doe',
  '&lt;@doe',
  '&#64;doe',
  '@&#100;oe',
  '@doe&amp;x',
  '@doe&x',
  '@doe?a=b',
  '@doe+roe',
  '@doe~roe',
  '@doe<roe',
  '@doe%20',
  '@doe#a',
];

/** Where the two differ by intent: what we find. */
const INTENDED: Readonly<Record<string, string>> = {
  // Texts and addresses of links are no citations to us, nor are links to notes; people mean pages and profiles.
  '[@doe](http://a.b)': '',
  'http://a.b/@doe': '',
  'a/@doe': '',
  '[[@doe]]': '',
  '[@doe]: http://a.b\n\n[@doe]': '',
  // Somebody on a server.
  '@doe@roe': '',
  // Newer Pandoc reads blanks in braces.
  '@{doe roe}': 'doe roe',
  // At the start of a line this is an example's number, which nobody means who writes a sentence.
  '@doe.': 'doe',
  '*a*@doe': 'doe',
  // What a shortcode of Quarto is given is no prose.
  '{{< cite @doe >}}': '',
  // Titles are no prose.
  '---\ntitle: "@doe"\n---\n\nx': '',
};

/** The keys that Pandoc cites in a text, each once. */
function pandocKeys(text: string, format = 'markdown'): string {
  const { stdout } = spawnSync('pandoc', ['-f', format, '-t', 'json'], { input: `${text}\n`, encoding: 'utf8' });
  return sorted([...stdout.matchAll(/"citationId":"((?:[^"\\]|\\.)*)"/g)].map(([, key]) => key));
}

function sorted(keys: readonly string[]): string {
  return [...new Set(keys)].sort().join();
}

function ourKeys(text: string): string {
  const places = readCitingFile(`${text}\n`, SYNTAXES.pandoc, 'a.md')?.places ?? [];
  return [...new Set(places.map(({ key }) => key))].sort().join();
}

/** Pandoc itself, to compare with where it is installed. */
describe('What Markdown cites and pandoc', function () {
  before(function () {
    if (spawnSync('pandoc', ['--version']).error) this.skip();
  });

  for (const text of TEXTS) {
    it(`read ${JSON.stringify(text)} alike`, () => assert.equal(ourKeys(text), INTENDED[text] ?? pandocKeys(text)));
  }
});

/** The languages that Pandoc reads with their citations, as it names them. */
const READ = { pandoc: 'markdown', latex: 'latex', org: 'org' } as const;

for (const [id, format] of Object.entries(READ) as [keyof typeof READ, string][]) {
  describe(`What ${id} cites, by pandoc`, function () {
    this.timeout(120_000);
    before(function () {
      if (spawnSync('pandoc', ['--version']).error) this.skip();
    });

    it('is nothing in what is hostile, but where the two differ by intent', () => {
      const cited = HOSTILE[id].filter((text) =>
        pandocKeys(`Before.\n\n${text}\n\nBehind.`, format).split(',').includes('doe'),
      );
      assert.deepEqual(cited, DIFFERENCES[id]?.hostile);
    });

    it('is the same in what cites, but where the two differ by intent', () => {
      const others = (CITED[id] ?? []).filter(([text, ...keys]) => pandocKeys(text, format) !== sorted(keys));
      assert.deepEqual(
        others.map(([text]) => text),
        DIFFERENCES[id]?.cited,
      );
    });
  });
}

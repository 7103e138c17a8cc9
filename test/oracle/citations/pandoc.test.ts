import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readCitingFile } from '../../../src/citations/index/readCitingFile';
import { SYNTAXES } from '../../../src/citations/syntaxes';

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
  // Titles are no prose.
  '---\ntitle: "@doe"\n---\n\nx': '',
};

/** The keys that Pandoc cites in a text, each once. */
function pandocKeys(text: string): string {
  const { stdout } = spawnSync('pandoc', ['-f', 'markdown', '-t', 'json'], { input: `${text}\n`, encoding: 'utf8' });
  return [...new Set([...stdout.matchAll(/"citationId":"((?:[^"\\]|\\.)*)"/g)].map(([, key]) => key))].sort().join();
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

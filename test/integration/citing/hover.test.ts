import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, literature } from '../support';
import { ASCIIDOC, inDocument, LATEX, type Language, MARKDOWN, ORG, REST, TYPST } from './marked';

const hoversAt = (document: vscode.TextDocument, cursor: vscode.Position) =>
  vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, cursor);

const textOf = (hovers: readonly vscode.Hover[]) =>
  hovers.flatMap(({ contents }) => contents as vscode.MarkdownString[]).map(({ value }) => value);

const TRUSTED = ['openNote', 'revealInSource', 'showDetails'].map((name) => `literatureNotes.${name}`);

describe('A hover over a citekey', () => {
  before(literature);
  after(closeEditors);

  const covers = (language: Language, text: string, key: string) =>
    it(`covers the whole key in ${language.name}`, () =>
      inDocument(language, text, async ({ document }, cursor) => {
        const [hover] = await hoversAt(document, cursor);
        assert.equal(document.getText(hover.range), key);
      }));
  covers(MARKDOWN, 'As [see @smith2020:de|ep-x, p. 3].', 'smith2020:deep-x');
  covers(LATEX, '\\cite{a,smith2020:|deep-x}', 'smith2020:deep-x');
  covers(TYPST, 'As @smith2020:deep|-x[p.~3].', 'smith2020:deep-x');
  covers(ORG, '[cite:@|smith2020:deep-x p. 3]', 'smith2020:deep-x');
  covers(REST, ':cite:t:`knuth|1984texbook`', 'knuth1984texbook');
  covers({ name: 'a .rst file', extension: '.rst' }, ':cite:p:`a,knuth|1984texbook`', 'knuth1984texbook');
  covers({ name: 'a .tex file', extension: '.tex' }, '\\cite{knuth|1984texbook}', 'knuth1984texbook');
  covers({ name: 'R Markdown', extension: '.Rmd' }, '[@knuth|1984texbook]', 'knuth1984texbook');
  covers(ASCIIDOC, 'cite:[knuth|1984texbook(3)]', 'knuth1984texbook');

  it('shows the paper, its note and where one can go from here', () =>
    inDocument(MARKDOWN, '[@vaswani|2017attention]', async ({ document }, cursor) => {
      const [text] = textOf(await hoversAt(document, cursor));
      assert.match(text, /^\*\*Attention Is All You Need\*\*\n\nAshish Vaswani, Noam Shazeer, Niki Parmar\n\n/);
      assert.match(
        text,
        /Advances in Neural Information Processing Systems, 2017\n\nVaswani, A\., [^\n]*\n\n\[Open Note\]/,
      );
      assert.match(text, /^> Every word looks at every other word\.$/m);
      assert.match(text, /\[Open Note\]\(command:literatureNotes\.openNote\?%5B%22vaswani2017attention%22%5D\)/);
      assert.match(text, /\[Reveal in Source\]\(command:literatureNotes\.revealInSource\?/);
      assert.match(text, /\]\(https:\/\/doi\.org\/10\.5555\/3295222\)/);
    }));

  it('has links and note before the abstract, as VS Code cuts what is long', () =>
    inDocument(MARKDOWN, '[@vaswani|2017attention]', async ({ document }, cursor) => {
      const [text] = textOf(await hoversAt(document, cursor));
      const parts = text.split('\n\n').slice(-3);
      assert.match(parts[0], /^\[Open Note\]\(.*\]\(https:\/\/doi\.org\/10\.5555\/3295222\)/);
      assert.equal(parts[1], '> Every word looks at every other word.');
      assert.match(parts[2], /^A network that is made/);
    }));

  it('offers to create the note of a paper without one', () =>
    inDocument(LATEX, '\\cite{knuth|1984texbook}', async ({ document }, cursor) => {
      assert.match(
        textOf(await hoversAt(document, cursor)).join(),
        /\[Create Note\]\(command:literatureNotes\.openNote\?/,
      );
    }));

  it('is of the paper that an alias means', () =>
    inDocument(LATEX, '\\cite{attention|2017}', async ({ document }, cursor) => {
      assert.match(textOf(await hoversAt(document, cursor)).join(), /Attention Is All You Need/);
    }));

  for (const text of [
    '[@doi:10.5555/3295|222]',
    '@https://doi.org/10.5555/3295|222',
    '{cite:p}`10.5555/3295|222`',
    '{cite:p}`a` and [](https://doi.org/10.5555/3295|222)',
  ]) {
    it(`is of the paper whose DOI is cited: ${text}`, () =>
      inDocument(MARKDOWN, text, async ({ document }, cursor) => {
        assert.match(textOf(await hoversAt(document, cursor)).join(), /Attention Is All You Need/);
      }));
  }

  it('escapes what a file says, and trusts three commands only', () =>
    inDocument(MARKDOWN, '[@hostile|2021]', async ({ document }, cursor) => {
      const hovers = await hoversAt(document, cursor);
      const [text] = textOf(hovers);
      const commands = [...text.matchAll(/(?<!\\)\]\(command:([\w.]+)/g)].map(([, command]) => command);
      assert.deepEqual(commands, TRUSTED);
      assert.doesNotMatch(text, /(?<!\\)(<img|<script|!\[|`|\$\()/);
      const [{ isTrusted, supportHtml, supportThemeIcons }] = hovers[0].contents as vscode.MarkdownString[];
      assert.deepEqual(isTrusted, { enabledCommands: TRUSTED });
      assert.ok(!supportHtml && !supportThemeIcons);
    }));

  it('keeps a link to a key with parentheses whole', () =>
    inDocument(MARKDOWN, '[@{odd)key|(2022}]', async ({ document }, cursor) => {
      const [text] = textOf(await hoversAt(document, cursor));
      assert.ok(text.includes('(command:literatureNotes.openNote?%5B%22odd%29key%282022%22%5D)'), text);
    }));

  it('knows the LaTeX commands that the user cites with', async () => {
    const setting = vscode.workspace.getConfiguration('literatureNotes');
    await setting.update('latex.citationCommands', ['mycite'], vscode.ConfigurationTarget.Workspace);
    await inDocument(LATEX, '\\mycite{knuth|1984texbook}', async ({ document }, cursor) => {
      assert.match(textOf(await hoversAt(document, cursor)).join(), /The TeXbook/);
    });
    await setting.update('latex.citationCommands', undefined, vscode.ConfigurationTarget.Workspace);
  });

  const none = (what: string, text: string) =>
    it(`is not there ${what}`, () =>
      inDocument(MARKDOWN, text, async ({ document }, cursor) => {
        assert.deepEqual(textOf(await hoversAt(document, cursor)), []);
      }));
  none('for an unknown key', '[@no|body2020]');
  none('beside a key', 'As| [@knuth1984texbook]');
  none('in code', '`[@knuth|1984texbook]`');
});

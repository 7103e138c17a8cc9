import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, literature, openMarked, remove, until, write } from '../support';
import { MARKDOWN } from './marked';

const KEY = 'vaswani2017attention';
const settings = () => vscode.workspace.getConfiguration('literatureNotes');

describe('The Markdown preview', () => {
  before(async () => void (await literature()));
  afterEach(closeEditors);

  const render = (document: vscode.TextDocument) =>
    vscode.commands.executeCommand<string>('markdown.api.render', document);

  /** What it shows of a text, as soon as that matches. */
  const shows = async (text: string, pattern: RegExp) => {
    const { document } = await openMarked(text, MARKDOWN);
    let html = '';
    await until(String(pattern), async () => pattern.test((html = await render(document)))).catch((error: unknown) => {
      throw new Error(`${String(error)}: ${html}`);
    });
    return { document, html };
  };

  it('shows citations as they read, with a link to the reference in the list', async () => {
    const { html } = await shows(
      `|As said [see @${KEY}, p. 3].`,
      /\(<a href="#ref-vaswani2017attention" title="Vaswani, A\., Shazeer[^"]*">see Vaswani et al\., 2017, p\. 3<\/a>/,
    );
    assert.match(html, /<div id="ref-vaswani2017attention">Vaswani, A\./);
    assert.match(html, /data-line="0"/);
  });

  it('follows the style and the title that the document states', async () => {
    const text = `|---\ncsl: vancouver\nreference-section-title: Sources\n---\n\nAs said [@${KEY}].`;
    const { html } = await shows(text, />1<\/a>\)/);
    assert.match(html, /<h2>Sources<\/h2><section/);
  });

  it('has nothing of a closed document in the next one of its name', async () => {
    const first = await shows(`|---\ncsl: vancouver\n---\n\nAs said [@${KEY}].`, />1<\/a>\)/);
    await closeEditors();
    await until('it to be closed', () => first.document.isClosed);
    const second = await openMarked(`|As said [@${KEY}].`, MARKDOWN);
    assert.equal(second.document.uri.toString(), first.document.uri.toString());
    assert.doesNotMatch(await render(second.document), />1<\/a>\)/);
    await until('its own style', async () => (await render(second.document)).includes('Vaswani et al., 2017'));
  });

  it('lists all papers where the document lists all', async () => {
    const text = '|---\nnocite: "@*"\n---\n\nNothing is cited.';
    const { html } = await shows(text, /<div id="ref-vaswani2017attention">Vaswani, A\./);
    assert.match(html, /<div id="ref-knuth1984texbook">Knuth, /);
  });

  it('marks keys that no paper has, but no person who is mentioned', async () => {
    const { html } = await shows(`|[@${KEY}; @nobody2020] and [@nobody2021], by @someone.`, /literature-unknown/);
    assert.match(html, />nobody2020\?<\/span>/);
    assert.match(html, /\(<span[^>]*>nobody2021\?<\/span>\)/);
    assert.match(html, /by @someone\./);
  });

  it('follows the setting', async () => {
    const { document } = await shows(`|As said [@${KEY}].`, /Vaswani et al/);
    await settings().update('preview.citations', 'whereBibliography', vscode.ConfigurationTarget.Workspace);
    try {
      await until('it as it is written', async () => (await render(document)).includes(`[@${KEY}]`));
      await shows(`|---\nbibliography: refs.bib\n---\n\nAs said [@${KEY}].`, /Vaswani et al/);
    } finally {
      await settings().update('preview.citations', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await until('it as it reads', async () => (await render(document)).includes('Vaswani et al'));
  });

  it('follows the file of its style, and that of the one which this points to', async () => {
    const style = (before: string) =>
      '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>Live</title></info>' +
      `<citation><layout prefix="${before}"><text variable="title"/></layout></citation></style>`;
    const reads = (document: vscode.TextDocument, text: string) =>
      until(text, async () => (await render(document)).includes(text));
    await write('live.csl', '<style><link rel="independent-parent" href="http://x.org/rules"/></style>');
    await write('rules.csl', style('First '));
    try {
      const { document } = await openMarked(`|---\ncsl: live.csl\n---\n\n[@${KEY}]`, { path: 'styled.md' });
      await reads(document, 'First Attention');
      await write('rules.csl', style('Second '));
      await reads(document, 'Second Attention');
      await write('live.csl', style('Third '));
      await reads(document, 'Third Attention');
    } finally {
      await closeEditors();
      for (const file of ['live.csl', 'rules.csl', 'styled.md']) await remove(file);
    }
  });

  it('says why a style cannot be used', async () => {
    const { html } = await shows(`|---\ncsl: none-such\n---\n\nAs said [@${KEY}].`, /literature-problem/);
    assert.match(html, /none-such/);
    assert.match(html, new RegExp(`\\[@${KEY}\\]`));
  });
});

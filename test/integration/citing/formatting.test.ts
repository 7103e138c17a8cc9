import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { LiteratureNotesApi } from '../../../src/api';
import { closeEditors, literature, remove, until, write } from '../support';
import { inDocument, MARKDOWN } from './marked';

const VASWANI = /^Vaswani, A\., Shazeer, N\., & Parmar, N\. \(2017\)\. Attention Is All You Need\. /;

const copied = async (command: string, ...args: unknown[]) => {
  await vscode.commands.executeCommand(`literatureNotes.${command}`, ...args);
  return vscode.env.clipboard.readText();
};

describe('A formatted reference', () => {
  let api: LiteratureNotesApi;
  before(async () => {
    api = await literature();
  });
  afterEach(closeEditors);

  const key = 'vaswani2017attention';
  const settings = () => vscode.workspace.getConfiguration('literatureNotes');

  it('is copied in the chosen style, as text and as Markdown', async () => {
    assert.match(await copied('copyReference', key), VASWANI);
    assert.match(await copied('copyReferenceAsMarkdown', key), /\*Attention Is All You Need\*|\*Advances in Neural/);
    assert.equal(await copied('copyFormattedCitation', key), '(Vaswani et al., 2017)');
    await settings().update('citationStyle', 'nature', vscode.ConfigurationTarget.Workspace);
    try {
      assert.equal(await copied('copyFormattedCitationAsMarkdown', key), '^1^');
      assert.equal(await copied('copyFormattedCitation', key), '1');
    } finally {
      await settings().update('citationStyle', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('follows the setting, and before it the document', async () => {
    await settings().update('citationStyle', 'vancouver', vscode.ConfigurationTarget.Workspace);
    try {
      assert.match(await copied('copyReference', key), /^1\. Vaswani A, Shazeer N, Parmar N\. Attention/);
      await inDocument(MARKDOWN, '---\ncsl: apa\n---\n\n[@vaswani|2017attention]', async () => {
        assert.match(await copied('copyReference'), VASWANI);
      });
    } finally {
      await settings().update('citationStyle', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('follows any .csl file of the workspace, and says why one cannot be used', async () => {
    const csl =
      '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>Mine</title></info>' +
      '<citation><layout><text variable="title"/></layout></citation>' +
      '<bibliography><layout prefix="Mine: "><text variable="title"/></layout></bibliography></style>';
    await write('styles/mine.csl', csl);
    const pointing = (to: string) => `<style><link rel="independent-parent" href="http://x.org/${to}"/></style>`;
    await write('styles/points.csl', pointing('plos'));
    await write('styles/beside.csl', pointing('mine'));
    await write('styles/dependent/below.csl', pointing('mine'));
    await write('styles/dependent/outside.csl', pointing('..%2fmine'));
    try {
      const [reference] = await api.formatReferences([key], { style: 'styles/mine.csl' });
      assert.deepEqual(reference, { citekey: key, text: 'Mine: Attention Is All You Need' });
      for (const style of ['styles/beside.csl', 'styles/dependent/below.csl'])
        assert.deepEqual(await api.formatReferences([key], { style }), [reference]);
      await assert.rejects(api.formatReferences([key], { style: 'styles/dependent/outside.csl' }), /points to another/);
      await assert.rejects(
        api.formatReferences([key], { style: 'styles/points.csl' }),
        /points to another one, “plos”/,
      );
      await assert.rejects(api.formatReferences([key], { style: 'styles/none.csl' }), /styles\/none\.csl/);
      await write('styles/broken.csl', csl.replace('</layout>', ''));
      await assert.rejects(api.formatReferences([key], { style: 'styles/broken.csl' }), /“<\/citation>” ends nothing/);
      await assert.rejects(
        api.formatReferences([key], { style: 'none' }),
        /There is no citation style “none”\. Choose/,
      );
    } finally {
      await remove('styles');
    }
  });

  it('is given by the API in the order of the style, and refuses unknown keys by name', async () => {
    const list = await api.formatReferences([key, 'knuth1984texbook'], { format: 'html' });
    assert.deepEqual(
      list.map(({ citekey }) => citekey),
      ['knuth1984texbook', key],
    );
    assert.match(list[0].text, /<i>/);
    assert.equal(
      await api.formatCluster([{ citekey: key, locator: '3', label: 'chap.', prefix: 'see' }], { locale: 'de-DE' }),
      '(see Vaswani et al., 2017, Kapitel 3)',
    );
    await assert.rejects(api.formatReferences(['nobody']), /nobody/);
  });

  it('stands in the hover', () =>
    inDocument(MARKDOWN, '[@vaswani|2017attention]', async ({ document }, cursor) => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        cursor,
      );
      const [text] = hovers.flatMap(({ contents }) => contents as vscode.MarkdownString[]).map(({ value }) => value);
      assert.match(text, /^Vaswani, A\., Shazeer, N\., & Parmar, N\. \(2017\)/m);
    }));

  it('can be seen in every style before one is chosen', async () => {
    const choosing = vscode.commands.executeCommand('literatureNotes.chooseStyle');
    try {
      await until('a style is chosen', async () => {
        await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return settings().inspect('citationStyle')?.workspaceValue !== undefined;
      });
      await choosing;
    } finally {
      await settings().update('citationStyle', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});

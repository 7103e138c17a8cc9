import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { literature, remove, until, write } from '../support';

describe('Links of paper lists and notes', () => {
  before(literature);

  const linksOf = async (uri: vscode.Uri) => {
    const document = await vscode.workspace.openTextDocument(uri);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', uri, 100);
    return links.map(({ range, target }) => `${document.getText(range)} ${target?.toString(true)}`);
  };

  it('lead from DOIs and arXiv identifiers to their pages', async () => {
    const list = await write(
      'linked.bib',
      '@misc{linked2020, title = {L}, doi = {10.1000/xyz}, eprint = {1706.03762}}\n',
    );
    const other = await write('other.md', '---\ndoi: 10.1000/xyz\n---\n');
    const expected = ['10.1000/xyz https://doi.org/10.1000/xyz', '1706.03762 https://arxiv.org/abs/1706.03762'];
    await until('the links', async () => (await linksOf(list)).length > 0);
    assert.deepEqual(await linksOf(list), expected);
    assert.deepEqual(await linksOf(other), []);
    await remove('linked.bib');
    await remove('other.md');
  });
});

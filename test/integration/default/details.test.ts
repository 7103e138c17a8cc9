import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { LiteratureNotesApi } from '../../../src/api';
import { closeEditors, literature, until } from '../support';

describe('The details of a paper', () => {
  let api: LiteratureNotesApi;
  before(async () => void (api = await literature()));
  after(closeEditors);

  it('are shown of a paper that is named', async () => {
    const [{ citekey }] = await api.entriesPage(0, 1);
    await vscode.commands.executeCommand('literatureNotes.showDetails', citekey);
    await vscode.commands.executeCommand('literatureNotes.pinDetails');
    await vscode.commands.executeCommand('literatureNotes.unpinDetails');
  });

  it('stand side by side for two to five papers, and for no other number of them', async () => {
    const papers = (await api.entriesPage(0, 6)).map(({ citekey }) => citekey);
    const tabs = () =>
      vscode.window.tabGroups.all
        .flatMap((group) => group.tabs)
        .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('comparison'));
    const compare = (many: number) =>
      vscode.commands.executeCommand('literatureNotes.comparePapers', papers.slice(0, many));
    for (const many of [1, 6]) {
      await compare(many);
      assert.equal(tabs().length, 0, String(many));
    }
    for (const many of [2, 3, 5]) {
      await compare(many);
      await until(`the comparison of ${many}`, () => tabs().length === 1);
      assert.match(tabs()[0].label, /^Compare /);
      assert.equal(tabs()[0].label.split(', ').length, many, tabs()[0].label);
      await closeEditors();
    }
  });
});

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

  it('stand side by side for two to five papers', async () => {
    const papers = (await api.entriesPage(0, 3)).map(({ citekey }) => citekey);
    const tabs = () =>
      vscode.window.tabGroups.all
        .flatMap((group) => group.tabs)
        .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('comparison'));
    await vscode.commands.executeCommand('literatureNotes.comparePapers', papers.slice(0, 1));
    assert.equal(tabs().length, 0);
    await vscode.commands.executeCommand('literatureNotes.comparePapers', papers.slice(0, 2));
    await until('the comparison', () => tabs().length === 1);
    assert.match(tabs()[0].label, /^Compare /);
  });
});

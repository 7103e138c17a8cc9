import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { LiteratureNotesApi } from '../../../src/api';
import { pageHtml } from '../../../src/vscode/webviewKit/page';
import { closeEditors, literature, remove, until, write } from '../support';

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

  it('are a page that loads and runs nothing but its own', () => {
    const webview = { cspSource: 'https://own', asWebviewUri: (uri: vscode.Uri) => uri } as vscode.Webview;
    const page = { name: 'details', title: '<img src=x>', body: '<main></main>' };
    const html = pageHtml(page, webview, vscode.Uri.file('/extension'));
    const nonce = /script-src 'nonce-([\w-]{36})'/.exec(html)?.[1];
    const policy = `default-src 'none'; style-src https://own; font-src https://own; script-src 'nonce-${nonce}'`;
    assert.ok(html.includes(`<meta http-equiv="Content-Security-Policy" content="${policy}">`));
    assert.deepEqual(html.match(/<script[^>]*>/g), [
      `<script nonce="${nonce}" src="file:///extension/dist/webview/details.js">`,
    ]);
    assert.doesNotMatch(html, /<img|<style|\sstyle=|\son\w+=/);
    assert.notEqual(pageHtml(page, webview, vscode.Uri.file('/extension')), html);
  });

  it('stand side by side for two to five papers, and for no other number of them', async () => {
    const papers = ['one', 'two', 'three', 'four', 'five', 'six'].map((name) => `compared${name}`);
    await write('compared.bib', papers.map((key) => `@book{${key}, title = {A ${key}}}`).join('\n'));
    await until('the papers', () => api.entry(papers[5]) !== undefined);
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
      const [, named] = /^Compare (.*)$/.exec(tabs()[0].label) ?? [];
      assert.deepEqual(named?.split(/,? and |, /), papers.slice(0, many));
      await closeEditors();
    }
    await remove('compared.bib');
  });
});

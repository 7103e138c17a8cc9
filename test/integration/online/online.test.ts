import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { LiteratureNotesApi } from '../../../src/api';
import { SERVICE_IDS } from '../../../src/online/services';
import * as answers from '../../online/answers';
import { json, LocalServer, text } from '../../online/localServer';
import { closeEditors, literature, read, remove, until, write } from '../support';

describe('Papers from services on the web', () => {
  let api: LiteratureNotesApi;
  let server: LocalServer;
  const settings = () => vscode.workspace.getConfiguration('literatureNotes.online');

  before(async () => {
    api = await literature();
    server = await LocalServer.listen();
    const endpoints = Object.fromEntries(SERVICE_IDS.map((id) => [id, `${server.url}/${id}`]));
    await settings().update('endpoints', endpoints, vscode.ConfigurationTarget.Global);
  });
  afterEach(async () => {
    await settings().update('enabled', undefined, vscode.ConfigurationTarget.Global);
    await closeEditors();
    server.reset();
  });
  after(async () => {
    await settings().update('endpoints', undefined, vscode.ConfigurationTarget.Global);
    await server.close();
  });

  const add = (wanted: string, source: vscode.Uri) =>
    vscode.commands.executeCommand<readonly string[] | undefined>('literatureNotes.addPaper', wanted, {
      source,
      confirm: false,
    });

  const withList = async (run: (uri: vscode.Uri) => Promise<void>) => {
    const uri = await write('online.bib', '@book{old2000,\n  title = {Old},\n}\n');
    await until('the list', () => api.entry('old2000'));
    await run(uri);
    await closeEditors();
    await remove('online.bib');
    await until('the end', () => !api.entry('old2000'));
  };

  it('are added to a list in its style, as one step that can be undone', async () => {
    server.on(/arxiv/, text(answers.atom(answers.ARXIV_ENTRY), 'application/atom+xml'));
    server.on(/crossref/, json(answers.crossrefWork(answers.CROSSREF_WORK)));
    await withList(async (uri) => {
      const old = await read(uri);
      const keys = await add('arXiv:1706.03762\n10.1145/3458817.3476195', uri);
      assert.deepEqual(keys, ['vaswani2017attention', 'narayanan2021efficient']);
      const document = await vscode.workspace.openTextDocument(uri);
      assert.match(document.getText(), /@\w+\{vaswani2017attention,\n {2}/);
      assert.match(document.getText(), /eprint\s*= \{1706\.03762\}/);
      assert.match(document.getText(), /doi\s*= \{10\.1145\/3458817\.3476195\}/);
      assert.equal(await read(uri), old, 'it is not saved');
      await until('the papers', () => api.entry('vaswani2017attention') && api.entry('narayanan2021efficient'));
      assert.deepEqual(await add('1706.03762', uri), ['vaswani2017attention'], 'nothing twice');
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), old);
    });
  });

  it('are given to other extensions, with the citekey of those that the library has', async () => {
    server.on(
      /crossref/,
      json(answers.crossrefWork({ ...answers.CROSSREF_WORK, title: ['Sparse Maps for Patient Robots'] })),
    );
    const [paper] = await api.lookUp('10.1145/3458817.3476195');
    assert.equal(paper.service, 'crossref');
    assert.equal(paper.item.publisher, 'ACM');
    server.on(/crossref\/works$/, json(answers.crossrefList(answers.CROSSREF_WORK)));
    const found = await api.searchOnline('training', 5);
    assert.equal(found[0].item.DOI, '10.1145/3458817.3476195');
  });

  it('are not asked for while that is switched off', async () => {
    await settings().update('enabled', false, vscode.ConfigurationTarget.Global);
    await assert.rejects(api.lookUp('10.1145/3458817.3476195'), /switched off/);
    await assert.rejects(api.searchOnline('training'), /switched off/);
    assert.equal(server.received.length, 0);
  });

  it('are asked for by nothing but such a command', async () => {
    await withList(async (uri) => {
      await vscode.window.showTextDocument(uri);
      await vscode.commands.executeCommand('literatureNotes.refresh');
      await api.search('attention');
      const editor = await vscode.window.showTextDocument(
        await vscode.workspace.openTextDocument({ language: 'markdown', content: '' }),
      );
      await editor.edit((builder) =>
        builder.insert(new vscode.Position(0, 0), 'See [@unknown2024paper] and 10.1145/3458817.3476195.'),
      );
      await vscode.commands.executeCommand(
        'vscode.executeHoverProvider',
        editor.document.uri,
        new vscode.Position(0, 8),
      );
      await vscode.commands.executeCommand(
        'vscode.executeCompletionItemProvider',
        editor.document.uri,
        new vscode.Position(0, 8),
      );
    });
    assert.deepEqual(server.received, []);
  });
});

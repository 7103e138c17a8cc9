import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { LiteratureNotesApi } from '../../../src/api';
import { SERVICE_IDS } from '../../../src/online/services';
import * as answers from '../../online/answers';
import { json, LocalServer, status, text } from '../../online/localServer';
import { closeEditors, literature, remove, until, write } from '../support';

const BIB = '@book{old2000,\n  title = {Old},\n  year = {2000},\n}\n';
const TEXT = `---
bibliography: cited.bib
---

Attention replaces recurrence [@vaswani2017attn; @old2000].
As before [see @vaswani2017attn, p. 3].
`;

describe('A citekey that no source has', () => {
  let api: LiteratureNotesApi;
  let server: LocalServer;
  let document: vscode.TextDocument;
  const settings = () => vscode.workspace.getConfiguration('literatureNotes.online');
  const { Global } = vscode.ConfigurationTarget;

  before(async () => {
    api = await literature();
    server = await LocalServer.listen();
    const endpoints = Object.fromEntries(SERVICE_IDS.map((id) => [id, `${server.url}/${id}`]));
    await settings().update('endpoints', endpoints, Global);
    await settings().update('services', ['arxiv', 'crossref'], Global);
  });
  beforeEach(async () => {
    server.on(/arxiv/, text(answers.atom(answers.ARXIV_ENTRY), 'application/atom+xml'));
    server.on(/crossref\/works$/, json(answers.crossrefList({ title: ['On Whales'], DOI: '10.1234/whales' })));
    await write('cited.bib', BIB);
    await until('the list', () => api.entry('old2000'));
    document = await vscode.workspace.openTextDocument(await write('cited.md', TEXT));
    await vscode.window.showTextDocument(document);
  });
  afterEach(async () => {
    await settings().update('enabled', undefined, Global);
    const bib = await vscode.workspace.openTextDocument(listUri());
    for (const each of [document, bib]) {
      await vscode.window.showTextDocument(each);
      await vscode.commands.executeCommand('workbench.action.files.revert');
    }
    await closeEditors();
    await Promise.all(['cited.bib', 'cited.md'].map(remove));
    await until('the end', () => !api.entry('old2000'));
    server.reset();
  });
  after(async () => {
    await settings().update('endpoints', undefined, Global);
    await settings().update('services', undefined, Global);
    await server.close();
  });

  const listUri = () => vscode.Uri.joinPath(document.uri, '../cited.bib');
  const list = async () => (await vscode.workspace.openTextDocument(listUri())).getText();

  /** The quick fixes at the unknown key. */
  const fixes = async () => {
    const unknown = (uri: vscode.Uri) =>
      vscode.languages.getDiagnostics(uri).find(({ code }) => code === 'unknown-key');
    await until('the problem', () => unknown(document.uri));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      unknown(document.uri)!.range,
    );
    return actions.filter(({ title }) => title.includes('Online'));
  };

  /** Runs the fix and answers all it asks with the keys of these names, the last one as often as it takes. */
  const looked = async (...answer: string[]) => {
    const [fix] = await fixes();
    assert.ok(fix.command, 'it is a command');
    assert.deepEqual(server.received, [], 'nothing is sent before it is chosen');
    let result: { key: string | undefined } | undefined;
    const { command, arguments: args = [] } = fix.command;
    void vscode.commands.executeCommand<string>(command, ...(args as unknown[])).then((key) => (result = { key }));
    await until('the end of the command', async () => {
      for (const name of answer) if (!result) await vscode.commands.executeCommand(`workbench.action.${name}`);
      return result;
    });
    return result!.key;
  };

  it('is looked for online by a quick fix: the paper is added, and cited everywhere by its key', async () => {
    const [fix, ...others] = await fixes();
    assert.equal(fix.title, 'Look for “vaswani2017attn” Online…');
    assert.deepEqual(others, []);
    assert.equal(fix.isPreferred ?? false, false, 'it is not done without a look');
    assert.equal(await looked('acceptSelectedQuickOpenItem'), 'vaswani2017attention');
    assert.match(await list(), /vaswani2017attention,[^]*eprint\s*= \{1706\.03762\}/);
    assert.ok((await list()).startsWith(BIB), 'what was there stays');
    assert.equal(document.getText(), TEXT.replaceAll('vaswani2017attn', 'vaswani2017attention'));
    assert.equal(vscode.window.activeTextEditor?.document, document, 'the user goes on writing');
    const sent = server.received.map(({ query }) => query.get('query.bibliographic') ?? query.get('search_query'));
    assert.deepEqual(new Set(sent), new Set(['vaswani attn', 'all:vaswani AND all:attn']));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), TEXT, 'one step back');
  });

  it('is left alone where the user leaves the question, or services are silent', async () => {
    assert.equal(await looked('closeQuickOpen'), undefined);
    server.received.length = 0;
    server.on(/./, status(403));
    await write('cited.md', TEXT.replaceAll('vaswani2017attn', 'moe2011silence'));
    await until('the other key', () => document.getText().includes('moe2011silence'));
    assert.equal(await looked('acceptSelectedQuickOpenItem'), undefined);
    assert.ok(server.received.length > 0);
    assert.equal(await list(), BIB);
    assert.ok(document.getText().includes('moe2011silence'));
  });

  it('is not looked for while services are switched off', async () => {
    await settings().update('enabled', false, Global);
    assert.deepEqual(await fixes(), []);
    const run = vscode.commands.executeCommand('literatureNotes._lookForKey', document.uri.toString(), 'x2020y', 70);
    assert.equal(await run, undefined);
    assert.deepEqual(server.received, []);
  });
});

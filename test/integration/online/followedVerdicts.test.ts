import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ApiVerdict, LiteratureNotesApi } from '../../../src/api';
import { SERVICE_IDS } from '../../../src/online/services';
import * as answers from '../../online/answers';
import { json, status, text } from '../../online/localServer';
import { fill, ZoteroServer } from '../../online/zoteroServer';
import { closeEditors, literature, remove, until, write } from '../support';

const RECORD = {
  DOI: '10.5555/maps.1',
  type: 'journal-article',
  title: ['Maps for Patient Robots, Number 1'],
  author: [{ family: 'Writer1', given: 'Ada' }],
  issued: { 'date-parts': [[2003]] },
  'container-title': ['Journal of Waiting Machines'],
};

describe('Verdicts about papers of a library that is followed', () => {
  let api: LiteratureNotesApi;
  let server: ZoteroServer;
  const settings = () => vscode.workspace.getConfiguration('literatureNotes');
  const { Global } = vscode.ConfigurationTarget;
  const verify = (what: unknown) =>
    vscode.commands.executeCommand<ApiVerdict[]>('literatureNotes.verifyReferences', what, { confirm: false });
  const all = () =>
    vscode.languages
      .getDiagnostics()
      .flatMap(([uri, diagnostics]) => diagnostics.map((diagnostic) => ({ uri, diagnostic })))
      .filter(({ diagnostic }) => diagnostic.source?.includes('online'));

  before(async () => {
    api = await literature();
    server = await ZoteroServer.listen({ version: '10.0.1' });
    const { url } = server.http;
    const endpoints = Object.fromEntries(SERVICE_IDS.map((id) => [id, `${url}/${id}`]));
    await settings().update('online.endpoints', { ...endpoints, zotero: url }, Global);
    server.http.on(/^\/semanticscholar\//, status(404));
    server.http.on(/^\/europepmc\//, json({ resultList: { result: [] } }));
    server.http.on(/^\/arxiv\//, text(answers.atom(), 'application/atom+xml'));
    server.http.on(/crossref\/works$/, json(answers.crossrefList(RECORD)));
    server.http.on(/crossref\/works\/10/, json(answers.crossrefWork(RECORD)));
    fill(server, 1);
    await vscode.commands.executeCommand('literatureNotes.zotero.addLibrary', { server: 'zotero', library: 'user' });
    await until('the paper', () => api.entry('writer1'));
  });
  after(async () => {
    await settings().update('zotero.libraries', undefined, Global);
    await until('the end of the library', () => !api.entry('writer1'));
    await settings().update('online.endpoints', undefined, Global);
    await closeEditors();
    await server.http.close();
  });

  it('stand where the paper is cited, and go with the citation', async () => {
    const uri = await write('followed.md', 'Robots wait [@writer1, p. 3].\n\nAgain [@writer1].\n');
    const document = await vscode.workspace.openTextDocument(uri);
    const editor = await vscode.window.showTextDocument(document);
    await until('the citations', async () => (await verify(uri)).length === 1);
    await until('the verdicts', () => all().length === 2);
    for (const { uri: at, diagnostic } of all()) {
      assert.equal(at.toString(), uri.toString(), 'on no file of the extension\u2019s own');
      assert.equal(document.getText(diagnostic.range).replace('@', ''), 'writer1');
      assert.match(diagnostic.message, /^“writer1”: Contradicted, year: here “1981”, Crossref “2003”\.$/);
      assert.equal(diagnostic.severity, vscode.DiagnosticSeverity.Warning);
    }
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      all()[0].diagnostic.range,
    );
    const titles = actions.map(({ title }) => title);
    assert.ok(titles.includes('Open in Zotero'), titles.join());
    assert.ok(!titles.some((title) => /Compare|Change/.test(title)), titles.join());
    await editor.edit((builder) => builder.delete(new vscode.Range(0, 0, 1, 0)));
    await until('the verdict of the other citation alone', () => all().length === 1);
    assert.equal(all()[0].diagnostic.range.start.line, 1);
  });

  it('are told where nobody cites the paper, and go when the paper changes', async () => {
    await closeEditors();
    await remove('followed.md');
    await until('no verdicts', () => all().length === 0);
    const [verdict] = await verify(['writer1']);
    assert.equal(verdict.verdict, 'contradicted');
    assert.deepEqual(all(), []);
    const uri = await write('followed.md', 'Once more [@writer1].\n');
    await until('the verdict where it is cited now', () => all().length === 1);
    server.put({ key: 'P0000001', date: '2003' });
    await vscode.commands.executeCommand('literatureNotes.refresh');
    await until('no verdict about what has changed', () => all().length === 0);
    await vscode.workspace.fs.delete(uri);
  });
});

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ApiVerdict, LiteratureNotesApi } from '../../../src/api';
import { SERVICE_IDS } from '../../../src/online/services';
import * as answers from '../../online/answers';
import { json, LocalServer, status, text } from '../../online/localServer';
import { closeEditors, literature, remove, until, write } from '../support';

const BIB = `@article{good2020,
  title = {On Sparse Maps of {P}atient Robots},
  author = {Doe, Jane and Li, Wei},
  year = {2020},
  doi = {10.1234/a},
}

@article{wrong2012,
  title = {On Sparse Maps of Patient Robots},
  author = {Doe, Jane and Li, Wei},
  year = {2012},
  doi = {10.1234/a},
}
`;

const WORK = {
  DOI: '10.1234/a',
  type: 'journal-article',
  title: ['On Sparse Maps of Patient Robots'],
  author: [
    { family: 'Doe', given: 'Jane' },
    { family: 'Li', given: 'Wei' },
  ],
  issued: { 'date-parts': [[2020]] },
  'container-title': ['Journal of Robots'],
  volume: '3',
};

describe('What services say of papers of the library', () => {
  let api: LiteratureNotesApi;
  let server: LocalServer;
  let list: vscode.Uri;
  const settings = () => vscode.workspace.getConfiguration('literatureNotes.online');

  before(async () => {
    api = await literature();
    server = await LocalServer.listen();
    const endpoints = Object.fromEntries(SERVICE_IDS.map((id) => [id, `${server.url}/${id}`]));
    await settings().update('endpoints', endpoints, vscode.ConfigurationTarget.Global);
  });
  beforeEach(async () => {
    server.on(/crossref\/works\/10/, json(answers.crossrefWork(WORK)));
    server.on(/crossref\/works$/, json(answers.crossrefList(WORK)));
    server.on(/arxiv/, text(answers.atom(), 'application/atom+xml'));
    server.on(/europepmc/, json({ resultList: { result: [] } }));
    list = await write('checked.bib', BIB);
    await until('the list', () => api.entry('good2020') && api.entry('wrong2012'));
  });
  afterEach(async () => {
    await settings().update('enabled', undefined, vscode.ConfigurationTarget.Global);
    await closeEditors();
    await remove('checked.bib');
    await until('the end', () => !api.entry('good2020'));
    server.reset();
  });
  after(async () => {
    await settings().update('endpoints', undefined, vscode.ConfigurationTarget.Global);
    await server.close();
  });

  it('is a verdict for each, with its evidence', async () => {
    const [good, wrong] = await api.verify(['good2020', 'wrong2012']);
    assert.deepEqual([good.citekey, good.verdict, good.complete], ['good2020', 'confirmed', true]);
    assert.deepEqual(good.evidence, [{ service: 'crossref', url: 'https://doi.org/10.1234/a' }]);
    assert.equal(wrong.verdict, 'contradicted');
    const year = wrong.fields.find(({ field }) => field === 'year');
    assert.deepEqual(year, { field: 'year', verdict: 'contradicted', claimed: '2012', found: '2020', by: 'crossref' });
    await assert.rejects(api.verify(['nobody1900']), /nobody1900/);
  });

  it('is refused while asking is switched off', async () => {
    await settings().update('enabled', false, vscode.ConfigurationTarget.Global);
    await assert.rejects(api.verify(['good2020']), /switched off/);
    assert.equal(server.received.length, 0);
  });

  it('stands in the Problems panel at the field, with the record’s value as a fix', async () => {
    const verdicts = await vscode.commands.executeCommand<ApiVerdict[]>('literatureNotes.verifyReferences', list, {
      confirm: false,
    });
    assert.deepEqual(
      verdicts.map(({ verdict }) => verdict),
      ['confirmed', 'contradicted'],
    );
    const document = await vscode.workspace.openTextDocument(list);
    await vscode.window.showTextDocument(document);
    const problems = vscode.languages.getDiagnostics(list).filter(({ source }) => source?.includes('online'));
    assert.equal(problems.length, 1);
    assert.equal(document.getText(problems[0].range), '{2012}');
    assert.match(problems[0].message, /2012.*Crossref.*2020/);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      list,
      problems[0].range,
      undefined,
      5,
    );
    const fix = actions.find(({ title }) => title.includes('year'));
    const record = actions.find(({ title }) => title === 'Open the Record of Crossref');
    assert.deepEqual(String(record?.command?.arguments?.[0]), 'https://doi.org/10.1234/a');
    assert.ok(fix?.edit, 'the fix has its edit');
    await vscode.workspace.applyEdit(fix.edit);
    assert.ok(!document.getText().includes('2012},'));
    await until('no verdict about what has changed', () =>
      vscode.languages.getDiagnostics(list).every(({ source }) => !source?.includes('online')),
    );
  });

  it('has its ways on in a list of whatever name', async () => {
    const text = await write(
      'checkedlist/papers.txt',
      'A Paper That Nobody Knows\nIts abstract says what it is about.\n',
    );
    const verify = () =>
      vscode.commands.executeCommand<ApiVerdict[]>('literatureNotes.verifyReferences', text, { confirm: false });
    await until('the verdict', async () => (await verify()).length === 1);
    const [problem] = vscode.languages.getDiagnostics(text).filter(({ source }) => source?.includes('online'));
    await vscode.window.showTextDocument(text);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      text,
      problem.range,
    );
    assert.ok(actions.some(({ title }) => title === 'Compare with Services…'));
    await remove('checkedlist');
  });

  it('is asked for of all that a document cites, and of nothing else', async () => {
    const text = await write('checked.md', 'See [@wrong2012; @unknown1999].\n');
    const verify = (uri: vscode.Uri) =>
      vscode.commands.executeCommand<ApiVerdict[]>('literatureNotes.verifyReferences', uri, { confirm: false });
    await until('the citation', async () => (await verify(text)).length > 0);
    assert.deepEqual(
      (await verify(text)).map(({ citekey, verdict }) => [citekey, verdict]),
      [['wrong2012', 'contradicted']],
    );
    await remove('checked.md');
  });

  it('is incomplete where services fail, and stands in no problem as contradicted', async () => {
    await write('checked.bib', BIB.replaceAll('10.1234/a', '10.1234/silent').replaceAll('Sparse', 'Silent'));
    await until('the other papers', () => api.entry('wrong2012')?.DOI === '10.1234/silent');
    server.on(/./, status(403));
    const verdicts = await api.verify(['good2020', 'wrong2012']);
    assert.deepEqual(
      verdicts.map(({ verdict, complete }) => [verdict, complete]),
      [
        ['unverified', false],
        ['unverified', false],
      ],
    );
    await vscode.commands.executeCommand('literatureNotes.verifyReferences', list, { confirm: false });
    const problems = vscode.languages.getDiagnostics(list).filter(({ source }) => source?.includes('online'));
    assert.equal(problems.length, 2);
    for (const { message, severity } of problems) {
      assert.match(message, /^Could not verify: .* Not all services answered\. Crossref refuses to answer \(403\)/);
      assert.equal(severity, vscode.DiagnosticSeverity.Information);
    }
  });

  it('fills in all papers of a list at once', async () => {
    const complete = (what: unknown) =>
      vscode.commands.executeCommand<string[]>('literatureNotes.completeMetadata', what, { confirm: false });
    assert.deepEqual(await complete(list), ['good2020', 'wrong2012']);
    const document = await vscode.workspace.openTextDocument(list);
    assert.equal(document.getText().split('journal = {Journal of Robots}').length, 3);
    assert.match(document.getText(), /year = \{2012\}/, 'what differs stays');
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), BIB, 'one step');
    await until('what was taken back', () => !api.entry('good2020')?.['container-title']);
    assert.deepEqual(await complete(['wrong2012', 'good2020']), ['wrong2012', 'good2020']);
    await vscode.commands.executeCommand('undo');
  });

  it('fills in what a paper does not say, keeping its citekey and its braces', async () => {
    const changed = await vscode.commands.executeCommand<string[]>('literatureNotes.completeMetadata', 'good2020', {
      confirm: false,
    });
    assert.deepEqual(changed, ['good2020']);
    const document = await vscode.workspace.openTextDocument(list);
    const entry = document.getText().slice(0, document.getText().indexOf('@article{wrong2012'));
    assert.match(entry, /@article\{good2020,/);
    assert.match(entry, /title = \{On Sparse Maps of \{P\}atient Robots\}/);
    assert.match(entry, /journal = \{Journal of Robots\}/);
    assert.match(entry, /volume = \{?3\}?,/);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), BIB);
  });
});

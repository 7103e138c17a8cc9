import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { LiteratureNotesApi } from '../../../src/api';
import { LocalServer, text as sending } from '../../online/localServer';
import { closeEditors, literature, openMarked, read, remove, saveDocuments, until, write } from '../support';

describe('Restricted Mode', () => {
  let api: LiteratureNotesApi;
  before(async () => void (api = await literature()));

  const setting = (name: string, value: unknown) =>
    vscode.workspace.getConfiguration('literatureNotes').update(name, value, vscode.ConfigurationTarget.Workspace);

  it('is on', () => assert.equal(vscode.workspace.isTrusted, false));

  it('reads, searches and cites', async () => {
    assert.equal(api.entries().length, 3);
    assert.equal((await api.search('patient robots'))[0].citekey, 'sparsemapspatient');
    assert.equal(api.formatCitation(['sparsemapspatient'], 'latex'), '\\cite{sparsemapspatient}');
  });

  it('shows citations in the Markdown preview, by no style that the workspace names', async () => {
    const style =
      '<style class="in-text" version="1.0"><info><title>Mine</title></info><citation><layout prefix="MINE "><text variable="title"/>' +
      '</layout></citation></style>';
    await write('mine.csl', style);
    await setting('citationStyle', 'mine.csl');
    const { document } = await openMarked('|As said [@sparsemapspatient].', { language: 'markdown' });
    const render = () => vscode.commands.executeCommand<string>('markdown.api.render', document);
    await until('them to be formatted', async () => (await render()).includes('<a href="#ref-sparsemapspatient"'));
    assert.doesNotMatch(await render(), /MINE|@sparse/);
    await setting('citationStyle', undefined);
    await closeEditors();
    await remove('mine.csl');
  });

  it('reads no file outside the workspace folder', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'outside-'));
    await writeFile(join(outside, 'secret.csl.json'), JSON.stringify([{ id: 'secret2020', title: 'Secret' }]));
    await write('lists/inside.json', JSON.stringify([{ id: 'inside2020', title: 'Inside' }]));
    await setting('sources', [
      join(outside, 'secret.csl.json'),
      '../**/secret.csl.json',
      'lists/inside.json',
      'papers.txt',
    ]);
    await until('the list inside', () => api.entry('inside2020'));
    assert.equal(api.entry('secret2020'), undefined);
    await setting('sources', undefined);
    await remove('lists');
    await until('the end', () => !api.entry('inside2020'));
    await rm(outside, { recursive: true });
  });

  it('makes notes by the default settings, not by those of the workspace', async () => {
    await write('evil.md', 'EVIL');
    await setting('notes.template', 'evil.md');
    await setting('notes.templatesByType', { article: 'evil.md', 'article-journal': 'evil.md', document: 'evil.md' });
    await setting('notes.templateFolder', '.');
    await setting('notes.folder', 'elsewhere');
    await vscode.commands.executeCommand('literatureNotes.openNote', 'sparsemapspatient');
    const uri = api.noteUri('sparsemapspatient');
    assert.ok(uri);
    assert.ok(uri.path.endsWith('/notes/sparsemapspatient.md'), uri.path);
    const text = await read(uri);
    assert.doesNotMatch(text, /EVIL/);
    assert.match(text, /\n## Key points\n/);
    await closeEditors();
    await remove('notes');
    await until('no note', () => !api.noteUri('sparsemapspatient'));
  });

  it('makes notes from the built-in template, whatever the user has elsewhere', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'templates-'));
    await writeFile(join(outside, 'mine.md'), 'MINE');
    const configuration = vscode.workspace.getConfiguration('literatureNotes');
    const user = (value: unknown) => configuration.update('notes.template', value, vscode.ConfigurationTarget.Global);
    await user(join(outside, 'mine.md'));
    await vscode.commands.executeCommand('literatureNotes.openNote', 'sparsemapspatient');
    assert.match(await read(api.noteUri('sparsemapspatient')!), /\n## Key points\n/);
    await user(undefined);
    await closeEditors();
    await remove('notes');
    await rm(outside, { recursive: true });
  });

  it('puts PDFs where the user says, not the workspace', async () => {
    const pdf = '%PDF-1.7\n%%EOF\n';
    const server = await LocalServer.listen();
    server.on(/pdf/, sending(pdf, 'application/pdf'));
    const endpoints = (value: unknown) =>
      vscode.workspace
        .getConfiguration('literatureNotes.online')
        .update('endpoints', value, vscode.ConfigurationTarget.Global);
    await endpoints({ pdf: server.url });
    await setting('pdf.folder', 'elsewhere');
    await setting('pdf.name', 'evil');
    await write(
      'own.bib',
      '@misc{arxiv2017,\n  title = {A},\n  eprint = {1706.03762},\n  archiveprefix = {arXiv}\n}\n',
    );
    await until('the list', () => api.entry('arxiv2017'));
    const results: (vscode.Uri | undefined)[] = [];
    void vscode.commands
      .executeCommand<vscode.Uri | undefined>('literatureNotes.downloadPdf', 'arxiv2017')
      .then((uri) => results.push(uri));
    await until('the end of the command', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return results.length > 0;
    });
    const [uri] = results;
    assert.ok(uri);
    assert.ok(uri.path.endsWith('/pdfs/arxiv2017.pdf'), uri.path);
    assert.equal(await read(uri), pdf);
    await setting('pdf.folder', undefined);
    await setting('pdf.name', undefined);
    await endpoints(undefined);
    await saveDocuments();
    await closeEditors();
    await remove('own.bib');
    await remove('pdfs');
    await until('the end of the list', () => !api.entry('arxiv2017'));
    await server.close();
  });

  it('asks no service because the workspace says so, where the user has switched that off', async () => {
    const configuration = vscode.workspace.getConfiguration('literatureNotes.online');
    await configuration.update('enabled', false, vscode.ConfigurationTarget.Global);
    await setting('online.enabled', true);
    await assert.rejects(api.lookUp('10.1234/a'), /switched off/);
    await setting('online.enabled', undefined);
    await configuration.update('enabled', undefined, vscode.ConfigurationTarget.Global);
  });
});

import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { LiteratureNotesApi } from '../../../src/api';
import { SERVICE_IDS } from '../../../src/online/services';
import * as answers from '../../online/answers';
import { json, LocalServer, status, text, type Reply } from '../../online/localServer';
import { closeEditors, literature, read, remove, until, workspaceFile, write } from '../support';

const BIB = `@article{free2020,
  title = {Free Maps},
  doi = {10.1234/free},
}

@article{preprint2017,
  title = {Attention},
  eprint = {1706.03762},
  archiveprefix = {arXiv},
}
`;
const PDF = '%PDF-1.7\nsome objects\n%%EOF\n';
const pdf: Reply = text(PDF, 'application/octet-stream');

describe('The PDF of a paper', () => {
  let api: LiteratureNotesApi;
  let server: LocalServer;
  let list: vscode.Uri;
  const { Global, Workspace } = vscode.ConfigurationTarget;
  const settings = () => vscode.workspace.getConfiguration('literatureNotes');

  before(async () => {
    api = await literature();
    server = await LocalServer.listen();
    const endpoints = Object.fromEntries(SERVICE_IDS.map((id) => [id, `${server.url}/${id}`]));
    await settings().update('online.endpoints', endpoints, Global);
  });
  beforeEach(async () => {
    list = await write('refs/pdf.bib', BIB);
    await until('the list', () => api.entry('free2020'));
    server.on(/openalex/, json({ ...answers.OPENALEX_WORK, best_oa_location: { pdf_url: 'https://x.org/free.pdf' } }));
    server.on(/^\/pdf\/free\.pdf/, pdf);
    server.on(/^\/pdf\/pdf\/1706/, pdf);
  });
  afterEach(async () => {
    await settings().update('pdf.folder', undefined, Workspace);
    await settings().update('pdf.folder', undefined, Global);
    await settings().update('pdf.name', undefined, Workspace);
    await settings().update('online.enabled', undefined, Global);
    await settings().update('online.services', undefined, Global);
    await vscode.commands.executeCommand('notifications.clearAll');
    await closeEditors();
    for (const each of ['refs', 'pdfs']) if (await isThere(each)) await remove(each);
    await until('the end', () => !api.entry('free2020'));
    server.reset();
  });
  after(async () => {
    await settings().update('online.endpoints', undefined, Global);
    await server.close();
  });

  const isThere = (path: string) =>
    vscode.workspace.fs.stat(workspaceFile(path)).then(
      () => true,
      () => false,
    );
  const asked = () => server.received.map(({ path }) => path);
  const listText = async () => (await vscode.workspace.openTextDocument(list)).getText();
  const files = async (path = 'pdfs') => ((await isThere(path)) ? readdir(workspaceFile(path).fsPath) : []);

  /** Runs the command, and answers what it asks by keys of this name. */
  const download = async (citekey: string, answer = 'acceptSelectedQuickOpenItem') => {
    let result: { readonly uri: vscode.Uri | undefined } | undefined;
    void vscode.commands
      .executeCommand<vscode.Uri | undefined>('literatureNotes.downloadPdf', citekey)
      .then((uri) => (result = { uri }));
    await until('the end of the command', async () => {
      if (!result) await vscode.commands.executeCommand(`workbench.action.${answer}`);
      return result;
    });
    return result!.uri;
  };
  const nothingIsLeft = async () => {
    assert.deepEqual(await files(), []);
    assert.equal(await isThere('pdfs'), false, 'not even its folder');
    assert.equal(await listText(), BIB);
  };

  it('is not fetched, nor services asked, before the user has agreed', async () => {
    assert.equal(await download('free2020', 'closeQuickOpen'), undefined);
    assert.deepEqual(asked(), []);
    assert.equal(await download('preprint2017', 'closeQuickOpen'), undefined);
    assert.deepEqual(asked(), []);
    await nothingIsLeft();
  });

  it('is fetched into the folder for PDFs, named by its entry, and taken back as a whole', async () => {
    const uri = await download('free2020');
    assert.equal(uri?.toString(), workspaceFile('pdfs/free2020.pdf').toString());
    assert.equal(await read(uri), PDF);
    assert.deepEqual(await files(), ['free2020.pdf']);
    const file = '  doi = {10.1234/free},\n  file = {:../pdfs/free2020.pdf:PDF},\n';
    assert.equal(await listText(), BIB.replace('  doi = {10.1234/free},\n', file));
    assert.equal(await read(list), BIB, 'the list is not saved');
    assert.deepEqual(asked(), ['/openalex/works/doi:10.1234%2Ffree', '/pdf/free.pdf']);
    await vscode.commands.executeCommand('literatureNotes.undoLastChange');
    await until('all of it to be as it was', async () => (await listText()) === BIB && (await files()).length === 0);
  });

  it('is opened where the list says, and nobody is asked', async () => {
    await write('pdfs/named.pdf', PDF);
    await write(
      'refs/more.bib',
      '@book{named2020,\n  title = {N},\n  doi = {10.1234/n},\n  file = {:../pdfs/named.pdf:PDF},\n}\n',
    );
    await until('the list', () => api.entry('named2020'));
    await vscode.commands.executeCommand('literatureNotes.openPdf', 'named2020');
    const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));
    await until('its tab', () => tabs().includes('named.pdf'));
    assert.deepEqual(asked(), []);
  });

  it('needs no service where the paper leads to it, and never takes the place of a file', async () => {
    await write('pdfs/preprint2017.pdf', 'mine');
    const uri = await download('preprint2017');
    assert.equal(uri?.toString(), workspaceFile('pdfs/preprint2017-2.pdf').toString());
    assert.equal(await read(workspaceFile('pdfs/preprint2017.pdf')), 'mine');
    assert.deepEqual(asked(), ['/pdf/pdf/1706.03762']);
  });

  it('is named by the template, whatever the title is', async () => {
    await settings().update('pdf.name', '{{ year }}/../{{ title }}', Workspace);
    const uri = await download('free2020');
    assert.equal(uri?.toString(), workspaceFile('pdfs/__/Free Maps.pdf').toString());
  });

  const HOSTILE: readonly (readonly [what: string, reply: Reply])[] = [
    ['a page', text('<!doctype html><p>Buy it', 'application/pdf')],
    ['5 MB of garbage', text('x'.repeat(5 * 1024 * 1024), 'application/pdf')],
    ['404', status(404)],
    ['a redirect to an open connection', status(302, { Location: 'http://example.org/a.pdf' })],
    ['a redirect to a file', status(302, { Location: 'file:///etc/passwd' })],
    ['a redirect in circles', status(302, { Location: '/again' })],
    [
      'a file that is cut off',
      (response) => void response.writeHead(200, { 'Content-Length': '999' }).write(PDF, () => response.destroy()),
    ],
  ];
  const leavesNothing = (what: string, reply: Reply) =>
    it(`leaves nothing behind where this comes instead: ${what}`, async () => {
      server.on(/^\/pdf|^\/again/, reply);
      assert.equal(await download('free2020'), undefined);
      assert.ok(asked().includes('/pdf/free.pdf'));
      await nothingIsLeft();
    });
  for (const [what, reply] of HOSTILE) leavesNothing(what, reply);

  it('is not sought where its list cannot name it', async () => {
    const keys = await write('refs/keys.csl.json', JSON.stringify([{ id: 'csl2020', title: 'C', DOI: '10.1/c' }]));
    await until('the list', () => api.entry('csl2020'));
    assert.equal(await download('csl2020'), undefined);
    assert.equal(await read(keys), JSON.stringify([{ id: 'csl2020', title: 'C', DOI: '10.1/c' }]));
    assert.deepEqual(asked(), []);
  });

  it('never goes out of the workspace folder where the workspace says so, by a path or by a link', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'outside-'));
    for (const folder of [outside, '../elsewhere', '~/papers']) {
      await settings().update('pdf.folder', folder, Workspace);
      assert.equal(await download('preprint2017'), undefined, folder);
    }
    await settings().update('pdf.folder', undefined, Workspace);
    await symlink(outside, workspaceFile('pdfs').fsPath);
    assert.equal(await download('preprint2017'), undefined, 'a link');
    await vscode.workspace.fs.delete(workspaceFile('pdfs'));
    assert.deepEqual(asked(), []);
    assert.deepEqual(await readdir(outside), []);
    // The user may.
    await settings().update('pdf.folder', outside, Global);
    assert.equal((await download('preprint2017'))?.fsPath, join(outside, 'preprint2017.pdf'));
    assert.match(await listText(), new RegExp(`file = \\{:${outside}/preprint2017\\.pdf:PDF\\}`));
    await rm(outside, { recursive: true });
  });

  it('is not fetched while services are off', async () => {
    await settings().update('online.enabled', false, Global);
    assert.equal(await download('preprint2017'), undefined);
    await settings().update('online.enabled', undefined, Global);
    await settings().update('online.services', ['openalex'], Global);
    assert.equal(await download('preprint2017'), undefined);
    assert.deepEqual(asked(), []);
    await nothingIsLeft();
  });

  // From then on this host is left alone: no test of this server can come behind it.
  leavesNothing('429', status(429, { 'Retry-After': '3600' }));
});

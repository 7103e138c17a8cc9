import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { LiteratureNotesApi } from '../../../src/api';
import { LocalFailure } from '../../../src/online/zotero/failure';
import { unreachableSentence } from '../../../src/vscode/library/unreachableFolders';
import { localSentence, surroundings } from '../../../src/vscode/zotero/localSentences';
import { LocalServer, text } from '../../online/localServer';
import { literature, remove, until, write } from '../support';

const BIB = '@Article{jab2020,\n  title = {Maps in JabRef},\n}\n';

describe('Libraries of Zotero and its like', () => {
  let api: LiteratureNotesApi;
  const settings = () => vscode.workspace.getConfiguration('literatureNotes');
  const { Global, Workspace } = vscode.ConfigurationTarget;
  const run = (command: string, ...args: unknown[]) =>
    vscode.commands.executeCommand(`literatureNotes.${command}`, ...args);

  before(async () => void (api = await literature()));
  afterEach(async () => {
    await settings().update('zotero.libraries', undefined, Global);
    await settings().update('online.endpoints', undefined, Global);
  });

  it('are those that JabRef has open: they are followed as they change, and stay while it is closed', async () => {
    const server = await LocalServer.listen();
    const id = 'Maps.bib-1';
    server.on(/entries$/, text(BIB, 'application/x-bibtex'));
    await settings().update('online.endpoints', { jabref: server.url }, Global);
    await run('zotero.addLibrary', { server: 'jabref', library: id });
    await until('the paper', () => api.entry('jab2020'));
    server.on(/entries$/, text(BIB.replace('Maps in', 'More Maps in'), 'application/x-bibtex'));
    await run('refresh');
    await until('the change', () => api.entry('jab2020')?.title === 'More Maps in JabRef');
    await server.close();
    await run('refresh');
    assert.equal(api.entry('jab2020')?.title, 'More Maps in JabRef');
    await settings().update('zotero.libraries', undefined, Global);
    await until('its end', () => !api.entry('jab2020'));
  });

  it('are folders of papis, whose documents are files of the papers, followed as they change', async () => {
    const before = settings().inspect<string[]>('sources');
    const info = (title: string) => `ref: papis2020\ntitle: ${title}\ntype: article\nfiles:\n- maps.pdf\n`;
    await write('papis/maps/info.yaml', info('Maps of Papis'));
    await settings().update('sources', [...(before?.defaultValue ?? []), 'papis/**/info.yaml'], Workspace);
    await until('the paper', () => api.entry('papis2020'));
    assert.equal(api.entry('papis2020')?.title, 'Maps of Papis');
    await write('papis/maps/info.yaml', info('More Maps of Papis'));
    await until('the change', () => api.entry('papis2020')?.title === 'More Maps of Papis');
    await write('papis/broken/info.yaml', 'ref: [papis\n  title');
    await until('the problem', () => api.problems().some(({ uri }) => uri.path.endsWith('/papis/broken/info.yaml')));
    assert.ok(api.entry('papis2020'));
    await remove('papis');
    await settings().update('sources', before?.workspaceValue, Workspace);
    await until('its end', () => !api.entry('papis2020'));
  });

  it('are folders of papis that can be read, else a sentence tells why not', async () => {
    const file = await write('papis/info.yaml', 'title: T\n');
    const folder = vscode.Uri.joinPath(file, '..');
    assert.equal(await unreachableSentence(folder), undefined);
    assert.match(
      (await unreachableSentence(file)) ?? '',
      /info\.yaml”, in which paper lists are looked for, is no folder\.$/,
    );
    await remove('papis');
    assert.match((await unreachableSentence(folder)) ?? '', /^There is no folder “.*papis”, in which/);
  });

  describe('tell in words why nobody answers', () => {
    const told = (code: LocalFailure['code'], where?: ReturnType<typeof surroundings>) =>
      localSentence(new LocalFailure(code), 'Zotero', where);

    it('with what is to be done on a machine, in WSL, a container, and on a remote machine', () => {
      assert.equal(told('not-running', 'machine'), 'Zotero is not running. Start it.');
      assert.match(told('not-running', 'wsl'), /from WSL\. Start it on Windows, and set “networkingMode=mirrored”/);
      assert.match(told('not-running', 'container'), /from the container\. .* forward its port into the container/);
      assert.match(told('not-running', 'remote'), /RemoteForward 23119 127\.0\.0\.1:23119/);
      assert.match(told('out-of-reach'), /from the browser\. Open this folder in VS Code on your machine\./);
    });

    it('as VS Code says where it runs', () => {
      const places = ['wsl', 'dev-container', 'attached-container', 'codespaces', 'ssh-remote', 'tunnel'];
      assert.deepEqual(
        places.map((place) => surroundings(place)),
        ['wsl', 'container', 'container', 'container', 'remote', 'remote'],
      );
    });

    it('telling JabRef, an API that is off, and a Zotero that is too old apart', () => {
      const other = new LocalFailure('other-program', { program: 'JabRef' });
      assert.equal(localSentence(other, 'Zotero'), 'JabRef answers where Zotero should. Close it and start Zotero.');
      assert.match(told('api-off'), /under Advanced, tick “Allow other applications/);
      assert.match(told('too-old'), /Update it to version 7.*Better BibTeX/);
    });

    it('telling a library that Zotero has no more from one that JabRef has not open', () => {
      assert.equal(told('not-found'), 'Zotero has no such library, collection or item any more.');
      const closed = localSentence(new LocalFailure('not-found'), 'JabRef');
      assert.equal(closed, 'This library is not open in JabRef. Open it there.');
    });
  });
});

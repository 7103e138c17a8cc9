import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import * as vscode from 'vscode';
import type { LiteratureNotesApi } from '../../../src/api';
import * as answers from '../../online/answers';
import { json, LocalServer } from '../../online/localServer';
import { literature } from '../support';

/** A name that leads nowhere: only a proxy can know what is meant. */
const HOST = 'crossref.invalid';

describe('The proxy of VS Code’s settings', () => {
  let api: LiteratureNotesApi;
  let server: LocalServer;
  let proxy: Server;
  /** What the proxy was asked for. */
  const passed: string[] = [];
  const set = (section: string, name: string, value: unknown) =>
    vscode.workspace.getConfiguration(section).update(name, value, vscode.ConfigurationTarget.Global);

  before(async () => {
    api = await literature();
    server = await LocalServer.listen();
    server.on(/works/, json(answers.crossrefWork(answers.CROSSREF_WORK)));
    const port = Number(new URL(server.url).port);
    proxy = createServer((request, response) => {
      passed.push(request.url ?? '');
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(answers.crossrefWork(answers.CROSSREF_WORK)));
    });
    proxy.on('connect', (request, client) => {
      passed.push(request.url ?? '');
      const to = connect(port, '127.0.0.1', () => {
        client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
        to.pipe(client);
        client.pipe(to);
      });
      for (const socket of [to, client]) socket.on('error', () => [to, client].forEach((each) => each.destroy()));
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    await set('literatureNotes', 'online.endpoints', { crossref: `http://${HOST}` });
    await set('literatureNotes', 'online.services', ['crossref']);
    await set('http', 'proxy', `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`);
  });
  after(async () => {
    for (const name of ['online.endpoints', 'online.services']) await set('literatureNotes', name, undefined);
    await set('http', 'proxy', undefined);
    proxy.closeAllConnections();
    await new Promise((resolve) => proxy.close(resolve));
    await server.close();
  });

  it('is the way that every request takes', async () => {
    const [paper] = await api.lookUp('10.1145/3458817.3476195');
    assert.equal(paper?.item.DOI, '10.1145/3458817.3476195');
    assert.ok(passed.length > 0);
    for (const each of passed) assert.ok(each.includes(HOST), each);
  });
});

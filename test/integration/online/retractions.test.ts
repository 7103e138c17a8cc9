import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import * as vscode from 'vscode';
import type { LiteratureNotesApi } from '../../../src/api';
import { SERVICE_IDS } from '../../../src/online/services';
import { json, LocalServer, status, text } from '../../online/localServer';
import { closeEditors, literature, remove, until, write } from '../support';

const BIB = `@article{bad2019,
  title = {Robots that were never there},
  doi = {10.4321/Bad},
}

@article{fine2019,
  title = {Robots that were there},
  doi = {10.4321/fine},
}

@article{plain2019,
  title = {Robots without a number},
}
`;

const HASH = createHash('sha1').update('10.4321/bad').digest('hex');
const PREFIX = `d${HASH.slice(0, 5)}`;
const ROW = { doi: HASH, pmid: null, date: '2020-01-31', reasons: ['Error in Data'], retractionDOI: '10.4321/notice' };

interface Checked {
  readonly citekey: string;
  readonly state: string;
  readonly date?: string;
}

describe('Checking for retractions', () => {
  let api: LiteratureNotesApi;
  let server: LocalServer;
  let list: vscode.Uri;
  let draft: vscode.Uri;
  const settings = () => vscode.workspace.getConfiguration('literatureNotes');
  const check = (what: unknown = ['bad2019', 'fine2019', 'plain2019']) =>
    vscode.commands.executeCommand<readonly Checked[]>('literatureNotes.checkRetractions', what, { confirm: false });
  const states = (checked: readonly Checked[]) => checked.map(({ citekey, state }) => `${citekey} ${state}`);
  const warnings = () => vscode.languages.getDiagnostics(draft).filter(({ code }) => code === 'retracted');

  before(async () => {
    api = await literature();
    server = await LocalServer.listen();
    const endpoints = Object.fromEntries(SERVICE_IDS.map((id) => [id, `${server.url}/${id}`]));
    await settings().update('online.endpoints', endpoints, vscode.ConfigurationTarget.Global);
    list = await write('retractions.bib', BIB);
    draft = await write('retractions.md', 'As [@bad2019] and [@fine2019; @bad2019, p. 3] say.\n');
    await until('the list', () => api.entry('bad2019') && api.entry('plain2019'));
    await vscode.window.showTextDocument(draft);
  });
  beforeEach(() => {
    server.on(/list$/, text(`${PREFIX} 2020-01-31\n`, 'text/plain', 200, { ETag: '"1"' }));
    server.on(/search$/, json([ROW]));
  });
  afterEach(() => server.reset());
  after(async () => {
    await settings().update('online.endpoints', undefined, vscode.ConfigurationTarget.Global);
    await settings().update('retractions.checkWeekly', undefined, vscode.ConfigurationTarget.Global);
    await closeEditors();
    await remove('retractions.md');
    await remove('retractions.bib');
    await server.close();
  });

  it('calls nothing fine where there is no list', async () => {
    server.on(/list$/, text('{"error":"later"}', 'application/json'));
    assert.deepEqual(await check(), []);
    assert.equal(warnings().length, 0);
  });

  it('does not know of papers that the service tells nothing of', async () => {
    server.on(/search$/, status(403));
    assert.deepEqual(states(await check()), ['bad2019 unknown', 'fine2019 clear', 'plain2019 unidentified']);
    assert.equal(warnings().length, 0);
  });

  it('finds those of a document, and warns at each citation', async () => {
    assert.deepEqual(states(await check(draft)), ['bad2019 retracted', 'fine2019 clear']);
    const posted = server.received.filter(({ method }) => method === 'POST');
    assert.deepEqual(
      posted.map(({ body }) => JSON.parse(body) as unknown),
      [[PREFIX]],
    );
    await until('the warnings', () => warnings().length === 2);
    const [first] = warnings();
    assert.equal(first.severity, vscode.DiagnosticSeverity.Warning);
    assert.equal(first.message, '“bad2019”: Retracted 2020-01-31: Error in Data.');
    assert.deepEqual([first.range.start.character, first.range.end.character], [5, 12]);
  });

  it('is found by is:retracted', async () => {
    await until('the facet', async () =>
      (await api.search('is:retracted')).some(({ citekey }) => citekey === 'bad2019'),
    );
    assert.deepEqual(
      (await api.search('is:retracted')).map(({ citekey }) => citekey),
      ['bad2019'],
    );
  });

  it('works by the last list where the service does not answer, and asks by its ETag where it does', async () => {
    server.on(/./, status(403));
    assert.deepEqual(states(await check(list)), ['bad2019 retracted', 'fine2019 clear', 'plain2019 unidentified']);
    server.reset();
    server.on(/list$/, status(304));
    assert.deepEqual(states(await check(list)), ['bad2019 retracted', 'fine2019 clear', 'plain2019 unidentified']);
    assert.deepEqual(
      server.received.map(({ method, path, headers }) => [method, path, headers['if-none-match']]),
      [['GET', '/retractions/retractions/list', '"1"']],
    );
  });

  it('takes the mark from a paper that is no longer on the list', async () => {
    server.on(/list$/, text('d00000 2020-01-31\n', 'text/plain', 200, { ETag: '"2"' }));
    assert.deepEqual(states(await check()), ['bad2019 clear', 'fine2019 clear', 'plain2019 unidentified']);
    await until('the end of the warnings', () => warnings().length === 0);
  });

  it('asks by itself only where the user has switched that on', async () => {
    assert.deepEqual(server.received, []);
    await settings().update('retractions.checkWeekly', true, vscode.ConfigurationTarget.Global);
    // The list is of today: it is due in a week.
    assert.deepEqual(states(await check(['fine2019'])), ['fine2019 clear']);
    assert.deepEqual(
      server.received.map(({ method }) => method),
      ['GET'],
    );
  });
});

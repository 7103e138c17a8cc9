import assert from 'node:assert/strict';
import { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import type { LiteratureNotesApi } from '../../../src/api';
import { literature, remove, until, write } from '../support';

describe('The search', () => {
  let api: LiteratureNotesApi;
  before(async () => void (api = await literature()));

  const finds = (query: string, ...keys: string[]) =>
    it(`finds by ${query}: ${keys.join(', ') || 'nothing'}`, async () => {
      assert.deepEqual(
        (await api.search(query)).map(({ citekey }) => citekey),
        keys,
      );
    });

  finds('patient robots', 'sparsemapspatient');
  finds('forgett', 'tidalmemoryrecurrent');
  finds('tranlsation', 'learningtranslationcontext');
  finds('key:sparsemapspatient', 'sparsemapspatient');
  finds('"in-context learning"', 'learningtranslationcontext');
  finds('zzzzzz');
  finds('');

  for (const query of ['OneRec: Unifying', 'a:b', 'foo^', '~', '"', '(', '+', '-', 'year:', '*']) {
    it(`lives with ${query}`, async () => assert.ok(Array.isArray(await api.search(query))));
  }

  it('says which fields matched', async () => {
    const [hit] = await api.search('robots');
    assert.ok(hit.fields.includes('title') && hit.fields.includes('abstract'));
  });

  it('finds a paper as soon as its list is saved', async () => {
    await write(
      'fresh.csl.json',
      JSON.stringify([{ id: 'fresh2024', title: 'Chameleon Clocks', author: [{ family: 'Lämmermann' }] }]),
    );
    await until('the paper', async () => (await api.search('lammermann'))[0]?.citekey === 'fresh2024');
    await remove('fresh.csl.json');
    await until('its end', async () => (await api.search('lammermann')).length === 0);
  });

  it('goes on when its worker is killed', async () => {
    const worker = await workerOfSearch(api);
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    void worker.terminate();
    const during = await api.search('patient robots');
    await ended;
    assert.deepEqual(
      [during, await api.search('patient robots')].map(([hit]) => hit.citekey),
      ['sparsemapspatient', 'sparsemapspatient'],
    );
  });

  it('is at the command of others', async () => {
    await vscode.commands.executeCommand('literatureNotes.searchPapers', 'robots');
    await vscode.commands.executeCommand('literatureNotes.clearSearch');
  });
});

/** The worker thread that is asked when somebody searches. */
async function workerOfSearch(api: LiteratureNotesApi): Promise<Worker> {
  // oxlint-disable-next-line typescript/unbound-method -- it is called with its worker below
  const { postMessage } = Worker.prototype;
  let asked: Worker | undefined;
  Worker.prototype.postMessage = function (this: Worker, ...args: Parameters<typeof postMessage>) {
    asked = ((): Worker => this)();
    postMessage.apply(this, args);
  };
  try {
    await api.search('robots');
  } finally {
    Worker.prototype.postMessage = postMessage;
  }
  assert.ok(asked);
  return asked;
}

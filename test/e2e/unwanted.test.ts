import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../host/cleanup';
import { Session } from './session';
import { until } from './until';

const LIST = '@article{doe2020,\n  title = {On Waves},\n  author = {Doe, Jane},\n  doi = {10.1234/waves},\n}\n';

/** What reads by itself where the user wants that; here it stands for a request that nobody wanted. */
const BY_ITSELF = {
  settings: { 'literatureNotes.retractions.checkWeekly': true },
  machine: { 'literatureNotes.newPapers.feeds': [{ kind: 'huggingface-daily' }] },
};

describe('A request without an action of the user', function () {
  let session: Session;

  before(async function () {
    if (process.platform !== 'linux') this.skip();
    this.timeout(300_000);
    const folder = temporaryFolder('unwanted');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'library.bib'), LIST);
    // A name that leads nowhere stands for any machine on the web.
    session = await Session.open(folder, { ...BY_ITSELF, endpoints: { retractions: 'https://retractions.invalid' } });
    await session.workbench.openContainer('Literature Notes');
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await session.explain(this.currentTest.title);
  });

  // What every suite ends with.
  after(() => session && assert.rejects(session.close(), /without an action of the user/));

  it('is seen, of a service of the test and of any other machine, and has the suite fail', async () => {
    const wanted = [`GET ${session.services.url}/huggingface/api/daily_papers`, 'CONNECT retractions.invalid:443'];
    await until(async () => Promise.resolve(wanted.every((line) => session.sent.unwanted().includes(line))));
    await session.page.evaluate("fetch('https://elsewhere.invalid/x').catch(() => undefined)");
    const all = new Set([...wanted, 'CONNECT elsewhere.invalid:443']);
    assert.deepEqual(new Set(session.sent.unwanted()), all);
  });
});

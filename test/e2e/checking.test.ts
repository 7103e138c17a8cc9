import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../host/cleanup';
import { SERVICE_IDS } from '../../src/online/services';
import * as answers from '../online/answers';
import { json, LocalServer, text } from '../online/localServer';
import { Session } from './session';
import { until } from './until';

const LIST = `@article{doe2012sparse,
  title = {On Sparse Maps of {P}atient Robots},
  author = {Doe, Jane and Li, Wei and Fake, Ida},
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
  page: '1-9',
  abstract: '<jats:p>We map robots.</jats:p>',
};

describe('Checking papers against services', function () {
  let folder: string;
  let session: Session;
  let server: LocalServer;

  before(async function () {
    if (process.platform !== 'linux') this.skip();
    this.timeout(300_000);
    server = await LocalServer.listen();
    folder = temporaryFolder('checking');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'library.bib'), LIST);
    const endpoints = Object.fromEntries(SERVICE_IDS.map((id) => [id, `${server.url}/${id}`]));
    session = await Session.open(folder, {}, { 'literatureNotes.online.endpoints': endpoints });
    server.on(/crossref\/works\/10/, json(answers.crossrefWork(WORK)));
    server.on(/crossref\/works$/, json(answers.crossrefList(WORK)));
    server.on(/arxiv/, text(answers.atom(), 'application/atom+xml'));
    server.on(/europepmc/, json({ resultList: { result: [] } }));
    await session.workbench.openContainer('Literature Notes');
    await session.workbench.view('Papers').rowAt(0).waitFor();
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await session.explain(this.currentTest.title);
  });

  after(async () => {
    await session?.close();
    await server?.close();
  });

  it('tells first what is sent, then shows each contradicted field in the list', async () => {
    const { workbench, page } = session;
    await workbench.editors.openFile('library.bib');
    await workbench.view('Papers').chooseFromMenu(workbench.view('Papers').rowAt(0), 'Verify References');
    await workbench.quickInput.rows().filter({ hasText: 'Look It Up' }).waitFor();
    assert.deepEqual(server.received, []);
    await page.keyboard.press('Enter');
    await page.getByText('0 confirmed, 0 could not be verified, 1 contradicted.').first().waitFor();
    await session.screenshot('checking-1-verdict');
    await page.getByRole('button', { name: 'Show Problems' }).first().click();
    await page.getByText('Contradicted, year:').first().waitFor();
    await page.getByText('Contradicted, authors:').first().waitFor();
    await session.screenshot('checking-2-problems');
    await workbench.useTheme('light');
    await session.screenshot('checking-3-problems-light');
    await workbench.useTheme('dark');
  });

  it('offers what is missing ticked, what differs not, and shows the changes beside the list', async () => {
    const { workbench, page } = session;
    await workbench.view('Papers').chooseFromMenu(workbench.view('Papers').rowAt(0), 'Complete Metadata…');
    await workbench.quickInput.rows().filter({ hasText: 'Journal of Robots' }).waitFor();
    await session.screenshot('checking-4-metadata');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Show Changes' }).first().click();
    await page.locator('.monaco-diff-editor:visible').first().waitFor();
    await session.screenshot('checking-5-diff');
    await page.getByRole('button', { name: 'Change', exact: true }).first().click();
    await until(async () => {
      await page.keyboard.press('Control+K');
      await page.keyboard.press('S');
      return (await readFile(join(folder, 'library.bib'), 'utf8')).includes('Journal of Robots');
    });
    const saved = await readFile(join(folder, 'library.bib'), 'utf8');
    assert.match(saved, /@article\{doe2012sparse,\n {2}title = \{On Sparse Maps of \{P\}atient Robots\}/);
    assert.match(saved, /year = \{2012\}/, 'what differs was not ticked');
  });
});

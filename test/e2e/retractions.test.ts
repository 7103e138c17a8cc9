import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../host/cleanup';
import { json, type LocalServer, status, text } from '../online/localServer';
import { Session } from './session';

const LIST = `@article{doe2019robots,
  title = {Robots That Were Never There},
  author = {Doe, Jane and Li, Wei},
  journal = {Journal of Robots},
  year = {2019},
  doi = {10.4321/bad},
}

@article{roe2021maps,
  title = {Maps of Robots},
  author = {Roe, Richard},
  year = {2021},
  doi = {10.4321/fine},
}
`;

const DRAFT = `# Draft

Robots are everywhere [@doe2019robots], and maps show them [@roe2021maps].
`;

const HASH = createHash('sha1').update('10.4321/bad').digest('hex');
const PREFIX = `d${HASH.slice(0, 5)}`;
const ROW = {
  doi: HASH,
  pmid: null,
  date: '2020-01-31',
  reasons: ['Error in Data', 'Fake Peer Review'],
  retractionDOI: '10.4321/notice',
};

describe('Retracted papers', function () {
  let session: Session;
  let server: LocalServer;

  before(async function () {
    if (process.platform !== 'linux') this.skip();
    this.timeout(300_000);
    const folder = temporaryFolder('retractions');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'library.bib'), LIST);
    await writeFile(join(folder, 'draft.md'), DRAFT);
    session = await Session.open(folder);
    server = session.services;
    await session.workbench.openContainer('Literature Notes');
    await session.workbench.view('Papers').rowAt(0).waitFor();
    await session.workbench.editors.openFile('draft.md');
    server.on(/list$/, text(`${PREFIX} 2020-01-31\n`, 'text/plain', 200, { ETag: '"1"' }));
    server.on(/search$/, json([ROW]));
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await session.explain(this.currentTest.title);
  });

  after(() => session?.close());

  const told = (sentence: string) => session.workbench.notifications().filter({ hasText: sentence }).first();
  const inBothThemes = async (name: string) => {
    await session.screenshot(`${name}-light`);
    await session.workbench.useTheme('dark');
    await session.screenshot(`${name}-dark`);
    await session.workbench.useTheme('light');
  };

  it('are looked for once the user knows what is sent to whom', async () => {
    const { workbench, page } = session;
    assert.deepEqual(server.received, []);
    await workbench.runCommand('Literature Notes: Check for Retractions');
    const rows = workbench.quickInput.rows();
    await rows.filter({ hasText: 'Sends the first characters of hashes' }).waitFor();
    await rows
      .filter({ hasText: 'Zotero' })
      .filter({ hasText: new URL(server.url).host })
      .waitFor();
    await session.screenshot('retractions-1-consent');
    assert.deepEqual(server.received, []);
    await session.sent.acting(async () => {
      await page.keyboard.press('Enter');
      await told('1 paper of 2: retracted. By the list of').waitFor();
    });
    assert.deepEqual(
      server.received.map(({ method, body }) => [method, body]),
      [
        ['GET', ''],
        ['POST', JSON.stringify([PREFIX])],
      ],
    );
  });

  it('have a mark in the tree, a line in tooltip and details, and a warning at the citation', async () => {
    const { workbench, page } = session;
    const papers = workbench.view('Papers');
    await papers.row('Robots That').filter({ hasText: 'retracted' }).waitFor();
    await page.getByRole('button', { name: 'Show Papers' }).first().click();
    await workbench.runCommand('Notifications: Clear All Notifications');
    await papers.row('Maps of Robots').waitFor({ state: 'detached' });
    await page.locator('.squiggly-warning').first().waitFor();
    await papers.click(papers.row('Robots That'));
    await workbench.runCommand('Literature Notes: Show Details');
    await page
      .frameLocator('iframe.webview.ready')
      .last()
      .frameLocator('#active-frame')
      .getByText('Retracted 2020-01-31: Error in Data; Fake Peer Review.')
      .waitFor();
    await inBothThemes('retractions-2-marked');
    await papers.row('Robots That').hover();
    await page.locator('.workbench-hover').getByText('Retracted 2020-01-31').waitFor();
    await inBothThemes('retractions-3-tooltip');
  });

  it('stay known where the service does not answer, with the reason and the age of the list', async () => {
    const { workbench } = session;
    server.on(/./, status(403));
    await session.sent.acting(async () => {
      await workbench.runCommand('Literature Notes: Check for Retractions');
      await told('1 paper of 2: retracted. By the list of').filter({ hasText: 'refuses to answer (403)' }).waitFor();
    });
    await session.screenshot('retractions-4-offline');
  });
});

import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../host/cleanup';
import { fill, ZoteroServer } from '../online/zoteroServer';
import { Session } from './session';
import { until } from './until';

const FILES = {
  'library.bib': '@book{new2020,\n  title = {New Gardens},\n  author = {Doe, Jane},\n  year = {2020},\n}\n',
  'draft.md': '# Draft\n\nRobots wait ',
  'notes/writer1.md': '---\ncitekey: writer1\nstatus: read\ntags: [to cite]\n---\n\n# Maps\n',
};

describe('Zotero beside VS Code', function () {
  let folder: string;
  let session: Session;
  let server: ZoteroServer;

  before(async function () {
    if (process.platform !== 'linux') this.skip();
    this.timeout(300_000);
    server = await ZoteroServer.listen({ version: '10.0.1' });
    server.groups.push({ id: 42, name: 'Our Group' });
    server.library.collections = [
      { key: 'COLL0001', name: 'Robots' },
      { key: 'COLL0002', name: 'Maps', parentCollection: 'COLL0001' },
    ];
    server.library.searches.set('SEARCH01', { name: 'New ones', keys: [] });
    fill(server, 3);
    server.put({ key: 'P0000001', collections: ['COLL0001'] });
    server.put({ key: 'P0000002', collections: ['COLL0002'] });
    folder = temporaryFolder('zotero');
    await mkdir(join(folder, 'notes'), { recursive: true });
    for (const [path, text] of Object.entries(FILES)) await writeFile(join(folder, path), text);
    session = await Session.open(folder, { endpoints: { zotero: server.http.url } });
    session.sent.watch(server.http);
    await session.workbench.openContainer('Literature Notes');
    await session.workbench.view('Papers').row('New Gardens').waitFor();
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await session.explain(this.currentTest.title);
  });

  after(async () => {
    await session?.close();
    await server?.close();
  });

  const papers = () => session.workbench.view('Papers');
  const acting = (run: () => Promise<unknown>) => session.sent.acting(run);

  it('gives its libraries and their parts to choose from, and the papers of the chosen one', async () => {
    const { quickInput } = session.workbench;
    assert.deepEqual(server.http.received, []);
    await acting(async () => {
      await session.workbench.runCommand('Literature Notes: Follow Zotero Library…');
      await quickInput.rows().filter({ hasText: 'Our Group' }).waitFor();
    });
    await acting(async () => {
      await quickInput.rows().filter({ hasText: 'My Library' }).click();
      await quickInput.rows().filter({ hasText: 'all of it' }).waitFor();
    });
    assert.deepEqual(await quickInput.rows().allInnerTexts(), [
      'My Libraryall of it',
      'Robotscollection',
      'Robots / Mapscollection',
      'New onessaved search',
    ]);
    await session.screenshot('zotero-1-parts');
    session.sent.following(...server.readings);
    await session.page.keyboard.press('Enter');
    await papers().row('Number 3').waitFor();
  });

  it('takes papers, status and tags after the changes were shown', async () => {
    const { quickInput } = session.workbench;
    await session.workbench.useTheme('dark');
    await papers().row('New Gardens').click();
    await papers()
      .row('Number 1')
      .click({ modifiers: ['Control'] });
    await papers().chooseFromMenu(papers().row('Number 1'), 'Push to Zotero');
    await quickInput.rows().filter({ hasText: 'Add 1 paper to “My Library” · Change 1 item' }).waitFor();
    await session.page.locator('.monaco-diff-editor .view-line', { hasText: 'Read_Status: Read' }).first().waitFor();
    await session.screenshot('zotero-2-push-dark');
    assert.equal(server.writes.asked, 0);
    const told = 'Added to Zotero: new2020. Changed in Zotero: writer1.';
    await acting(async () => {
      await session.page.keyboard.press('Enter');
      await session.workbench.notifications().filter({ hasText: told }).waitFor();
    });
    assert.equal(await session.workbench.editors.tab('Push to Zotero').count(), 0);
    const items = [...server.library.items.values()];
    assert.match(String(items.find(({ key }) => key === 'P0000001')?.extra), /^Read_Status: Read$/m);
    assert.ok(items.some(({ title }) => title === 'New Gardens'));
    await session.workbench.runCommand('Notifications: Clear All Notifications');
    await session.workbench.useTheme('light');
  });

  it('groups its papers by its collections, and they are cited', async () => {
    const { editors, quickInput } = session.workbench;
    await editors.openFile('draft.md');
    await session.workbench.runCommand('Literature Notes: Group Papers By…');
    await quickInput.rows().filter({ hasText: 'Collection' }).click();
    // A group that is new is closed, and hides its papers.
    await papers().row('Robots / Maps').locator('.monaco-tl-twistie').click();
    const row = papers().row('Number 2');
    await row.waitFor();
    assert.equal(await papers().row('Number 1').count(), 0);
    await papers().press(row, 'Insert Citation');
    await editors.focus();
    await editors.save();
    await until(async () => (await readFile(join(folder, 'draft.md'), 'utf8')).includes('Robots wait [@writer2]'));
    await session.screenshot('zotero-3-collections-light');
  });

  it('leaves its papers as they were while it is closed, and says from when', async () => {
    await server.close();
    await session.page.reload({ waitUntil: 'domcontentloaded' });
    await session.workbench.ready();
    await papers().row('Robots / Maps').waitFor();
    await papers()
      .message()
      .filter({ hasText: /Zotero as of \d+:\d\d.*Zotero is not running\. Start it\./ })
      // The window before may have ended without a word: after a minute it is taken for gone, and this one asks.
      .waitFor({ timeout: 75_000 });
    for (const theme of ['light', 'dark'] as const) {
      await session.workbench.useTheme(theme);
      await session.screenshot(`zotero-4-closed-${theme}`);
    }
  });
});

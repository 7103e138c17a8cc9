import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../host/cleanup';
import { Session } from './session';
import { until } from './until';
import type { View } from './view';

/** Texts that VS Code would make links and icons of. */
const LINK = '[Open](command:workbench.action.files.newUntitledFile)';
const FILE_NAME = `$(trash) ${LINK}.ris`;
const RIS = ['Ants', 'Bees'].map((title) => `TY  - JOUR\nTI  - ${title} ${LINK}\nPY  - 2001\nER  - \n`).join('\n');

describe('A folder with an empty list', function () {
  let folder: string;
  let session: Session;
  let papers: View;

  before(async function () {
    if (process.platform !== 'linux') this.skip();
    this.timeout(300_000);
    folder = temporaryFolder('states');
    await writeFile(join(folder, 'refs.bib'), '% Nothing yet.\n');
    session = await Session.open(folder);
    papers = session.workbench.view('Papers');
    await session.workbench.openContainer('Literature Notes');
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await session.explain(this.currentTest.title);
  });

  after(() => session?.close());

  it('says that its list holds no papers', async () => {
    await papers.welcome().filter({ hasText: 'no papers yet' }).waitFor();
    await session.workbench.webview().getByText('0 papers').waitFor();
    await session.screenshot('states-1-empty-light');
  });

  it('offers a file that looks like a paper list, whatever its name, and says how many papers came', async () => {
    await writeFile(join(folder, FILE_NAME), RIS);
    const { workbench } = session;
    const offer = workbench.notifications().filter({ hasText: 'holds 2 references. Add it?' });
    await offer.waitFor();
    assert.equal(await offer.locator('a').count(), 0, 'nothing of a file name is a link');
    assert.ok(
      (await offer.innerText()).replace(/\u200B/g, '').includes('$(trash)'),
      'nothing of a file name is an icon',
    );
    await session.screenshot('states-2-offer-light');
    await session.page.locator('.notifications-toasts').getByRole('button', { name: 'Add It' }).click();
    await workbench.notifications().filter({ hasText: '2 papers came from' }).waitFor();
    await papers.row('Ants').waitFor();
    await session.workbench.useTheme('dark');
    await session.screenshot('states-3-added-dark');
    const settings = await readFile(join(folder, '.vscode/settings.json'), 'utf8');
    assert.ok(settings.includes('.ris') && !settings.includes(folder), settings);
  });

  it('shows hostile titles and keys as text in lists', async () => {
    const { workbench } = session;
    await writeFile(join(folder, 'refs.bib'), `@misc{key$(trash), title = {Cats ${LINK}}}\n`);
    await papers.row('Cats').waitFor();
    await workbench.runCommand('Literature Notes: Copy Citekey');
    const row = workbench.quickInput.rows().filter({ hasText: 'Cats' });
    await row.waitFor();
    assert.ok((await row.innerText()).replace(/\u200B/g, '').includes(LINK));
    assert.equal(await row.locator('a[href]').count(), 0);
    assert.equal(await row.locator('.codicon-trash').count(), 0);
    await session.screenshot('states-4-hostile-dark');
    await workbench.quickInput.dismiss();
  });

  it('offers nothing a second time', async () => {
    await session.workbench.runCommand('Notifications: Clear All Notifications');
    await writeFile(join(folder, '.vscode/settings.json'), '{}\n');
    await until(async () => (await papers.row('Ants').count()) === 0);
    // Offers of one moment are one: that of the other file would name both.
    await writeFile(join(folder, 'other.ris'), 'TY  - JOUR\nTI  - Wasps\nER  - \n');
    const offer = session.workbench.notifications().filter({ hasText: 'Add it?' });
    await offer.waitFor();
    assert.match((await offer.innerText()).replace(/\u200B/g, ''), /^other\.ris holds 1 reference\. Add it\?/);
    await rm(join(folder, 'other.ris'));
    await session.workbench.runCommand('Notifications: Clear All Notifications');
  });

  it('says where there is none that could take a paper, and keeps what was asked for', async () => {
    const { workbench } = session;
    const { quickInput } = workbench;
    await rm(join(folder, 'refs.bib'));
    await until(async () => (await papers.row('Cats').count()) === 0);
    await workbench.runCommand('Literature Notes: Add Paper…');
    await quickInput.input().fill('@misc{homeless2020, title = {Without a Home}, year = {2020}}');
    await quickInput.rows().filter({ hasText: 'A paper stated in full' }).waitFor();
    await session.page.keyboard.press('Enter');
    const told = workbench.notifications().filter({ hasText: 'no paper list yet that could take the entry' });
    await told.waitFor();
    await session.page.locator('.notifications-toasts').getByRole('button', { name: 'Add Paper List…' }).waitFor();
    await session.screenshot('states-5-no-list-dark');
    await workbench.runCommand('Literature Notes: Add Paper…');
    const left = quickInput.rows().filter({ hasText: 'Found, but not added.' }).filter({ hasText: 'Without a Home' });
    await left.waitFor();
    await session.screenshot('states-6-no-list-left-dark');
    await writeFile(join(folder, 'new.bib'), '% New.\n');
    await papers.welcome().filter({ hasText: 'hold no papers yet' }).waitFor();
    await left.click();
    await quickInput.rows().filter({ hasText: 'A paper stated in full' }).waitFor();
    await session.page.keyboard.press('Enter');
    await quickInput.title().filter({ hasText: 'Add to new.bib' }).waitFor();
    await session.page.keyboard.press('Enter');
    await papers.row('Without a Home').waitFor();
  });

  it('says where it keeps a list from outside of the folder, and keeps it there', async () => {
    const { workbench, dataFolder } = session;
    const { quickInput } = workbench;
    const outside = join(temporaryFolder('outside'), 'mine.bib');
    await writeFile(outside, '@misc{mine2020, title = {My Own Wasps}}\n');
    await workbench.runCommand('Literature Notes: Add Paper List…');
    await quickInput.title().filter({ hasText: 'Add Paper List' }).waitFor();
    // Before it lists the folder of the workspace, it takes no other.
    await quickInput.rows().filter({ hasText: 'new.bib' }).waitFor();
    await quickInput.input().fill(outside);
    await quickInput.rows().filter({ hasText: 'mine.bib' }).first().waitFor();
    await session.page.keyboard.press('Enter');
    await quickInput.rows().filter({ hasText: 'In your remote settings (literatureNotes.userSources)' }).waitFor();
    await session.screenshot('states-7-outside-dark');
    await quickInput.choose('', 'For me, in all workspaces');
    await workbench.notifications().filter({ hasText: 'named in your remote settings' }).waitFor();
    await papers.row('My Own Wasps').waitFor();
    const kept = JSON.parse(await readFile(join(dataFolder, 'data/Machine/settings.json'), 'utf8')) as object;
    assert.match(String(Object.entries(kept).find(([name]) => name === 'literatureNotes.userSources')), /mine\.bib$/);
  });
});

import assert from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../host/cleanup';
import { json, LocalServer, text } from '../online/localServer';
import { ZoteroServer } from '../online/zoteroServer';
import { Session } from './session';

const BIBTEX = 'application/x-bibtex';
const ENTRIES = `% Encoding: UTF-8

@Article{jab2020,
  author  = {Ada Writer and Jo Reader},
  title   = {Maps in {JabRef}},
  journal = {Journal of Maps},
  year    = {2020},
  doi     = {10.5555/maps.1},
}

@Book{jab2019,
  author    = {Jo Reader},
  title     = {Gardens in {JabRef}},
  publisher = {Press},
  year      = {2019},
}

@Comment{jabref-meta: databaseType:bibtex;}
`;

const INFO = 'ref: papis2020\ntitle: Maps in Papis\ntype: article\nyear: 2020\nfiles:\n- maps.pdf\n';

describe('JabRef and papis beside VS Code', function () {
  let folder: string;
  let session: Session;
  let zotero: ZoteroServer;
  let jabref: LocalServer;

  before(async function () {
    if (process.platform !== 'linux') this.skip();
    this.timeout(300_000);
    zotero = await ZoteroServer.listen({ version: '10.0.1' });
    zotero.groups.push({ id: 42, name: 'Our Group' });
    jabref = await LocalServer.listen();
    jabref.on(/^\/libraries$/, json(['maps.bib-1', 'Chocolate.bib-2']));
    jabref.on(/^\/libraries\/maps.bib-1\/entries$/, text(ENTRIES, BIBTEX));
    folder = temporaryFolder('jabref');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'library.bib'), '@book{new2020,\n  title = {New Gardens},\n}\n');
    const endpoints = { zotero: zotero.http.url, jabref: jabref.url };
    session = await Session.open(folder, { endpoints });
    await session.workbench.openContainer('Literature Notes');
    await papers().row('New Gardens').waitFor();
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await session.explain(this.currentTest.title);
  });

  after(async () => {
    await session?.close();
    await zotero?.close();
    await jabref?.close();
  });

  const papers = () => session.workbench.view('Papers');
  const refresh = () => session.workbench.runCommand('Literature Notes: Refresh Library');
  const says = (words: string | RegExp) => papers().message().filter({ hasText: words }).waitFor();

  it('says that the folder of a library of papis is not there, and reads it once it is', async () => {
    await mkdir(join(folder, '.vscode'));
    const sources = ['*.bib', 'papis/**/info.yaml'];
    await writeFile(join(folder, '.vscode/settings.json'), JSON.stringify({ 'literatureNotes.sources': sources }));
    const told = () => session.workbench.notifications().filter({ hasText: /There is no folder “.*papis”/ });
    await told().waitFor();
    for (const theme of ['dark', 'light'] as const) {
      await session.workbench.useTheme(theme);
      await session.screenshot(`jabref-0-papis-${theme}`);
    }
    await session.workbench.runCommand('Notifications: Clear All Notifications');
    await mkdir(join(folder, 'papis/maps'), { recursive: true });
    await writeFile(join(folder, 'papis/maps/info.yaml'), INFO);
    await papers().row('Maps in Papis').waitFor();
    await rm(join(folder, 'papis'), { recursive: true });
    await papers().row('Maps in Papis').waitFor({ state: 'detached' });
    assert.equal(await told().count(), 0);
  });

  it('gives its libraries to choose from beside those of Zotero, which runs, too', async () => {
    const { quickInput } = session.workbench;
    await session.workbench.runCommand('Literature Notes: Follow Zotero Library…');
    await quickInput.rows().filter({ hasText: 'Chocolate' }).waitFor();
    assert.deepEqual(await quickInput.rows().allInnerTexts(), [
      'My LibraryZotero',
      'Our GroupZotero',
      'maps.bib-1JabRef',
      'Chocolate.bib-2JabRef',
    ]);
    await session.screenshot('jabref-1-libraries-light');
    await quickInput.rows().filter({ hasText: 'maps.bib-1' }).click();
    await papers().row('Gardens in JabRef').waitFor();
    await papers().row('Maps in JabRef').waitFor();
    // The libraries that were not chosen are not asked for.
    assert.deepEqual(
      zotero.http.received.filter(({ path }) => path.includes('/items')),
      [],
    );
  });

  it('has its entries in the tree, where they say whence they are', async () => {
    const { quickInput } = session.workbench;
    await session.workbench.runCommand('Literature Notes: Group Papers By…');
    await quickInput.rows().filter({ hasText: 'Source' }).click();
    await papers().row('maps.bib-1').locator('.monaco-tl-twistie').click();
    await papers().row('Gardens in JabRef').waitFor();
    await papers().row('Maps in JabRef').click();
    await session.workbench.editors.piece('Maps in').waitFor();
    // What is typed into a copy would be lost with the next.
    await session.workbench.editors.focus();
    await session.workbench.editors.type('x');
    await session.page.getByText('Editor is read-only').first().waitFor();
    await session.page.keyboard.press('Escape');
    for (const theme of ['light', 'dark'] as const) {
      await session.workbench.useTheme(theme);
      await session.screenshot(`jabref-2-entries-${theme}`);
    }
  });

  it('shows what changes there', async () => {
    jabref.on(/entries$/, text(ENTRIES.replace('Gardens in', 'More Gardens in'), BIBTEX));
    await refresh();
    await papers().row('More Gardens in JabRef').waitFor();
    await session.workbench.editors.piece('More Gardens in').waitFor();
  });

  it('says what is wrong where it cannot be asked, and its entries stay', async () => {
    jabref.on(/entries$/, text('<html>', 'text/html'));
    await refresh();
    await says('JabRef answers in a way that is not known here.');
    await session.screenshot('jabref-3-unreadable-dark');
    jabref.on(/entries$/, text('Not Found', 'text/plain', 404));
    await refresh();
    await says('This library is not open in JabRef. Open it there.');
    jabref.on(/./, text('x', 'text/plain', 200, { 'X-Zotero-Version': '10.0.1' }));
    await refresh();
    await says('Zotero answers where JabRef should. Close it and start JabRef.');
    await jabref.close();
    await refresh();
    await says(/JabRef as of \d+:\d\d.*JabRef is not running\. Start it\./);
    await papers().row('More Gardens in JabRef').waitFor();
    for (const theme of ['light', 'dark'] as const) {
      await session.workbench.useTheme(theme);
      await session.screenshot(`jabref-4-closed-${theme}`);
    }
    jabref = await LocalServer.listen();
  });
});

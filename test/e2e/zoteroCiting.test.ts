import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../host/cleanup';
import { json, type Reply, text } from '../online/localServer';
import { fill, ZoteroServer } from '../online/zoteroServer';
import { Session } from './session';
import { until } from './until';

const FILES = {
  'library.bib': '@book{new2020,\n  title = {New Gardens},\n  author = {Doe, Jane},\n  year = {2020},\n}\n',
  'draft.md': '# Draft\n\nRobots wait ',
  'draft.tex': '\\section{Draft}\n\nRobots wait ',
};

const ZOTERO = { 'X-Zotero-Version': '7.0.11' };

/** Better BibTeX's window, in which a person picks: open until it is answered. */
class PickerWindow {
  readonly #opened: Promise<void>;
  #answer: (reply: Reply) => void = () => {};

  constructor(server: ZoteroServer) {
    const answered = new Promise<Reply>((resolve) => (this.#answer = resolve));
    this.#opened = new Promise<void>((resolve) => {
      server.http.on(/cayw/, (response, request) => {
        if (request.query.has('probe')) return text('ready', 'text/plain', 200, ZOTERO)(response, request);
        resolve();
        void answered.then((reply) => reply(response, request));
      });
    });
  }

  /** Resolves once somebody was asked to pick. */
  get opened(): Promise<void> {
    return this.#opened;
  }

  close(reply: Reply): void {
    this.#answer(reply);
  }
}

describe('Citing from the window of Zotero', function () {
  let folder: string;
  let session: Session;
  let server: ZoteroServer;

  before(async function () {
    if (process.platform !== 'linux') this.skip();
    this.timeout(300_000);
    server = await ZoteroServer.listen({ version: '7.0.11', betterBibtex: (key) => `bbt${key}` });
    fill(server, 1);
    folder = temporaryFolder('zotero-citing');
    await mkdir(folder, { recursive: true });
    for (const [path, content] of Object.entries(FILES)) await writeFile(join(folder, path), content);
    session = await Session.open(folder, { endpoints: { zotero: server.http.url } });
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

  const cite = () => session.workbench.runCommand('Literature Notes: Cite from Zotero…');
  /** Begins to cite; resolves once the user is asked to pick, and sees that. */
  const pick = async (picker: PickerWindow) => {
    await cite();
    await picker.opened;
    await told('Pick papers').waitFor();
  };
  const told = (words: string) => session.workbench.notifications().filter({ hasText: words });
  const clear = () => session.workbench.runCommand('Notifications: Clear All Notifications');
  const read = (name: string) => readFile(join(folder, name), 'utf8');
  const saved = async (name: string, words: string) => {
    await session.workbench.editors.save();
    await until(async () => (await read(name)).includes(words));
  };

  it('waits for the one who picks, and says for what', async () => {
    const picker = new PickerWindow(server);
    await session.workbench.editors.openFile('draft.md');
    assert.deepEqual(server.http.received, []);
    await pick(picker);
    await told('Pick papers in the window of Zotero').waitFor();
    await session.page.locator('.notification-toast').getByRole('button', { name: 'Cancel' }).waitFor();
    for (const theme of ['dark', 'light'] as const) {
      await session.workbench.useTheme(theme);
      await session.screenshot(`zoteroCiting-1-waiting-${theme}`);
    }
    const citationItems = [
      { id: 'doe2020', locator: '3', label: 'page', prefix: 'see' },
      { id: 'li2021', suffix: 'too' },
    ];
    picker.close(json({ state: 's', pick: [{ citationItems }], output: '' }));
    await told('Pick papers').waitFor({ state: 'hidden' });
    await session.workbench.editors.focus();
    await saved('draft.md', 'Robots wait [see @doe2020, p. 3; @li2021, too]');
    await session.screenshot('zoteroCiting-2-cited-light');
  });

  it('writes as the document does what older versions tell in Pandoc’s words', async () => {
    const picker = new PickerWindow(server);
    await session.workbench.editors.openFile('draft.tex');
    await pick(picker);
    picker.close(text('[see @doe2020, p. 3]', 'text/plain'));
    await told('Pick papers').waitFor({ state: 'hidden' });
    await session.workbench.editors.focus();
    await saved('draft.tex', 'Robots wait \\cite[see][p.~3]{doe2020}');
  });

  it('writes nothing where nothing is picked, or nobody waits any more', async () => {
    const before = await read('draft.tex');
    let picker = new PickerWindow(server);
    await pick(picker);
    picker.close(text('', 'text/plain'));
    await told('Pick papers').waitFor({ state: 'hidden' });
    picker = new PickerWindow(server);
    await pick(picker);
    await session.page.locator('.notification-toast').getByRole('button', { name: 'Cancel' }).click();
    await told('Pick papers').waitFor({ state: 'hidden' });
    picker.close(text('[@doe2020]', 'text/plain'));
    assert.equal(await session.page.locator('.tab.dirty').count(), 0);
    assert.equal(await session.workbench.notifications().count(), 0);
    assert.equal(await read('draft.tex'), before);
  });

  it('gives the citation to be copied where no document is open', async () => {
    await session.workbench.runCommand('View: Close All Editors');
    const picker = new PickerWindow(server);
    await pick(picker);
    picker.close(text('[@doe2020]', 'text/plain'));
    const copy = session.page.locator('.notification-toast').getByRole('button', { name: 'Copy' });
    await copy.waitFor();
    await told('Pick papers').waitFor({ state: 'hidden' });
    await session.screenshot('zoteroCiting-3-no-document-light');
    await copy.click();
    await until(async () => (await session.page.evaluate('navigator.clipboard.readText()')) === '[@doe2020]');
    await clear();
  });

  it('says what is missing where there is no such window', async () => {
    server.restore();
    server.kind = { version: '8.0.2' };
    await cite();
    await told('Citing from Zotero needs the plug-in Better BibTeX there.').waitFor();
    await session.screenshot('zoteroCiting-4-no-plug-in-light');
    await clear();
    await server.close();
    await cite();
    await told('Zotero is not running. Start it.').waitFor();
    await session.workbench.useTheme('dark');
    await session.screenshot('zoteroCiting-5-closed-dark');
    server = await ZoteroServer.listen({ version: '10.0.1' });
  });
});

import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../host/cleanup';
import { json } from '../online/localServer';
import { fill, otherProgram, ZoteroServer } from '../online/zoteroServer';
import { Session } from './session';
import { until } from './until';

const FILES = {
  'library.bib': '% mine\n@article{writer2,\n  title = {Old Maps},\n  year = 1982,\n  mine = {stays},\n}\n',
  'notes/writer1.md': '---\ncitekey: writer1\nstatus: read\n---\n\nMy own words.\n',
};

describe('What changes in Zotero', function () {
  let folder: string;
  let session: Session;
  let server: ZoteroServer;
  let unfollow: () => void;

  before(async function () {
    if (process.platform !== 'linux') this.skip();
    this.timeout(300_000);
    server = await ZoteroServer.listen({ version: '10.0.1' });
    fill(server, 3);
    folder = temporaryFolder('zotero-changes');
    await mkdir(join(folder, 'notes'), { recursive: true });
    for (const [path, text] of Object.entries(FILES)) await writeFile(join(folder, path), text);
    const machine = { 'literatureNotes.zotero.libraries': [{ server: 'zotero', library: 'user' }] };
    session = await Session.open(folder, { machine, endpoints: { zotero: server.http.url } });
    session.sent.watch(server.http);
    unfollow = session.sent.following(...server.readings);
    await session.workbench.openContainer('Literature Notes');
    await papers().row('Number 3').waitFor();
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await session.explain(this.currentTest.title);
  });

  after(async () => {
    await session?.close();
    await server?.close();
  });

  const papers = () => session.workbench.view('Papers');
  /** A line of what is shown beside what is. */
  const shown = (text: string) => session.page.locator('.monaco-diff-editor .view-line', { hasText: text }).first();
  const content = (path: string) => readFile(join(folder, path), 'utf8');
  const clear = () => session.workbench.runCommand('Notifications: Clear All Notifications');

  it('comes into entries of a .bib file after it was shown', async () => {
    const { quickInput } = session.workbench;
    await papers().chooseFromMenu(papers().row('Old Maps'), 'Refresh Entries from Zotero');
    await quickInput.rows().filter({ hasText: 'Refresh 1 entry' }).waitFor();
    await shown('Maps for Patient Robots').waitFor();
    assert.equal(await content('library.bib'), FILES['library.bib']);
    await session.screenshot('zotero-5-refresh');
    await session.page.keyboard.press('Enter');
    await until(async () => (await content('library.bib')).includes('Maps for Patient Robots, Number 2'));
    assert.match(await content('library.bib'), /^% mine\n[^]*mine = \{stays\}/);
  });

  it('is shown anew where it changed while something was pushed, and stays', async () => {
    const { quickInput } = session.workbench;
    server.writes.meanwhile = () => server.put({ key: 'P0000001', extra: 'words of another' });
    await papers().chooseFromMenu(papers().row('Number 1'), 'Push to Zotero');
    await shown('Read_Status: Read').waitFor();
    await session.sent.acting(async () => {
      await quickInput.rows().filter({ hasText: 'Change 1 item' }).click();
      await shown('words of another').waitFor();
      await quickInput.title().filter({ hasText: 'Changed in Zotero meanwhile' }).waitFor();
    });
    await session.screenshot('zotero-6-conflict');
    await session.sent.acting(async () => {
      await quickInput.rows().filter({ hasText: 'Change 1 item' }).click();
      await session.workbench.notifications().filter({ hasText: 'Changed in Zotero: writer1.' }).waitFor();
    });
    assert.match(String(server.library.items.get('P0000001')?.extra), /^words of another\nRead_Status: Read\n/);
    await clear();
  });

  it('as annotations comes into the note of a paper, where the words of its reader stay', async () => {
    server.put({ key: 'PDFFILE1', itemType: 'attachment', parentItem: 'P0000001', contentType: 'application/pdf' });
    const mark = { itemType: 'annotation', parentItem: 'PDFFILE1', annotationPageLabel: '2' };
    const annotationSortIndex = '00001|000100|00100';
    server.put({ key: 'MARK0001', ...mark, annotationSortIndex, annotationText: 'Robots wait in rooms' });
    await papers().chooseFromMenu(papers().row('Number 1'), 'Update Annotations');
    await session.workbench.notifications().filter({ hasText: '1 note was updated.' }).waitFor();
    await session.workbench.editors.openFile('writer1.md');
    await session.workbench.editors.piece('Robots wait in rooms').waitFor();
    await session.screenshot('zotero-7-annotations');
    const place = 'zotero://open-pdf/library/items/PDFFILE1?page=2&annotation=MARK0001';
    const note = await content('notes/writer1.md');
    assert.ok(note.includes(`> Robots wait in rooms\n>\n> [p. 2](${place})`) && note.includes('My own words.'), note);
    await clear();
  });

  it('is not asked of another program, which is named with what to do', async () => {
    server.http.on(/./, otherProgram('Not Found'));
    server.http.on(/libraries/, json(['maps.bib-1']));
    await session.workbench.runCommand('Literature Notes: Refresh Library');
    await papers()
      .message()
      .filter({ hasText: 'JabRef answers where Zotero should. Close it and start Zotero.' })
      .waitFor();
    await papers().row('Number 3').waitFor();
    await session.screenshot('zotero-8-other-program');
    server.restore();
    server.isApiOn = false;
    await session.workbench.runCommand('Literature Notes: Refresh Library');
    await papers().message().filter({ hasText: 'tick “Allow other applications on this computer' }).waitFor();
    await session.screenshot('zotero-9-api-off');
  });

  it('is not asked for any more once no library is followed', async () => {
    const settings = join(session.dataFolder, 'data/Machine/settings.json');
    const stated = JSON.parse(await readFile(settings, 'utf8')) as Record<string, unknown>;
    await writeFile(settings, JSON.stringify({ ...stated, 'literatureNotes.zotero.libraries': [] }));
    await papers().row('Number 3').waitFor({ state: 'detached' });
    unfollow();
    await session.workbench.runCommand('Literature Notes: Refresh Library');
    await session.page.reload({ waitUntil: 'domcontentloaded' });
    await session.workbench.ready();
    await papers().row('Number 2').waitFor();
    assert.deepEqual(session.sent.unwanted(), []);
  });
});

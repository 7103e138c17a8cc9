import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../host/cleanup';
import { Session } from './session';
import { BRIEF } from './quickInput';
import { until } from './until';
import type { View } from './view';

const PAPERS: readonly (readonly [key: string, author: string, title: string, year: number])[] = [
  ['moss2019tides', 'Moss, Ada', 'Tides at Night', 2019],
  ['hale2021rivers', 'Hale, Ines', 'Rivers: A Short History', 2021],
  ['reed2020dunes', 'Reed, Tom', 'Dunes That Walk', 2020],
  ['okoro2018salt', 'Okoro, Chi', 'Salt in Old Bread', 2018],
  ['lind2022ice', 'Lind, Eva', 'How Ice Remembers', 2022],
];
const LIST = PAPERS.map(
  ([key, author, title, year], i) =>
    `@article{${key},\n  title = {${title}},\n  author = {${author}},\n  year = {${year}},\n  doi = {10.1000/${i}}\n}\n`,
).join('\n');

const NOTES: Readonly<Record<string, string>> = {
  'moss2019tides.md':
    '---\ncitekey: moss2019tides\nstatus: reading\nrating: 4\ntags: [sea, night]\n---\n\n# Tides at Night\n\nSee [[hale2021rivers]].\n',
  'hale2021rivers.md': '---\ncitekey: hale2021rivers\nstatus: read\ntags: [water]\n---\n\n# Rivers\n',
  'dunes.md': '---\ncitekey: reed2019dunes\ndoi: 10.1000/2\n---\n\n# Dunes That Walk\n',
  'nobody.md': '---\ncitekey: nobody2001lost\nstatus: unread\n---\n\n# A Paper That Left the List\n',
};

const DRAFT = `# Shores

Rivers carry what dunes keep [@hale2021rivers; @okoro2018salt, p. 3]. Nobody has asked the tides.

As @hale2021rivers says, water is patient.
`;

describe('The Reading Notes view', function () {
  let folder: string;
  let session: Session;
  let papers: View;
  let notes: View;

  const read = (name: string) => readFile(join(folder, name), 'utf8').catch(() => '');

  before(async function () {
    if (process.platform !== 'linux') this.skip();
    this.timeout(300_000);
    folder = temporaryFolder('reading-notes');
    await mkdir(join(folder, 'notes'));
    await writeFile(join(folder, 'library.bib'), LIST);
    await writeFile(join(folder, 'draft.md'), DRAFT);
    for (const [name, text] of Object.entries(NOTES)) await writeFile(join(folder, 'notes', name), text);
    session = await Session.open(folder);
    papers = session.workbench.view('Papers');
    notes = session.workbench.view('Reading Notes');
    await session.workbench.openContainer('Literature Notes');
    await papers.row('Tides').waitFor();
    await session.workbench.runCommand('Literature Notes: Focus on Reading Notes View');
    await notes.row('Needs Attention').waitFor();
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await session.explain(this.currentTest.title);
  });

  after(() => session?.close());

  it('has on top what needs attention', async () => {
    // A tree draws only what is in sight.
    await papers.setOpen(false);
    await notes.row('reed2019dunes').filter({ hasText: '→ reed2020dunes' }).waitFor();
    await notes.row('nobody2001lost').filter({ hasText: 'no such paper' }).waitFor();
    await session.screenshot('reading-notes-1-light');
  });

  it('says what mentions the paper of the note at hand, with the sentence', async () => {
    await session.workbench.editors.openFile('hale2021rivers.md');
    await notes.row('Mentions of').waitFor();
    await notes.row('As @hale2021rivers says, water is patient.').waitFor();
    await notes.row('See [[hale2021rivers]].').waitFor();
    await session.screenshot('reading-notes-2-mentions-light');
    await notes.row('As @hale2021rivers says').click();
    await session.workbench.editors.tab('draft.md').waitFor();
  });

  it('has a status set from the tree', async () => {
    await papers.setOpen(true);
    await papers.press(papers.row('How Ice Remembers'), 'Set Status');
    await session.screenshot('reading-notes-3-status-light');
    await session.workbench.quickInput.choose('reading', 'reading');
    await until(async () => /status: reading/.test(await read('notes/lind2022ice.md')));
    await session.workbench.notifications().filter({ hasText: '1 paper got a note.' }).waitFor();
    await papers.setOpen(false);
    await notes.row('How Ice Remembers').first().waitFor();
  });

  it('has a status set by the key that its menu shows, of the row with the focus', async () => {
    const row = notes.row('Rivers').first();
    const keys = await notes.menuKeys(row);
    assert.deepEqual([keys.get('Set Status…'), keys.get('Copy Citekey')], ['Ctrl+Alt+S', 'Ctrl+C']);
    // What is selected among the papers is another one.
    await papers.setOpen(true);
    await papers.click(papers.row('Salt in Old Bread'));
    await papers.setOpen(false);
    await notes.click(row);
    await session.page.keyboard.press('Control+C');
    await until(async () => (await session.page.evaluate('navigator.clipboard.readText()')) === 'hale2021rivers');
    await session.page.keyboard.press('Control+Alt+S');
    await session.workbench.quickInput.choose('reading', 'reading');
    await until(async () => (await read('notes/hale2021rivers.md')).includes('status: reading'));
    assert.equal(await read('notes/okoro2018salt.md'), '', 'the paper that is selected elsewhere has no note');
  });

  it('has a status set of the paper that is cited at the cursor, which the question names', async () => {
    const { editors, quickInput } = session.workbench;
    await editors.openFile('draft.md');
    // From the empty last line into the last citation.
    for (const key of ['ArrowUp', ...Array<string>(5).fill('ArrowRight')]) await session.page.keyboard.press(key);
    await session.workbench.runCommand('Literature Notes: Set Status');
    await quickInput.title().filter({ hasText: 'Set Status: Rivers: A Short History' }).waitFor();
    await session.screenshot('reading-notes-3-status-of-citation-light');
    await quickInput.dismiss();
  });

  it('has a note healed by the new key of its paper', async () => {
    await notes.press(notes.row('→ reed2020dunes'), 'Fix Citekeys of Notes');
    await until(async () => (await read('notes/dunes.md')).includes('citekey: reed2020dunes\n'));
    await notes.row('→ reed2020dunes').waitFor({ state: 'detached' });
  });

  it('has a note linked to a paper by hand', async () => {
    const { quickInput } = session.workbench;
    // While the view is drawn anew, VS Code knows no row for a press, and it is asked which file is meant: then once more.
    await quickInput.untilChosen(async () => {
      await notes.press(notes.row('no such paper'), 'Link Existing Note');
      await quickInput.choose('Salt', 'Salt in Old Bread', BRIEF);
      await quickInput.closed(BRIEF);
    });
    await until(async () => (await read('notes/nobody.md')).includes('okoro2018salt'));
    await notes.row('Needs Attention').waitFor({ state: 'detached' });
    assert.match(await read('notes/nobody.md'), /status: unread/);
    await session.screenshot('reading-notes-4-healed-light');
  });

  it('opens its groups', async () => {
    await notes.setExpanded(notes.row('Recent').first(), false);
    for (const group of ['By Status', 'By Tag', 'Cited, Not Read', 'Noted, Not Cited']) {
      await notes.setExpanded(notes.row(group).first(), true);
    }
    const rowUnder = async (group: string, text: string) => {
      const start = Number(await notes.row(group).first().getAttribute('data-index'));
      const row = notes.row(text);
      await until(async () => Number(await row.last().getAttribute('data-index')) > start);
    };
    await rowUnder('By Status', 'unread');
    await rowUnder('By Tag', 'night');
    // It is cited, and its note says that it is unread; what nobody cites stands below.
    await rowUnder('Cited, Not Read', 'Salt in Old Bread');
    await rowUnder('Noted, Not Cited', 'Tides at Night');
    await session.workbench.useTheme('dark');
    await session.screenshot('reading-notes-5-dark');
  });
});

import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { temporaryFolder } from '../host/cleanup';
import { dailyPaper } from '../online/feedAnswers';
import { json, type LocalServer } from '../online/localServer';
import { makeNewPapersDayOlder } from './dayEarlier';
import { Session } from './session';
import { until } from './until';

const entry = (key: string, title: string, abstract: string) =>
  `@article{${key},\n  title = {${title}},\n  author = {Doe, Jane},\n  year = {2020},\n  abstract = {${abstract}},\n}\n`;
const LIST = [
  entry(
    'doe2020contrastive',
    'Contrastive Learning of Sentence Retrieval',
    'Contrastive retrieval of sentences with dense encoders.',
  ),
  entry('doe2020dense', 'Dense Encoders for Passage Retrieval', 'Dense passage retrieval by contrastive training.'),
  entry('doe2020octopus', 'Arms of the Octopus', 'How octopus arms move in the sea.'),
].join('\n');
const about = (words: string, more = {}) => ({ summary: words, ai_keywords: [], ...more });
const FIRST_DAY = [
  dailyPaper(
    '2611.00001',
    'Solar Cells from Perovskite',
    about('Perovskite solar cells under light.', { upvotes: 120 }),
  ),
  dailyPaper(
    '2611.00002',
    'Contrastive Retrieval with Dense Encoders',
    about('Contrastive training of dense encoders for the retrieval of passages and sentences.'),
  ),
  dailyPaper(
    '2611.00003',
    'Passage Retrieval Revisited',
    about('Dense passage retrieval revisited with contrastive learning.'),
  ),
  dailyPaper('2611.00004', 'A Survey of Bridges', about('Bridges of steel and concrete.')),
  dailyPaper(
    '2611.00005',
    'Weather on Other Planets',
    about('Storms of gas giants.', { authors: [{ name: 'Mary Major' }] }),
  ),
];

describe('New papers', function () {
  let folder: string;
  let session: Session;
  let server: LocalServer;
  let unfollow: () => void;

  before(async function () {
    if (process.platform !== 'linux') this.skip();
    this.timeout(300_000);
    folder = temporaryFolder('newPapers');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'library.bib'), LIST);
    await writeFile(join(folder, 'text.md'), '# Text\n\nAs shown [@doe2020contrastive; @doe2020dense], it works.\n');
    session = await Session.open(folder);
    server = session.services;
    await session.workbench.openContainer('Literature Notes');
    await session.workbench.view('Papers').rowAt(0).waitFor();
    server.on(/daily_papers/, json(FIRST_DAY));
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await session.explain(this.currentTest.title);
  });

  after(() => session?.close());

  const view = () => session.workbench.view('New Papers');
  /** The number on the container of the views; empty where there is none. */
  const badge = () =>
    session.page
      .locator('.activitybar')
      .getByRole('tab', { name: /^Literature Notes/ })
      .locator('.badge-content');

  /** Changes which feeds are followed, in the file of settings. */
  const setFeeds = async (update: (feeds: readonly object[]) => readonly object[]) => {
    const name = 'literatureNotes.newPapers.feeds';
    const settings = join(session.dataFolder, 'data/Machine/settings.json');
    const stated = JSON.parse(await readFile(settings, 'utf8')) as Record<string, object[]>;
    await writeFile(settings, JSON.stringify({ ...stated, [name]: update(stated[name]) }));
  };

  /** Keeps a paper for later, until that is seen. */
  const keepForLater = (title: string, seen: Locator) =>
    // The tree may be drawn anew under the mouse, whose press is lost then.
    until(async () => {
      await view().press(view().row(title), 'Keep New Paper for Later');
      return seen.waitFor({ timeout: 5000 }).then(
        () => true,
        () => false,
      );
    });

  it('are asked for when a feed is chosen, and come with their reasons', async () => {
    const { quickInput } = session.workbench;
    assert.equal(await session.page.locator('.pane-header[aria-label^="New Papers"]').count(), 0);
    await session.workbench.runCommand('Literature Notes: Choose Feeds of New Papers…');
    await quickInput.rows().filter({ hasText: 'Hugging Face daily papers' }).waitFor();
    await session.screenshot('newPapers-1-choose');
    assert.deepEqual(server.received, []);
    await quickInput.rows().filter({ hasText: 'Hugging Face daily papers' }).click();
    unfollow = session.sent.following(`GET ${server.url}/huggingface/api/daily_papers`);
    await session.page.keyboard.press('Enter');
    await session.workbench.view('Papers').setOpen(false);
    await view().row('Contrastive Retrieval with Dense Encoders').waitFor();
    await view().row('Today').waitFor();
    assert.match((await view().row('Contrastive Retrieval').getAttribute('aria-label')) ?? '', /like “|, contrastive/i);
    await session.screenshot('newPapers-2-light');
    await session.workbench.useTheme('dark');
    await session.screenshot('newPapers-3-dark');
    await session.workbench.useTheme('light');
    assert.deepEqual(await session.workbench.notifications().allInnerTexts(), []);
  });

  it('tell what they are about in the details', async () => {
    await view().row('A Survey of Bridges').click();
    await session.workbench.view('Details').setOpen(true);
    // The view appears while it is opened, and is not always told from others by its purpose then.
    const page = session.page.locator('iframe.webview[src*="extensionId=literature-notes.literature-notes"]').nth(1);
    const details = page.contentFrame().frameLocator('iframe#active-frame');
    await details.getByText('Found by Hugging Face daily papers').waitFor();
    await details.getByText('Bridges of steel and concrete.').waitFor();
    await session.screenshot('newPapers-4-details');
    await session.workbench.view('Details').setOpen(false);
  });

  it('are added with a note, kept for later, or not wanted', async () => {
    const { editors } = session.workbench;
    await view().chooseFromMenu(view().row('Contrastive Retrieval'), 'Add New Paper with a Note');
    await view().row('Contrastive Retrieval').waitFor({ state: 'detached' });
    await session.screenshot('newPapers-5-added');
    await editors.tab('lovelace2026contrastive.md').waitFor();
    // The arrow keys move the focus alone: what they reach is what a key acts on.
    await session.workbench.runCommand('Literature Notes: Focus on New Papers View');
    await view().focusOn(view().row('Solar Cells'));
    await session.page.keyboard.press('Delete');
    await view().row('Solar Cells').waitFor({ state: 'detached' });
    await session.page.keyboard.press('Control+Z');
    await view().row('Solar Cells').waitFor();
    await view().focusOn(view().row('Solar Cells'));
    await session.page.keyboard.press('Delete');
    await view().row('Solar Cells').waitFor({ state: 'detached' });
    await keepForLater('Passage Retrieval Revisited', view().row('Later'));
    await view().press(view().row('A Survey of Bridges'), 'New Paper Is Not for Me');
    await view().row('A Survey of Bridges').waitFor({ state: 'detached' });
    await session.screenshot('newPapers-6-marked');
  });

  it('are followed from the tooltip of a row, and counted on the container where they are likely', async () => {
    assert.equal(await badge().textContent(), '');
    const hover = await view().tooltip(view().row('Weather on Other Planets'), 'Follow:');
    await session.screenshot('newPapers-7-tooltip');
    await hover.getByRole('link', { name: 'Mary Major' }).first().click();
    await view().rowAt(1).and(view().row('Weather on Other Planets')).waitFor();
    await session.page.mouse.move(800, 600);
    await badge().filter({ hasText: /^1$/ }).waitFor();
  });

  it('are found by the search box', async () => {
    const box = session.workbench.webview().getByRole('combobox');
    await box.fill('storms');
    await view().message().filter({ hasText: '1 of 2 new papers' }).waitFor();
    await view().row('Passage Retrieval').waitFor({ state: 'detached' });
    await session.screenshot('newPapers-8-found');
    await box.press('Escape');
    await view().message().waitFor({ state: 'hidden' });
  });

  it('of the next day come by themselves when VS Code is opened, above those of the week, nothing twice', async () => {
    server.on(
      /daily_papers/,
      json([
        ...FIRST_DAY.slice(1),
        dailyPaper('2611.00001', 'Solar Cells, Renamed'),
        dailyPaper('2611.00009', 'Sentence Retrieval in One Step', about('Contrastive sentence retrieval.')),
      ]),
    );
    const before = server.received.length;
    await session.reopen(() => makeNewPapersDayOlder(session.dataFolder));
    await session.workbench.openContainer('Literature Notes');
    const rows = ['Today', 'Sentence Retrieval in One Step', 'This Week', 'Weather on Other Planets', 'Later'];
    for (const row of rows) await view().row(row).waitFor();
    const shown = await view().rows().allInnerTexts();
    const places = rows.map((row) => shown.findIndex((text) => text.trim().startsWith(row)));
    assert.deepEqual(places, [0, 1, 2, 3, 4], shown.join('\n'));
    assert.equal(shown.length, rows.length, 'nothing that was added, is not wanted, or comes again');
    await view().row('Later').click();
    await view().row('Passage Retrieval Revisited').waitFor();
    assert.equal(await view().row('Passage Retrieval Revisited').count(), 1);
    assert.equal(server.received.length, before + 1, 'asked once a day');
    await session.screenshot('newPapers-9-next');
  });

  it('are all done with where each of today has its mark, which is said', async () => {
    const message = view().message().filter({ hasText: 'No more of today’s new papers' });
    await keepForLater('Sentence Retrieval in One Step', message);
    await session.workbench.runCommand('Literature Notes: Undo among the New Papers');
    await view().row('Today').waitFor();
    await view().message().waitFor({ state: 'hidden' });
  });

  it('come though a feed is wrong, which is named', async () => {
    await setFeeds((feeds) => [{ kind: 'gopher' }, ...feeds]);
    await view().row('“gopher” is no kind of feed').waitFor();
    server.on(/daily_papers/, json([dailyPaper('2611.00010', 'One More of That Day', about('Bread and butter.'))]));
    await session.workbench.runCommand('Literature Notes: Fetch New Papers');
    await view().row('One More of That Day').waitFor();
  });

  it('open as a digest', async () => {
    await session.workbench.runCommand('Literature Notes: Open Digest');
    await session.page.locator('.view-lines', { hasText: 'New papers' }).first().waitFor();
    await session.screenshot('newPapers-10-digest');
  });

  it('say which unread paper of the library is to be read next', async () => {
    const { quickInput, editors } = session.workbench;
    await session.workbench.runCommand('Literature Notes: Read Next');
    await quickInput.rows().filter({ hasText: 'Arms of the Octopus' }).waitFor();
    const offered = await quickInput.rows().allInnerTexts();
    assert.ok(
      offered.some((text) => /^Doe 2020\s+Arms of the Octopus/.test(text)),
      'author and year lead',
    );
    assert.ok(!offered.some((text) => /^Doe 2020\s+Dense Encoders/.test(text)), 'what is cited is read');
    await session.screenshot('newPapers-11-readNext');
    await quickInput.rows().filter({ hasText: 'Arms of the Octopus' }).click();
    await editors.tab('library.bib').and(editors.activeTab()).waitFor();
    await editors.piece('doe2020octopus').waitFor();
  });

  it('come no more once no feed is followed, though days go by', async () => {
    await setFeeds(() => []);
    await view().row('Later').waitFor({ state: 'detached' });
    unfollow();
    await session.reopen(() => makeNewPapersDayOlder(session.dataFolder));
    await session.workbench.openContainer('Literature Notes');
    await session.workbench.view('Papers').setOpen(true);
    await session.workbench.view('Papers').rowAt(0).waitFor();
    await session.workbench.runCommand('Literature Notes: Fetch New Papers');
    await session.workbench.quickInput.rows().filter({ hasText: 'Hugging Face daily papers' }).waitFor();
    assert.deepEqual(session.sent.unwanted(), []);
    await session.workbench.quickInput.dismiss();
  });
});

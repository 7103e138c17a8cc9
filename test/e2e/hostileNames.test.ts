import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../host/cleanup';
import type { Locator } from 'playwright-core';
import { Session } from './session';
import { until } from './until';
import type { View } from './view';

/** What VS Code would make a link of that runs a command. */
const LINK = (label: string) => `[${label}](command:workbench.action.files.newUntitledFile)`;
const KEY = LINK('key');
const TITLE = LINK('Open the PDF');
const FILE = `${LINK('list')}.json`;

/** A title with more that would be something else than text: code, an icon, HTML, and a mark that turns the direction of what follows. */
const NASTY = `${LINK('Run')} \`\`rm\`\` $(trash) <img src=x> \u202Eexe.gpj`;

/** A paper of that name, and one about the same. */
const list = (id: string, title: string) =>
  JSON.stringify([
    { id, title, type: 'book', abstract: 'How tides of the northern sea rise at night.' },
    { id: 'tides', title: 'Tides', type: 'book', abstract: 'The northern sea and its tides at night.' },
  ]);

describe('Names that would be links', function () {
  let folder: string;
  let session: Session;
  let papers: View;

  before(async function () {
    if (process.platform !== 'linux') this.skip();
    this.timeout(300_000);
    folder = temporaryFolder('hostile');
    await writeFile(join(folder, 'library.csl.json'), list(KEY, TITLE));
    session = await Session.open(folder);
    papers = session.workbench.view('Papers');
    await session.workbench.openContainer('Literature Notes');
    await papers.row('Open the PDF').waitFor();
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await session.explain(this.currentTest.title);
  });

  after(() => session?.close());

  /** A toast that says something reads as it is written, and has no link. */
  const isPlain = async (says: string) => {
    const toast = session.workbench.notifications().filter({ hasText: says });
    await toast.first().waitFor();
    assert.equal(await toast.first().locator('a').count(), 0);
  };

  it('are text where the toast names a citekey', async () => {
    await papers.chooseFromMenu(papers.row('Open the PDF'), 'Find All References');
    await isPlain('[key]');
    await session.screenshot('hostile-1-citekey-light');
  });

  it('are text where the toast names a file', async () => {
    await writeFile(join(folder, FILE), list('b', 'B'));
    await isPlain('[list]');
    await session.screenshot('hostile-2-file-light');
  });

  it('are the same in two windows, of which each sees what the other writes', async () => {
    const other = await session.page.context().newPage();
    await other.goto(session.page.url(), { waitUntil: 'domcontentloaded' });
    const { View } = await import('./view');
    const { Workbench } = await import('./workbench');
    const workbench = new Workbench(other);
    await workbench.ready();
    await workbench.openContainer('Literature Notes');
    const there = new View(other, 'Papers');
    await there.row('Open the PDF').waitFor();
    await writeFile(join(folder, 'library.csl.json'), list('new', 'Ebb at Noon'));
    await Promise.all([papers.row('Ebb at Noon').waitFor(), there.row('Ebb at Noon').waitFor()]);
    await until(async () => (await there.row('Open the PDF').count()) === 0);
    await other.close();
    await writeFile(join(folder, 'library.csl.json'), list(KEY, TITLE));
    await papers.row('Open the PDF').waitFor();
  });

  /** What shows the nasty title shows it as it is written. */
  const isText = async (place: Locator) => {
    await place.first().waitFor();
    const text = (await place.first().innerText()).replace(/\u200B/g, '');
    for (const part of ['[Run](command:', '``rm``', '$(trash)', '<img src=x>']) assert.ok(text.includes(part), text);
    assert.ok(!text.includes('\u202E'), 'nothing is turned around');
    const meant = '.codicon-trash, img[src="x"], a[href^="command:workbench"], a[data-href^="command:workbench"]';
    assert.equal(await place.first().locator(meant).count(), 0);
  };

  it('are text in rows, tooltips, lists, details, completions and hovers', async () => {
    const { workbench } = session;
    const item = { id: 'nasty2020', title: NASTY, type: 'book', author: [{ family: 'Nasty' }], abstract: NASTY };
    await writeFile(join(folder, 'nasty.csl.json'), JSON.stringify([item]));
    await writeFile(join(folder, 'draft.md'), 'As [@nasty2020] says.\n\nAnd [@nas\n');
    const row = papers.row('$(trash)');
    await isText(row);
    await isText(await papers.tooltip(row, 'Run'));
    await session.screenshot('hostile-4-tooltip-light');
    await workbench.runCommand('Literature Notes: Copy Citekey');
    await workbench.quickInput.input().fill('nasty');
    await isText(workbench.quickInput.rows().filter({ hasText: '$(trash)' }));
    await session.screenshot('hostile-5-list-light');
    await workbench.quickInput.dismiss();
    await workbench.view('Details').setOpen(true);
    await papers.click(row);
    await isText(workbench.details().getByRole('heading', { level: 1 }));
    await isText(workbench.details().locator('body'));
    await session.screenshot('hostile-6-details-light');
    await workbench.editors.openFile('draft.md');
    await workbench.editors.hoverOver('nasty2020', 'Run');
    await isText(workbench.editors.hover());
    await session.screenshot('hostile-7-hover-light');
    await workbench.editors.focus();
    await session.page.keyboard.press('Control+End');
    await session.page.keyboard.press('ArrowLeft');
    await session.page.keyboard.press('Control+Space');
    const suggestion = workbench.editors.suggestions().filter({ hasText: 'Nasty' });
    await suggestion.first().waitFor();
    assert.equal(await suggestion.first().locator('.codicon-trash').count(), 0);
    if (!(await workbench.editors.suggestionDetails().isVisible())) await session.page.keyboard.press('Control+Space');
    await isText(workbench.editors.suggestionDetails());
    await session.screenshot('hostile-8-completion-light');
  });

  it('are text where the view names a title', async () => {
    await papers.row('Open the PDF').waitFor();
    await papers.chooseFromMenu(papers.row('Open the PDF'), 'Show Related Papers');
    await papers.message().filter({ hasText: '[Open the PDF]' }).waitFor();
    assert.equal(await papers.message().locator('a').filter({ hasText: 'Open the PDF' }).count(), 0);
    await session.screenshot('hostile-3-title-light');
  });
});

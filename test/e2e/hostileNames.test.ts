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

/** A title with more that would be something else than text: code, an icon, HTML, a line break, and a mark that turns the direction of what follows. */
const NASTY = `${LINK('Run')} \`\`rm\`\` $(trash) <img src=x onerror=alert(1)> <script>alert(1)</script>\n\n# \u202Eexe.gpj`;

/** A citekey with the same, as far as a text can cite one. */
const NASTY_KEY = `${LINK('Run')} \`\`rm\`\` $(trash) <img src=x> \u202Eexe.gpj`;

/** What is to be read of each. */
const PARTS = ['[Run](command:', '``rm``', '$(trash)', '<img src=x', ' exe.gpj'];

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
    for (const part of PARTS) assert.ok(text.replace(/\s+/g, ' ').includes(part), text);
    assert.ok(!text.includes('\u202E'), 'nothing is turned around');
    const meant =
      '.codicon-trash, img[src="x"], script:text("alert"), a[href^="command:workbench"], a[data-href^="command:workbench"]';
    assert.equal(await place.first().locator(meant).count(), 0);
  };

  it('are text in rows, tooltips, lists, details, completions and hovers', async () => {
    const { workbench } = session;
    const item = { id: 'nasty2020', title: NASTY, type: 'book', author: [{ family: 'Nasty' }], abstract: NASTY };
    await writeFile(join(folder, 'nasty.csl.json'), JSON.stringify([{ ...item, keyword: NASTY }]));
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
    // They may be on their way, as VS Code remembers that they were open; the keys would close them.
    await until(async () => {
      const isShown = workbench.editors.suggestionDetails().waitFor({ timeout: 3000 });
      return isShown.then(
        () => true,
        () => session.page.keyboard.press('Control+Space').then(() => false),
      );
    });
    await isText(workbench.editors.suggestionDetails());
    await session.screenshot('hostile-8-completion-light');
  });

  it('are text where the search offers them', async () => {
    const box = session.workbench.webview().getByRole('combobox');
    await box.pressSequentially('keyword:Run');
    await isText(session.workbench.webview().getByRole('option'));
    await session.screenshot('hostile-9-offered-light');
    await box.press('Escape');
    await box.fill('');
  });

  it('are text among the symbols of the workspace', async () => {
    const { quickInput } = session.workbench;
    await session.page.keyboard.press('Control+T');
    await quickInput.input().fill('#nasty2020');
    await isText(quickInput.rows().filter({ hasText: '$(trash)' }));
    await session.screenshot('hostile-10-symbols-light');
    await quickInput.dismiss();
  });

  it('are text in formatted citations and references, read in the preview', async () => {
    const { editors } = session.workbench;
    await editors.focus();
    await session.page.keyboard.press('Control+Shift+V');
    const preview = session.page
      .frameLocator('iframe.webview[src*="extensionId=vscode.markdown-language-features"]:visible')
      .frameLocator('iframe#active-frame');
    const references = preview.locator('.literature-references');
    await isText(references);
    assert.equal(await preview.locator('.literature-references :is(h1, img, script)').count(), 0);
    await session.screenshot('hostile-11-preview-light');
    await session.workbench.runCommand('View: Close All Editors');
  });

  it('are text where a new citekey is asked for, in rows of the Citations view and in the Problems panel', async () => {
    const { workbench, page } = session;
    const item = { id: NASTY, title: 'Keyed', type: 'book', author: [{ family: 'Fam\nily' }] };
    await writeFile(join(folder, 'keyed.csl.json'), JSON.stringify([item, { ...item, title: 'Keyed again' }]));
    await writeFile(join(folder, 'draft.tex'), `\\cite{${NASTY_KEY}}\n`);
    await papers.row('Keyed').first().waitFor();
    await papers.chooseFromMenu(papers.row('Keyed').first(), 'Rename Citekey');
    await isText(workbench.quickInput.title());
    await session.screenshot('hostile-12-rename-light');
    await workbench.quickInput.dismiss();
    await workbench.editors.openFile('draft.tex');
    await workbench.runCommand('Problems: Focus on Problems View');
    await isText(page.locator('.markers-panel .monaco-list-row').filter({ hasText: 'trash' }));
    const citations = workbench.view('Citations');
    await citations.setOpen(true);
    await isText(citations.row('trash'));
    await isText(await citations.tooltip(citations.row('trash'), 'Run'));
    await session.screenshot('hostile-13-problems-light');
    // Away from the row, whose tooltip would be taken for it.
    await page.mouse.move(800, 300);
    await workbench.editors.hover().waitFor({ state: 'hidden' });
    await workbench.editors.hoverOver('trash', 'No paper of the library');
    await isText(workbench.editors.hover());
    await session.screenshot('hostile-14-problem-hover-light');
  });

  it('are text where the view names a title', async () => {
    await papers.row('Open the PDF').waitFor();
    await papers.chooseFromMenu(papers.row('Open the PDF'), 'Show Related Papers');
    await papers.message().filter({ hasText: '[Open the PDF]' }).waitFor();
    assert.equal(await papers.message().locator('a').filter({ hasText: 'Open the PDF' }).count(), 0);
    await session.screenshot('hostile-3-title-light');
  });
});

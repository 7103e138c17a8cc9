import assert from 'node:assert/strict';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../host/cleanup';
import { ROOT } from '../host/paths';
import { pictured } from './pictures';
import { Session } from './session';
import { until } from './until';
import type { View } from './view';

const BIB = `@article{einstein1905elektrodynamik,
  author = {Einstein, Albert},
  title = {Zur {Elektrodynamik} bewegter K{\\"o}rper},
  journal = {Annalen der Physik},
  volume = {322},
  number = {10},
  pages = {891--921},
  year = {1905},
  doi = {10.1002/andp.19053221004},
  keywords = {light, relativity},
  abstract = {A clock that moves with velocity $v$ runs slow by $\\gamma = 1/\\sqrt{1 - v^2/c^2}$, so that
    $$\\Delta t' = \\gamma \\left(\\Delta t - \\frac{v \\Delta x}{c^2}\\right).$$
    The energy of a body at rest is $E = mc^2$; $\\unknowncommand{x}$ stays as written.},
  year = {1906}
}
@article{bohr1913atoms, author = {Bohr, Niels}, title = {On the constitution of atoms} year = {1913}, journal = {Phil. Mag.}}
@article{many2012, title = {Observation of a new particle}, year = 2012, journal = {Phys. Lett. B}, author = {${Array.from({ length: 3000 }, (_, i) => `Author${i}, A.`).join(' and ')}},
  abstract = {${'A sentence about bosons and $\\gamma\\gamma$ events. '.repeat(2000)}} }
`;

/** A document that cites one paper over a thousand times. */
const CITING = Array.from({ length: 1200 }, (_, i) => `Sentence ${i} cites [@many2012].\n`).join('\n');

describe('The details of a paper', function () {
  let folder: string;
  let session: Session;
  let papers: View;

  const page = () => session.workbench.details();
  const heading = (text: string) => page().getByRole('heading', { level: 1, name: text });
  const button = (name: string) => page().getByRole('button', { name, exact: true });
  const field = (name: string) => page().getByRole('textbox', { name });
  const box = () => session.workbench.webview().getByRole('combobox');
  /** Searches until a row is found: what is typed while the focus still moves goes nowhere. */
  const searchFor = (query: string, row: string) =>
    until(async () => {
      await box().fill(query);
      return papers
        .row(row)
        .first()
        .waitFor({ timeout: 5000 })
        .then(
          () => true,
          () => false,
        );
    });

  before(async function () {
    if (process.platform !== 'linux') this.skip();
    this.timeout(300_000);
    folder = temporaryFolder('details');
    await cp(join(ROOT, 'media/sample'), folder, { recursive: true });
    await writeFile(join(folder, 'physics.bib'), BIB);
    await writeFile(
      join(folder, 'essay.md'),
      '# Time\n\n## Clocks\n\nMoving clocks run slow [@einstein1905elektrodynamik, p. 904].\n\nNext @vinyals2015pointer here.\n',
    );
    await writeFile(join(folder, 'thousand.md'), `# Bosons\n\n${CITING}`);
    session = await Session.open(folder);
    papers = session.workbench.view('Papers');
    await session.workbench.openContainer('Literature Notes');
    await papers.rowAt(0).waitFor();
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await session.explain(this.currentTest.title);
  });

  after(() => session?.close());

  it('are shown by a command, with formulas drawn', async () => {
    await box().fill('elektrodynamik');
    // Rows that are about to go take no menu.
    await session.page.getByText(/^1 of \d+ match/).waitFor();
    await papers.chooseFromMenu(papers.row('Elektrodynamik').first(), 'Show Details');
    await heading('Zur Elektrodynamik').waitFor();
    await page().locator('math').first().waitFor();
    assert.ok((await page().locator('math').count()) >= 4);
    await page().getByText('unknowncommand').first().waitFor();
    await page().getByText('The field “year” stands in this entry twice').first().waitFor();
    await page().getByText('Moving clocks run slow').waitFor();
    await page().locator('.formatted', { hasText: 'Einstein, A. (1905)' }).waitFor();
    await session.screenshot('details-1-maths-light');
  });

  pictured('take the room that they are given', async () => {
    await session.page.setViewportSize({ width: 1280, height: 1500 });
    await papers.setOpen(false);
    await session.screenshot('details-2-tall-light');
    await session.workbench.useTheme('dark');
    await session.screenshot('details-3-tall-dark');
    await page().getByRole('heading', { name: 'Related papers' }).scrollIntoViewIfNeeded();
    await session.screenshot('details-4-end-dark');
    await session.page.setViewportSize({ width: 1280, height: 800 });
    await session.workbench.useTheme('light');
  });

  it('go to the sentence that cites', async () => {
    await page().getByText('Moving clocks run slow').click();
    await session.workbench.editors.activeTab().filter({ hasText: 'essay.md' }).waitFor();
  });

  it('follow the citation at the cursor, but not while they are pinned', async () => {
    await session.workbench.editors.focus();
    await session.page.keyboard.press('Control+End');
    for (let i = 0; i < 20; i++) await session.page.keyboard.press('ArrowLeft');
    await heading('Pointer Networks').waitFor();
    await session.workbench.runCommand('Literature Notes: Pin Details');
    await session.workbench.editors.focus();
    for (let i = 0; i < 2; i++) await session.page.keyboard.press('ArrowUp');
    await session.page.keyboard.press('End');
    for (let i = 0; i < 20; i++) await session.page.keyboard.press('ArrowLeft');
    // Time in which the view would become another one.
    await session.workbench.runCommand('Notifications: Clear All Notifications');
    assert.equal(await heading('Pointer Networks').count(), 1);
    await session.workbench.runCommand('Literature Notes: Unpin Details');
  });

  it('are edited in place, field by field, as the source has them', async () => {
    await session.workbench.runCommand('Literature Notes: Show Details');
    await session.workbench.quickInput.dismiss().catch(() => undefined);
    await papers.setOpen(true);
    await searchFor('elektrodynamik', 'Elektrodynamik');
    await papers.click(papers.row('Elektrodynamik').first());
    await heading('Zur Elektrodynamik').waitFor();
    await page().locator('[data-key="edit-title"]').click();
    const field = page().getByRole('textbox', { name: 'Title' });
    assert.equal(await field.inputValue(), 'Zur {Elektrodynamik} bewegter K{\\"o}rper');
    await session.screenshot('details-5-edit-light');
    await field.fill('Zur {Elektrodynamik} bewegter K{\\"o}rper, I');
    await field.press('Control+Enter');
    await heading('Zur Elektrodynamik bewegter Körper, I').waitFor();
    // In the browser VS Code saves by itself.
    const changed = BIB.replace('K{\\"o}rper', 'K{\\"o}rper, I');
    await until(async () => (await readFile(join(folder, 'physics.bib'), 'utf8')) === changed);
  });

  it('put right what is wrong at the press of its button', async () => {
    await box().fill('constitution of atoms');
    await papers.click(papers.row('On the constitution of atoms').first());
    await heading('On the constitution').waitFor();
    await button('Insert “,”').click();
    await page().locator('.problem').waitFor({ state: 'detached' });
    const list = () => readFile(join(folder, 'physics.bib'), 'utf8');
    await until(async () => (await list()).includes('title = {On the constitution of atoms}, year = {1913}'));
  });

  it('show a crowd of authors and a long abstract at once, folded', async () => {
    await box().fill('new particle');
    await papers.click(papers.row('Observation of a new particle').first());
    await heading('Observation').waitFor();
    await button('2,988 more').click();
    await button('A. Author2999').waitFor();
    await session.screenshot('details-6-crowd-light');
  });

  it('show a thousand citing places, step by step', async () => {
    await page().getByText('Sentence 7 cites').waitFor();
    assert.equal(await page().locator('.cited .place').count(), 8);
    // The heading says its words and the number as people write it, not the letter that its icon is in a font.
    await page().getByRole('heading', { name: 'Cited in 1,200', exact: true }).waitFor();
    await button('Show 492 more').click();
    await page().getByText('Sentence 499 cites').waitFor();
    await button('Show 500 more').click();
    await page().getByText('Sentence 999 cites').waitFor();
    await button('Show 200 more').click();
    await page().getByText('Sentence 1199 cites').click();
    await session.workbench.editors.activeTab().filter({ hasText: 'thousand.md' }).waitFor();
    await button('Show less').last().click();
    await until(async () => (await page().locator('.cited .place').count()) === 8);
  });

  it('set how the reading stands', async () => {
    await page().getByRole('button', { name: 'Rate 4 of 5' }).click();
    await until(async () => (await page().locator('.star.on').count()) === 4);
    await page().getByRole('textbox', { name: 'Add tag' }).fill('higgs');
    await page().getByRole('textbox', { name: 'Add tag' }).press('Enter');
    await button('higgs').waitFor();
    const note = () => readFile(join(folder, 'notes/many2012.md'), 'utf8').catch(() => '');
    const status = page().getByRole('combobox', { name: 'Status' });
    await status.selectOption('read');
    await until(async () => /^status: read$/m.test(await note()));
    await status.selectOption('No status');
    await until(async () => /^status: ""$/m.test(await note()));
    await until(async () => (await status.inputValue()) === '');
    await session.screenshot('details-7-reading-light');
  });

  it('keep each of several changes that come at once', async () => {
    const tag = page().getByRole('textbox', { name: 'Add tag' });
    for (const name of ['first', 'second', 'third']) {
      await tag.fill(name);
      await tag.press('Enter');
    }
    await page().getByRole('button', { name: 'Rate 2 of 5' }).click();
    for (const name of ['higgs', 'first', 'second', 'third']) await button(name).waitFor();
    await until(async () => (await page().locator('.star.on').count()) === 2);
    const note = () => readFile(join(folder, 'notes/many2012.md'), 'utf8').catch(() => '');
    await until(async () => {
      const text = await note();
      return ['higgs', 'first', 'second', 'third', 'rating: 2'].every((part) => text.includes(part));
    });

    await page().locator('[data-key="edit-year"]').click();
    await field('Year').fill('2013');
    await field('Year').press('Enter');
    await field('Year').waitFor({ state: 'detached' });
    await page().locator('[data-key="edit-year"]').click();
    assert.equal(await field('Year').inputValue(), '2013');
    await field('Year').fill('2012');
    await field('Year').press('Enter');
    await field('Year').waitFor({ state: 'detached' });
    const list = () => readFile(join(folder, 'physics.bib'), 'utf8');
    await until(async () => (await list()).includes('{Observation of a new particle}, year = 2012'));
  });

  it('search for an author, and filter by a keyword', async () => {
    await button('A. Author3').click();
    await until(async () => (await box().inputValue()).includes('author:"A. Author3"'));
    await box().fill('elektrodynamik');
    await papers.click(papers.row('Elektrodynamik').first());
    await heading('Zur Elektrodynamik').waitFor();
    await button('light').click();
    await until(async () => (await box().inputValue()) === 'elektrodynamik keyword:"light"');
  });

  it('are compared side by side', async () => {
    await box().fill('pointer networks');
    await papers.click(papers.row('Pointer Networks').first());
    await papers.rowAt(1).click({ modifiers: ['ControlOrMeta'] });
    await until(async () => (await papers.selectedRows().count()) === 2);
    await papers.chooseFromMenu(papers.row('Pointer Networks').first(), 'Compare Papers');
    const editor = session.page
      .frameLocator('iframe.webview:not([src*="purpose=webviewView"])')
      .frameLocator('iframe#active-frame');
    await editor.getByRole('rowheader', { name: 'Authors' }).waitFor();
    assert.equal(await editor.getByRole('columnheader').count(), 2);
    await session.screenshot('details-8-comparison-light');
    await session.workbench.useTheme('dark');
    await session.screenshot('details-9-comparison-dark');
    await session.workbench.useTheme('light');
    await session.page.setViewportSize({ width: 660, height: 900 });
    await session.screenshot('details-10-comparison-narrow');
    await session.page.setViewportSize({ width: 1280, height: 800 });
    await session.workbench.runCommand('View: Close All Editors');
  });

  it('are compared by fives in a narrow editor, and no more', async () => {
    const compare = async (last: number) => {
      await papers.rowAt(0).click();
      await until(async () => (await papers.selectedRows().count()) === 1);
      for (let i = 0; i < last; i++) await session.page.keyboard.press('Shift+ArrowDown');
      await until(async () => (await papers.selectedRows().count()) === last + 1);
      await papers.chooseFromMenu(papers.rowAt(last), 'Compare Papers');
    };
    await box().fill('');
    await until(async () => (await papers.rowCount()) > 10);
    await compare(5);
    await session.workbench.notifications().filter({ hasText: 'Choose two to five papers to compare.' }).waitFor();
    await session.workbench.runCommand('Notifications: Clear All Notifications');
    await session.page.setViewportSize({ width: 660, height: 900 });
    await compare(4);
    const editor = session.page
      .frameLocator('iframe.webview:not([src*="purpose=webviewView"])')
      .frameLocator('iframe#active-frame');
    await editor.getByRole('rowheader', { name: 'Authors' }).waitFor();
    assert.equal(await editor.getByRole('columnheader').count(), 5);
    await session.screenshot('details-12-comparison-of-five-narrow');
    await session.page.setViewportSize({ width: 1280, height: 800 });
    await session.workbench.runCommand('View: Close All Editors');
  });

  it('copy a reference with its looks', async () => {
    await box().fill('elektrodynamik');
    await papers.click(papers.row('Elektrodynamik').first());
    await page().locator('.formatted', { hasText: 'Einstein' }).waitFor();
    await button('Copy').click();
    await page().getByRole('menuitem', { name: 'Formatted Reference' }).click();
    await until(async () => {
      // The clipboard is read in the window's own name alone.
      await session.page.evaluate('window.focus()');
      const html = await session.page
        .evaluate(`navigator.clipboard.read().then(async ([item]) => (await item.getType('text/html')).text())`)
        .catch(() => '');
      return /<i>Annalen der Physik<\/i>/i.test(String(html));
    });
  });

  pictured('keep apart in high contrast', async () => {
    await session.workbench.useHighContrast();
    await session.page.setViewportSize({ width: 1280, height: 1500 });
    await page().locator('math').first().waitFor();
    await session.screenshot('details-11-contrast');
  });
});

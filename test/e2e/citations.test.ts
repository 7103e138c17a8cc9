import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../host/cleanup';
import { pictured } from './pictures';
import { Session } from './session';
import { writeThesis } from './thesis';
import type { View } from './view';

describe('Who cites what', function () {
  let folder: string;
  let session: Session;
  let papers: View;
  let citations: View;

  before(async function () {
    if (process.platform !== 'linux') this.skip();
    this.timeout(300_000);
    folder = temporaryFolder('thesis');
    await writeThesis(folder);
    await writeFile(join(folder, 'lost.tex'), '\\addbibresource{lost.bib}\nAs \\cite{knuth1984literate} says.\n');
    session = await Session.open(folder);
    papers = session.workbench.view('Papers');
    citations = session.workbench.view('Citations');
    await session.workbench.openContainer('Literature Notes');
    await papers.rowAt(0).waitFor();
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await session.explain(this.currentTest.title);
  });

  after(() => session?.close());

  it('has no view before a document that cites is at hand', async () => {
    assert.equal(await session.page.locator('.pane-header[aria-label^="Citations"]').count(), 0);
  });

  it('stands in the row of a paper and under it', async () => {
    await papers.row('Attention Is All You Need').filter({ hasText: 'cited 4×' }).waitFor();
    await papers.setExpanded(papers.row('Attention Is All You Need'), true);
    await papers.row('paper.md:8').first().waitFor();
    await session.screenshot('citations-1-cited-in-light');
    await papers.row('results.tex:2').click();
    await session.workbench.editors.tab('results.tex').waitFor();
  });

  it('is not known to be all where a file of its bibliography is not there', async () => {
    await session.workbench.editors.openFile('lost.tex');
    await citations.setOpen(true);
    await citations.row('not known').filter({ hasText: 'lost.bib' }).waitFor();
    await citations.setOpen(false);
  });

  it('is a view of the document at hand', async () => {
    await session.workbench.editors.openFile('paper.md');
    await citations.setOpen(true);
    await citations.row('nobody1999').waitFor();
    // Room for the view.
    await papers.setOpen(false);
    await citations.setExpanded(citations.row('In the Bibliography, Not Cited'), true);
    await citations.row('Time, Clocks').waitFor();
    await session.screenshot('citations-2-view-light');
  });

  pictured('is seen in dark, too', async () => {
    await session.workbench.useTheme('dark');
    await session.screenshot('citations-3-view-dark');
  });

  it('is listed as references', async () => {
    await citations.chooseFromMenu(citations.row('Literate Programming').first(), 'Find All References');
    await session.page.locator('.peekview-widget .ref-tree .monaco-list-row').first().waitFor();
    await session.screenshot('citations-4-references-dark');
    await session.page.keyboard.press('Escape');
    await session.workbench.useTheme('light');
  });

  it('is renamed everywhere, and what that does is shown before', async () => {
    await session.page.locator('.pane-header[aria-label^="Papers"]').click();
    await papers.rowAt(0).waitFor();
    await papers.chooseFromMenu(papers.row('Literate Programming').first(), 'Rename Citekey');
    await session.workbench.quickInput.input().fill('knuth1984');
    await session.page.keyboard.press('Enter');
    await session.workbench.quickInput.rows().filter({ hasText: 'Look at the changes first' }).waitFor();
    await session.screenshot('citations-5-rename-light');
  });
});

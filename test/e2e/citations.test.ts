import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { temporaryFolder } from '../host/cleanup';
import { pictured } from './pictures';
import { Session } from './session';
import { THESIS, writeThesis } from './thesis';
import { until } from './until';
import type { View } from './view';

/** All files, by their paths: the thesis, a document whose bibliography is not there, and links to a note. */
const WRITTEN: Readonly<Record<string, string>> = {
  ...THESIS,
  'lost.tex': '\\addbibresource{lost.bib}\nAs \\cite{knuth1984literate} says. % Not \\cite{knuth1984literate}.\n',
  'links.md': 'See [the note](notes/knuth1984literate.md#literate-programming) and [[knuth1984literate]].\n',
};

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
    await writeFile(join(folder, 'lost.tex'), WRITTEN['lost.tex']);
    await writeFile(join(folder, 'links.md'), WRITTEN['links.md']);
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

  const row = (text: string) => session.workbench.quickInput.rows().filter({ hasText: text });
  /** The thesis with another citekey for one of its papers; what stands in a comment keeps the old one. */
  const textsWith = (key: string) =>
    Object.fromEntries(
      Object.entries(WRITTEN).map(([path, text]) => [
        path.replace('knuth1984literate', key),
        text.replace(/(?<!% .*)knuth1984literate/g, key),
      ]),
    );
  /** What lies in the folder now, of the thesis and of anything else that is text. */
  const texts = async () => {
    const paths = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = paths.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
    // A file that is being renamed just then is not there.
    const read = files.map(
      async (path) => [relative(folder, path), await readFile(path, 'utf8').catch(String)] as const,
    );
    return Object.fromEntries(await Promise.all(read));
  };

  it('has no view before a document that cites is at hand', async () => {
    assert.equal(await session.page.locator('.pane-header[aria-label^="Citations"]').count(), 0);
  });

  it('stands in the row of a paper and under it', async () => {
    await papers.row('Attention Is All You Need').filter({ hasText: 'cited 4×' }).waitFor();
    await papers.setExpanded(papers.row('Attention Is All You Need'), true);
    await papers.row('paper.md:8').first().waitFor();
    await session.screenshot('citations-1-cited-in-light');
    await papers.click(papers.row('results.tex:2'));
    await session.workbench.editors.tab('results.tex').waitFor();
  });

  it('is not known to be all where a file of its bibliography is not there', async () => {
    await session.workbench.editors.openFile('lost.tex');
    await citations.setOpen(true);
    await citations.row('not known').filter({ hasText: 'lost.bib' }).waitFor();
    await citations.setOpen(false);
  });

  it('is a view of the document at hand, opened by a command', async () => {
    await session.workbench.editors.openFile('paper.md');
    await session.workbench.runCommand('Literature Notes: Show Citations of Document');
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
    await row('Look at the changes first').waitFor();
    await session.screenshot('citations-5-rename-light');
    await row('Look at the changes first').click();
    await row('Rename in').waitFor();
    await session.page.locator('.multiDiffEditor .view-line', { hasText: 'knuth1984' }).first().waitFor();
    await session.screenshot('citations-6-changes-light');
    assert.deepEqual(await texts(), textsWith('knuth1984literate'));
    await row('Rename in').click();
    await until(async () => isDeepStrictEqual(await texts(), textsWith('knuth1984')));
    await papers.row('Literate Programming').filter({ hasText: 'cited 5×' }).waitFor();
    await session.screenshot('citations-7-renamed-light');
    const told = session.page.locator('.notifications-toasts .notification-list-item', { hasText: '“knuth1984” now' });
    await told.getByRole('button', { name: 'Undo Rename' }).click();
    await until(async () => isDeepStrictEqual(await texts(), textsWith('knuth1984literate')));
  });
});

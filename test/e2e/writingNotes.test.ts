import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../host/cleanup';
import { Session } from './session';
import { until } from './until';
import type { View } from './view';

const list = (title: string, year: number) =>
  [
    `@article{moss2019tides,\n  title = {${title}},\n  author = {Moss, Ada and Reed, Tom},\n  year = {${year}},`,
    '  journal = {Journal of Shores},\n  pages = {1--9}\n}\n',
    '@book{hale2021rivers,\n  title = {Rivers: a "short" history},\n  author = {Hale, Ines},\n  year = {2021}\n}\n',
  ].join('\n');

const TEMPLATE = `---
{{ frontMatter }}
journal: {{ container-title }}
---

# {{ title | md }}

{{ reference | md }}

## Quotes
`;

describe('Writing notes', function () {
  let folder: string;
  let session: Session;
  let papers: View;

  const read = (name: string) => readFile(join(folder, name), 'utf8').catch(() => undefined);

  before(async function () {
    if (process.platform !== 'linux') this.skip();
    this.timeout(300_000);
    folder = temporaryFolder('notes');
    await mkdir(join(folder, 'templates'));
    await writeFile(join(folder, 'library.bib'), list('Tides at nigt', 2018));
    await writeFile(join(folder, 'templates/reading.md'), TEMPLATE);
    await writeFile(join(folder, 'templates/short.md'), '# {{ title | md }}\n');
    session = await Session.open(folder, { settings: { 'literatureNotes.notes.templateFolder': 'templates' } });
    papers = session.workbench.view('Papers');
    await session.workbench.openContainer('Literature Notes');
    await papers.row('Tides').waitFor();
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await session.explain(this.currentTest.title);
  });

  after(() => session?.close());

  /** Presses a button of the notification that says something. */
  const answer = async (says: string, button: string) => {
    const toast = session.page.locator('.notifications-toasts .notification-list-item', { hasText: says });
    await toast.getByRole('button', { name: button, exact: true }).click();
  };

  it('makes a note from the template that is chosen', async () => {
    await papers.press(papers.row('Tides'), 'Open Note');
    await session.workbench.quickInput.rows().filter({ hasText: 'Built-in template' }).waitFor();
    await session.screenshot('notes-1-templates-light');
    await session.workbench.quickInput.choose('reading', 'reading.md');
    await session.workbench.editors.tab('moss2019tides.md').waitFor();
    const note = await until(() => read('notes/moss2019tides.md'));
    assert.match(note, /^journal: Journal of Shores$/m);
    assert.match(note, /\nMoss, A\., & Reed, T\. \(2018\)\. Tides at nigt\. Journal of Shores\.\n/);
    await session.screenshot('notes-2-created-light');
  });

  it('previews a template of the paper that is selected, while it is written', async () => {
    const { editors } = session.workbench;
    await editors.openFile('reading.md');
    await papers.chooseFromMenu(papers.row('Rivers'), 'Copy Citekey');
    await session.workbench.runCommand('Literature Notes: Preview Template');
    await session.workbench.quickInput.choose('Rivers', 'Rivers');
    await editors.tab('Preview of reading').waitFor();
    await editors.focus();
    await session.page.keyboard.press('Control+End');
    await editors.type('Written in {{ year }}.');
    const preview = session.page.locator('.editor-instance .monaco-editor').last().locator('.view-line');
    await preview.filter({ hasText: /Written.in.2021\./ }).waitFor();
    await session.screenshot('notes-3-preview-light');
    // A click with this key selects a paper and opens nothing.
    await papers.row('Tides').click({ modifiers: ['ControlOrMeta'] });
    await preview.filter({ hasText: /Written.in.2018\./ }).waitFor();
    await editors.focus();
    await session.page.keyboard.press('Control+S');
    await until(async () => (await read('templates/reading.md'))?.endsWith('Written in {{ year }}.'));
    await session.workbench.runCommand('View: Close All Editors');
    await session.page.locator('.tabs-container .tab').first().waitFor({ state: 'detached' });
  });

  it('updates the metadata of the notes, after all changes were shown', async () => {
    await writeFile(join(folder, 'library.bib'), list('Tides at night: a study', 2019));
    await papers.row('Tides at night').waitFor();
    await session.workbench.runCommand('Literature Notes: Update Note Metadata');
    await session.workbench.quickInput.choose('All', 'All 1 notes');
    await answer('1 of 1 notes change', 'Show Changes');
    await session.page.locator('.multiDiffEntry, .multi-diff-root-floating-menu, .multiDiffEditor').first().waitFor();
    await session.page
      .locator('.view-line', { hasText: /Tides.at.night/ })
      .first()
      .waitFor();
    await session.screenshot('notes-4-changes-light');
    const before = await read('notes/moss2019tides.md');
    await answer('1 of 1 notes change', 'Update');
    const expected = before!
      .replace('title: Tides at nigt', 'title: "Tides at night: a study"')
      .replace('year: 2018', 'year: 2019');
    const editor = session.workbench.editors;
    await editor.openFile('moss2019tides.md');
    await editor.save();
    await until(async () => (await read('notes/moss2019tides.md')) === expected);
    await session.workbench.useTheme('dark');
    await session.screenshot('notes-5-updated-dark');
  });
});

import assert from 'node:assert/strict';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../host/cleanup';
import { ROOT } from '../host/paths';
import { NOTES_CSL } from '../real/citations/csl/styles';
import { pictured } from './pictures';
import { Session } from './session';
import { until } from './until';

const TEXT = `
# Deep waters

Attention was described early on [see @vaswani2017attention, pp. 3-5; @smith2020:deep-x]. As @knuth1984texbook
writes, this was known. It is said again [@smith2020:deep-x], and by an unknown hand [@nobody2020].

> Quoted with *emphasis* and \`[@code]\`, of @someone.

## References
`;

const OWN_NOTES = `
# Deep waters

Attention was described early on [@vaswani2017attention, pp. 3-5]. This is known.[^own] It is said again,^[Others say so
too [@smith2020:deep-x].] and once more [@knuth1984texbook].

[^own]: A note of the text.

## References

<!-- The list comes here. -->
`;

const STYLES = { 'by-author': 'apa', 'by-number': 'vancouver', 'by-note': 'notes.csl' } as const;

/** A folder with a BibTeX file, a style of notes and a draft in each of three styles. */
async function makeWorkspace(): Promise<string> {
  const folder = temporaryFolder('formatting');
  await cp(join(ROOT, 'test/fixtures/citing'), folder, { recursive: true });
  await writeFile(join(folder, 'notes.csl'), NOTES_CSL);
  for (const [name, style] of [...Object.entries(STYLES), ['beside', 'apa']]) {
    await writeFile(join(folder, `${name}.md`), `---\ncsl: ${style}\nbibliography: refs.bib\n---\n${TEXT}`);
  }
  await writeFile(join(folder, 'own-notes.md'), `---\ncsl: notes.csl\nbibliography: refs.bib\n---\n${OWN_NOTES}`);
  const cells = [
    '# Waters\n\nAs @vaswani2017attention says, and this sentence is so long that it reaches the end of the line and is broken there, as lines are in cells.',
    'Later [@smith2020:deep-x; @nobody2020].',
    '## References',
  ];
  const markdown = (source: string) => ({ cell_type: 'markdown', metadata: {}, source });
  const notebook = { cells: cells.map(markdown), metadata: {}, nbformat: 4, nbformat_minor: 4 };
  await writeFile(join(folder, 'cells.ipynb'), JSON.stringify(notebook));
  return folder;
}

describe('Formatted citations', function () {
  let folder: string;
  let session: Session;

  before(async function () {
    if (process.platform !== 'linux') this.skip();
    this.timeout(300_000);
    folder = await makeWorkspace();
    session = await Session.open(folder);
    await session.workbench.editors.openFile('beside.md');
    // What is not known to the library is marked, so the extension knows of the document.
    await session.page.locator('.squiggly-warning').first().waitFor();
    await session.workbench.runCommand('Literature Notes: Focus on Citations View');
    await session.workbench.view('Papers').rowAt(0).waitFor();
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await session.explain(this.currentTest.title);
  });

  after(() => session?.close());

  it('are listed of a document that was there before the sidebar', async () => {
    const citations = session.workbench.view('Citations');
    await citations.row('Unknown Citekeys').waitFor();
    await citations.row('Vaswani+ 2017').waitFor();
    await citations.setOpen(false);
    await session.workbench.runCommand('View: Close All Editors');
  });

  /** The document inside of the Markdown preview. */
  const preview = () =>
    session.page
      .frameLocator('iframe.webview[src*="extensionId=vscode.markdown-language-features"]:visible')
      .frameLocator('iframe#active-frame');

  /** Opens a file and has its preview take the place of the editor, where it does not yet. */
  const show = async (name: string) => {
    const { quickInput, editors } = session.workbench;
    await session.page.keyboard.press('Control+P');
    await quickInput.choose(`${name}.md`, `${name}.md`);
    await editors
      .activeTab()
      .filter({ hasText: `${name}.md` })
      .waitFor();
    const source = session.page.locator('.editor-instance .monaco-editor:visible');
    if (
      await source
        .first()
        .waitFor({ timeout: 2000 })
        .then(
          () => true,
          () => false,
        )
    ) {
      await editors.focus();
      await session.page.keyboard.press('Control+Shift+V');
    }
    await preview().locator('.literature-references').waitFor();
  };

  /** Opens the picker of styles, once more where the preview takes the focus just then, which closes it; with the paper formatted. */
  const openStyles = () =>
    until(async () => {
      const rows = session.workbench.quickInput.rows();
      const isOpen = await rows.first().isVisible();
      if (!isOpen) await session.workbench.runCommand('Literature Notes: Choose Citation Style…');
      const isThere = await rows
        .filter({ hasText: 'Vaswani' })
        .nth(5)
        .waitFor({ timeout: 5000 })
        .then(
          () => true,
          () => false,
        );
      return isThere;
    });

  const shows = (name: keyof typeof STYLES, cited: RegExp) =>
    it(`read in the preview ${name.replace('-', ' ')}`, async () => {
      await show(name);
      const citation = preview().locator('.literature-citation').first();
      assert.match(await citation.innerText(), cited);
      assert.match(await preview().locator('.literature-unknown').first().innerText(), /nobody2020\?/);
      await session.screenshot(`formatting-1-${name}-light`);
    });
  shows('by-author', /^\(Lämmermann, 2020; see Vaswani et al\., 2017, pp\. 3–5\)$/);
  shows('by-number', /^\(see 1,2\)$/);
  shows('by-note', /^1$/);

  it('are counted through with the footnotes of the text, whose citations stay in them', async () => {
    await show('own-notes');
    const marks = await preview().locator('sup[id$="-place"]').allInnerTexts();
    assert.deepEqual(
      marks.map((mark) => mark.trim()),
      ['1', '2', '3', '4'],
    );
    const notes = (await preview().locator('.literature-notes li').allInnerTexts()).map((note) => note.trim());
    assert.match(notes[0], /^Ashish Vaswani.*Attention Is All You Need, pp\. 3–5\. ↩$/s);
    assert.match(notes[1], /^A note of the text\. ↩$/);
    assert.match(notes[2], /^Others say so too \(.*Deep/s);
    assert.match(notes[3], /^Donald E\. Knuth/);
    await session.screenshot('formatting-1-own-notes-light');
  });

  it('lead to their reference, and notes back to their place', async () => {
    await show('by-note');
    const leads = async (from: string, to: string) => {
      await preview().locator(`${from} a[href="${to}"]`).click();
      await preview().locator(to).waitFor();
    };
    await leads('#literature-note-1-place', '#literature-note-1');
    await leads('#literature-note-1', '#literature-note-1-place');
  });

  it('follow the text and its style as one types', async () => {
    const { editors } = session.workbench;
    await editors.openFile('beside.md');
    await session.page.keyboard.press('Control+K');
    await session.page.keyboard.press('V');
    await preview().locator('.literature-references').waitFor();
    await editors.focus();
    await session.page.keyboard.press('Control+Home');
    await session.page.keyboard.press('ArrowDown');
    await session.page.keyboard.press('End');
    for (let i = 0; i < 'apa'.length; i++) await session.page.keyboard.press('Backspace');
    await editors.type('vancouver');
    await until(async () => /1,2/.test(await preview().locator('.literature-citation').first().innerText()));
    await session.screenshot('formatting-2-beside-light');
    await session.page.keyboard.press('Control+S');
    await session.workbench.runCommand('View: Close All Editors');
  });

  it('are chosen by a picker that shows the paper in each style', async () => {
    await session.workbench.runCommand('Literature Notes: Choose Citation Style…');
    const { quickInput } = session.workbench;
    await quickInput.rows().filter({ hasText: 'Computing Machinery' }).first().waitFor();
    await session.page.keyboard.press('ArrowDown');
    await until(async () => /\(\d{4}\)|\d{4}\./.test((await quickInput.rows().allInnerTexts()).join()));
    assert.match((await quickInput.input().getAttribute('placeholder')) ?? '', /citeproc-js, © Frank Bennett/);
    await session.screenshot('formatting-3-picker-light');
    await quickInput.choose('Vancouver', 'Vancouver');
    const settings = join(folder, '.vscode/settings.json');
    await until(async () => (await readFile(settings, 'utf8').catch(() => '')).includes('"vancouver"'));
  });

  it('stand in the Markdown cells of a notebook, and follow the style', async () => {
    await session.page.keyboard.press('Control+P');
    await session.workbench.quickInput.choose('cells.ipynb', 'cells.ipynb');
    const cells = session.page
      .frameLocator('.notebookOverlay iframe.webview, iframe.webview:not([src*="extensionId"])')
      .frameLocator('iframe#active-frame');
    const cited = cells.locator('.literature-citation');
    await until(async () => /^\(1\)$/.test(await cited.first().innerText()));
    assert.match(await cited.nth(1).innerText(), /nobody2020\?/);
    assert.equal(await cells.locator('.literature-references > div').count(), 2);
    await session.screenshot('formatting-4-notebook-light');
    await writeFile(join(folder, '.vscode/settings.json'), '{ "literatureNotes.citationStyle": "apa" }');
    await until(async () => /^Vaswani et al\. \(2017\)$/.test(await cited.first().innerText()));
    assert.match(await cells.locator('.literature-references > div').last().innerText(), /^Vaswani, A\./);
    await session.workbench.runCommand('View: Close All Editors');
  });

  pictured('look right in the dark', async () => {
    await session.workbench.useTheme('dark');
    for (const name of Object.keys(STYLES)) {
      await show(name);
      await session.screenshot(`formatting-5-${name}-dark`);
    }
    await openStyles();
    await session.page.keyboard.press('ArrowDown');
    await session.screenshot('formatting-5-picker-dark');
    await session.workbench.quickInput.dismiss();
  });

  pictured('fit a narrow editor', async () => {
    await session.page.setViewportSize({ width: 660, height: 900 });
    for (const name of ['by-author', 'by-number', 'by-note'] as const) {
      await show(name);
      await until(() => preview().locator('body').evaluate('document.body.scrollWidth <= window.innerWidth'));
      await session.screenshot(`formatting-6-${name}-narrow`);
    }
    await session.page.setViewportSize({ width: 1280, height: 800 });
  });

  pictured('keep apart in high contrast', async () => {
    await session.workbench.useHighContrast();
    for (const name of ['by-author', 'by-note'] as const) {
      await show(name);
      await session.screenshot(`formatting-7-${name}-contrast`);
    }
    const { quickInput } = session.workbench;
    await openStyles();
    await session.screenshot('formatting-8-picker-contrast');
    await quickInput.dismiss();
  });
});

import assert from 'node:assert/strict';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../host/cleanup';
import { ROOT } from '../host/paths';
import { pictured } from './pictures';
import { Session } from './session';
import { until } from './until';

const KNUTH = 'knuth1984texbook';

/** A folder with a BibTeX file and a draft in each of two languages. */
async function makeWorkspace(): Promise<string> {
  const folder = temporaryFolder('citing');
  await cp(join(ROOT, 'test/fixtures/citing'), folder, { recursive: true });
  await writeFile(join(folder, 'draft.md'), '# Draft\n\nThis was studied before ');
  await writeFile(join(folder, 'draft.tex'), '\\section{Draft}\n\nThis was studied before ');
  return folder;
}

describe('Citing while writing', function () {
  let folder: string;
  let session: Session;

  const read = (name: string) => readFile(join(folder, name), 'utf8');
  const saved = async (name: string, text: string) => {
    await session.workbench.editors.save();
    await until(async () => (await read(name)).includes(text));
  };

  before(async function () {
    if (process.platform !== 'linux') this.skip();
    this.timeout(300_000);
    folder = await makeWorkspace();
    session = await Session.open(folder);
    await session.workbench.openContainer('Literature Notes');
    await session.workbench.view('Papers').rowAt(0).waitFor();
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await session.explain(this.currentTest.title);
  });

  after(() => session?.close());

  it('offers the papers behind “[@” in Markdown', async () => {
    const { editors } = session.workbench;
    await editors.openFile('draft.md');
    await editors.type('[@');
    await editors.suggestions().first().waitFor();
    assert.ok((await editors.suggestions().count()) >= 5);
    await editors.type('waters');
    await editors.suggestions().first().filter({ hasText: 'Deep Waters' }).waitFor();
    const details = editors.suggestionDetails().filter({ hasText: 'Deep Waters' });
    // The same keys show the details and hide them: pressed only where they stay away.
    await until(async () => {
      const shown = await details.waitFor({ timeout: 1500 }).then(
        () => true,
        () => false,
      );
      if (!shown) await session.page.keyboard.press('Control+Space');
      return shown;
    });
    await session.screenshot('citing-1-completion-light');
    await session.page.keyboard.press('Enter');
    // Typed over where VS Code has closed the bracket by itself, which it does once the language is loaded.
    await editors.type(']');
    await saved('draft.md', 'before [@smith2020:deep-x]');
  });

  it('offers them in LaTeX behind “\\cite{”', async () => {
    const { editors } = session.workbench;
    await editors.openFile('draft.tex');
    await editors.type('\\cite{');
    await editors.suggestions().first().waitFor();
    await editors.type('need');
    await editors.suggestions().first().filter({ hasText: 'Attention Is All' }).waitFor();
    await session.page.keyboard.press('Enter');
    await editors.type('}');
    await saved('draft.tex', 'before \\cite{vaswani2017attention}');
  });

  it('tells about the paper under the mouse, and opens its note', async () => {
    const { editors } = session.workbench;
    await editors.hoverOver('vaswani2017attention', 'Attention Is All You Need');
    await session.screenshot('citing-2-hover-light');
    await editors.hover().getByText('Open Note').click();
    await editors.tab('vaswani2017attention.md').waitFor();
  });

  it('goes from a citekey to its entry by F12, and to its note by Ctrl+F12', async () => {
    const { editors } = session.workbench;
    const goes = async (key: string, file: string) => {
      await editors.openFile('draft.tex');
      for (let i = 0; i < 5; i++) await session.page.keyboard.press('ArrowLeft');
      await session.page.keyboard.press(key);
      await editors.activeTab().filter({ hasText: file }).waitFor();
    };
    await goes('F12', 'refs.bib');
    await goes('Control+F12', 'vaswani2017attention.md');
  });

  it('cites a paper that is dragged from the tree', async () => {
    const { editors } = session.workbench;
    await editors.openFile('draft.md');
    await editors.type('\n\nOn typesetting: ');
    const row = session.workbench.view('Papers').row('TeXbook');
    await row.dragTo(editors.lines().filter({ hasText: 'typesetting' }), { targetPosition: { x: 500, y: 8 } });
    await until(async () => (await editors.lines().allInnerTexts()).some((line) => line.includes(`[@${KNUTH}]`)));
    await session.screenshot('citing-3-dropped-light');
    await saved('draft.md', `On typesetting: [@${KNUTH}]`);
  });

  it('makes a citation of a pasted DOI when asked to', async () => {
    const { editors } = session.workbench;
    await editors.focus();
    await session.page.keyboard.press('Control+End');
    await editors.type('\n\nPasted: ');
    await session.page.evaluate('navigator.clipboard.writeText("10.5555/3295222")');
    await session.page.keyboard.press('Control+V');
    await editors.lines().filter({ hasText: '10.5555/3295222' }).waitFor();
    const fix = await editors.offeredFix('Paste as Citation');
    await session.screenshot('citing-4-pasted-light');
    await fix.click();
    await saved('draft.md', 'Pasted: [@vaswani2017attention]');
  });

  it('marks an unknown key and mends it', async () => {
    const { editors } = session.workbench;
    await editors.focus();
    await session.page.keyboard.press('Control+End');
    await editors.type(`\n\nAs [@knuth1984texbok`);
    await session.page.keyboard.press('Escape');
    // What is being typed is not judged before the cursor leaves it.
    await session.page.keyboard.press('End');
    await session.page.locator('.monaco-editor .squiggly-warning').first().waitFor();
    await session.page.keyboard.press('ArrowLeft');
    await session.page.keyboard.press('Control+.');
    await session.page.locator('.action-widget .monaco-list-row').first().waitFor();
    await session.screenshot('citing-5-fixes-light');
    await session.page.keyboard.press('Escape');
    await editors.fix(`Replace with “${KNUTH}”`);
    await saved('draft.md', `As [@${KNUTH}`);
  });

  pictured('looks right in the dark', async () => {
    const { editors } = session.workbench;
    await session.workbench.useTheme('dark');
    await editors.focus();
    await session.page.keyboard.press('Control+End');
    await editors.type('\n\nSee [@');
    await editors.suggestions().first().waitFor();
    await session.screenshot('citing-6-completion-dark');
    await session.page.keyboard.press('Escape');
    await editors.hoverOver('smith2020', 'Deep Waters');
    await session.screenshot('citing-7-hover-dark');
  });
});

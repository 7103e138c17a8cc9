import assert from 'node:assert/strict';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../host/cleanup';
import { ROOT } from '../host/paths';
import { pictured } from './pictures';
import { Session } from './session';
import { until } from './until';

const WESTON = 'weston2014memory';

describe('Writing with a library of hundreds', function () {
  let folder: string;
  let session: Session;

  const saved = async (name: string, text: string) => {
    await session.workbench.editors.save();
    await until(async () => (await readFile(join(folder, name), 'utf8')).includes(text));
  };
  /** The row of a quick pick or of the completion list that Enter takes. */
  const marked = (text: string) => session.page.locator('.monaco-list-row.focused', { hasText: text });

  before(async function () {
    if (process.platform !== 'linux') this.skip();
    this.timeout(300_000);
    folder = temporaryFolder('writing');
    await cp(join(ROOT, 'media/sample'), folder, { recursive: true });
    await writeFile(join(folder, 'mine.md'), '# Mine\n\nCited before: @vinyals2015pointer.\n\n');
    await writeFile(join(folder, 'mine.tex'), '\\section{Mine}\n\n');
    session = await Session.open(folder);
    await session.workbench.openContainer('Literature Notes');
    await session.workbench.view('Papers').rowAt(0).waitFor();
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await session.explain(this.currentTest.title);
  });

  after(() => session?.close());

  for (const theme of ['light', 'dark'] as const) {
    it(`offers papers by any words of theirs in Markdown, ${theme}`, async () => {
      const { editors } = session.workbench;
      await session.workbench.useTheme(theme);
      await editors.openFile('mine.md');
      await editors.type('See [@weston 2014');
      await marked('Weston').waitFor();
      await session.screenshot(`writing-1-words-${theme}`);
      await session.page.keyboard.press('Enter');
      await editors.type(' and @memory net');
      await editors.suggestions().first().filter({ hasText: 'Memory Networks' }).waitFor();
      await session.screenshot(`writing-2-words-in-text-${theme}`);
      await session.page.keyboard.press('Escape');
      await editors.revert();
    });
  }

  it('writes the key of the paper that is taken', async () => {
    const { editors } = session.workbench;
    await editors.openFile('mine.md');
    await editors.type('See [@weston 2014');
    await marked('Weston').waitFor();
    await session.page.keyboard.press('Enter');
    await saved('mine.md', `See [@${WESTON}`);
  });

  it('marks the best hit after every letter in the list of Insert Citation', async () => {
    const { quickInput } = session.workbench;
    await session.workbench.runCommand('Literature Notes: Insert Citation');
    await quickInput.rows().first().waitFor();
    for (const letter of 'weston mem') {
      await session.page.keyboard.type(letter);
      await until(async () => {
        const first = quickInput.rows().first();
        return (await first.getAttribute('class'))?.split(' ').includes('focused');
      });
    }
    await marked('Memory Networks').waitFor();
    await quickInput.dismiss();
  });

  it('asks for details in one field, and shows the citation in LaTeX meanwhile', async () => {
    const { editors, quickInput } = session.workbench;
    await session.workbench.useTheme('light');
    await editors.openFile('mine.tex');
    await session.workbench.runCommand('Literature Notes: Insert Citation with Details…');
    await quickInput.rows().first().waitFor();
    await session.page.keyboard.type('weston memory');
    await marked('Memory Networks').waitFor();
    await session.page.keyboard.press('Enter');
    await marked(`\\cite{${WESTON}}`).waitFor();
    await session.page.keyboard.type('see / pp. 3-5 / and passim');
    await marked(`\\cite[see][pp.~3-5, and passim]{${WESTON}}`).waitFor();
    await session.screenshot('writing-3-details-light');
    await session.workbench.quickInput.button('In the sentence').click();
    await marked('\\textcite[see]').waitFor();
    await session.page.keyboard.press('Escape');
    await quickInput.rows().filter({ hasText: 'OneRec' }).first().waitFor();
    await session.page.keyboard.type('vinyals pointer');
    await marked('Pointer').waitFor();
    await session.page.keyboard.press('Enter');
    await marked('\\cite{').waitFor();
    await session.page.keyboard.type('[see @, p. 3]');
    await marked('\\cite[see][p.~3]').waitFor();
    // The list may be filled anew just then, and its first row marked again.
    await until(async () => {
      if ((await marked('\\textcite').count()) === 0) await session.page.keyboard.press('ArrowDown');
      return (await marked('\\textcite').count()) > 0;
    });
    await session.page.keyboard.press('Enter');
    await saved('mine.tex', '\\textcite[see][p.~3]{vinyals2015pointer}');
  });

  pictured('shows the field for details in the dark', async () => {
    const { editors, quickInput } = session.workbench;
    await session.workbench.useTheme('dark');
    await editors.openFile('mine.md');
    // Apart from the citation before, which would take the paper in its own form.
    await editors.type('\n\nAnd ');
    await session.workbench.runCommand('Literature Notes: Insert Citation with Details…');
    await quickInput.rows().first().waitFor();
    await session.page.keyboard.type('pointer networks');
    await marked('Pointer').waitFor();
    await session.page.keyboard.press('Enter');
    await quickInput.button('In the sentence').waitFor();
    await session.page.keyboard.type('chap. 2');
    await marked('chap. 2').waitFor();
    await session.screenshot('writing-4-details-dark');
    await session.page.keyboard.press('Escape');
    await quickInput.rows().filter({ hasText: 'OneRec' }).first().waitFor();
    await quickInput.dismiss();
    await session.workbench.useTheme('light');
  });

  it('has the cursor of a new note where one writes', async () => {
    const { editors } = session.workbench;
    // Away from the citation, whose paper would be meant.
    await editors.focus();
    await session.page.keyboard.press('Control+Home');
    await session.workbench.runCommand('Literature Notes: Open Note');
    await session.workbench.quickInput.rows().first().waitFor();
    await session.page.keyboard.type('weston memory');
    await marked('Memory Networks').waitFor();
    await session.page.keyboard.press('Enter');
    const note = `${WESTON}.md`;
    await editors.activeTab().filter({ hasText: note }).waitFor();
    await session.page.locator('.monaco-editor.focused').waitFor();
    await editors.type('Typed at once.');
    await session.screenshot('writing-5-new-note-light');
    await saved(`notes/${note}`, '\n## Summary\n\nTyped at once.\n\n## Key points\n');
    const text = await readFile(join(folder, 'notes', note), 'utf8');
    assert.match(text, new RegExp(`^---\\ncitekey: ${WESTON}\\n`));
  });
});

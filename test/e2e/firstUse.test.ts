import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../host/cleanup';
import { ROOT, SEED_LIST } from '../host/paths';
import { pictured } from './pictures';
import { Session } from './session';
import { until } from './until';
import type { View } from './view';

/** A paper list with the paper that the story looks for. */
interface Story {
  readonly list: string;
  readonly papers: number;
  readonly query: string;
  readonly title: string;
}

const STORY: Story = existsSync(SEED_LIST)
  ? {
      list: SEED_LIST,
      papers: 278,
      query: 'in-context gradient descent',
      title: 'Transformers learn in-context by gradient descent',
    }
  : {
      list: join(ROOT, 'test/fixtures/workspace/papers.txt'),
      papers: 3,
      query: 'in-context grammar',
      title: 'Learning Translation in Context from a Pocket Grammar',
    };

/** A folder with the paper list, a Markdown draft and a LaTeX draft. */
async function makeWorkspace(): Promise<string> {
  const folder = temporaryFolder('story');
  await cp(STORY.list, join(folder, 'papers.txt'));
  await writeFile(join(folder, 'draft.md'), '# Draft\n\nThis was studied before ');
  await writeFile(join(folder, 'draft.tex'), '\\section{Draft}\n\nThis was studied before ');
  return folder;
}

describe('A first use', function () {
  let folder: string;
  let session: Session;
  let papers: View;
  let citekey: string;

  const read = (name: string) => readFile(join(folder, name), 'utf8');

  before(async function () {
    if (process.platform !== 'linux') this.skip();
    this.timeout(300_000);
    folder = await makeWorkspace();
    session = await Session.open(folder);
    papers = session.workbench.view('Papers');
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await session.explain(this.currentTest.title);
  });

  after(() => session?.close());

  it('shows the papers of the folder', async () => {
    await session.workbench.openContainer('Literature Notes');
    await papers.rowAt(0).waitFor();
    assert.equal(await papers.rowCount(), STORY.papers);
    await session.screenshot('1-papers-light');
  });

  it('finds the paper first', async () => {
    const box = session.workbench.webview().getByLabel('Search papers');
    await box.click();
    await box.pressSequentially(STORY.query, { delay: 20 });
    await papers.rowAt(0).filter({ hasText: STORY.title }).waitFor();
    await session.screenshot('2-search-light');
  });

  it('cites it in a Markdown draft', async () => {
    const { editors } = session.workbench;
    await editors.openFile('draft.md');
    await papers.press(papers.row(STORY.title), 'Insert Citation');
    await editors.focus();
    await editors.save();
    citekey = await until(async () => /studied before \[@(\w+)\]/.exec(await read('draft.md'))?.[1]);
    assert.match(citekey, /^[a-z0-9]+$/);
    await session.screenshot('3-markdown-light');
  });

  it('cites it in a LaTeX draft', async () => {
    const { editors } = session.workbench;
    await editors.openFile('draft.tex');
    await papers.press(papers.row(STORY.title), 'Insert Citation');
    await editors.focus();
    await editors.save();
    await until(async () => (await read('draft.tex')).includes(`studied before \\cite{${citekey}}`));
  });

  it('opens a new note about it', async () => {
    await papers.press(papers.row(STORY.title), 'Open Note');
    await session.workbench.editors.tab(`${citekey}.md`).waitFor();
    const note = await until(() => read(`notes/${citekey}.md`).catch(() => undefined));
    assert.match(note, new RegExp(`^citekey: ${citekey}$`, 'm'));
    assert.ok(note.includes(STORY.title));
  });

  it('keeps what is written into the note', async () => {
    const { editors } = session.workbench;
    await editors.focus();
    await session.page.keyboard.press('Control+End');
    await editors.type('The main idea in my own words.');
    await editors.save();
    await until(async () => (await read(`notes/${citekey}.md`)).includes('The main idea in my own words.'));
  });

  it('marks the paper as one with a note', async () => {
    await papers.row(STORY.title).locator('.custom-view-tree-node-item-icon.codicon-notebook').waitFor();
    await session.screenshot('4-note-light');
  });

  pictured('looks right in the dark', async () => {
    await session.workbench.useTheme('dark');
    await session.screenshot('5-note-dark');
  });
});

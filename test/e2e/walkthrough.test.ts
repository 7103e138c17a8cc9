import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../host/cleanup';
import { ROOT } from '../host/paths';
import { dailyPaper } from '../online/feedAnswers';
import { json } from '../online/localServer';
import { BRIEF } from './quickInput';
import { Session } from './session';
import { until } from './until';

const TITLE = 'Learning Translation in Context from a Pocket Grammar';

describe('The walkthrough', function () {
  let session: Session;

  /** Opens the walkthrough, and gives the mark of one of its steps: whether it is done. */
  const mark = async (step: string, done: boolean) => {
    // What was just done may take the focus still, which closes the list.
    await session.workbench.quickInput.untilChosen(async () => {
      await session.workbench.runCommand('Welcome: Open Walkthrough...');
      await session.workbench.quickInput.choose('Literature Notes', 'Literature Notes: find, cite, note', BRIEF);
    });
    return session.page.locator(`[data-done-step-id$="#${step}"][aria-checked="${done}"]`);
  };
  /** A document that opens late may lie above the walkthrough, which is brought to the front again then. */
  const isMarked = (step: string, done: boolean) =>
    until(async () =>
      (await mark(step, done)).waitFor(BRIEF).then(
        () => true,
        () => false,
      ),
    );
  const isDone = (step: string) => isMarked(step, true);
  const isOpen = (step: string) => isMarked(step, false);

  before(async function () {
    if (process.platform !== 'linux') this.skip();
    this.timeout(300_000);
    const folder = temporaryFolder('walkthrough');
    await cp(join(ROOT, 'test/fixtures/workspace/papers.txt'), join(folder, 'papers.txt'));
    await writeFile(join(folder, 'draft.md'), '# Draft\n\nThis was studied before ');
    session = await Session.open(folder);
    await session.workbench.openContainer('Literature Notes');
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await session.explain(this.currentTest.title);
  });

  after(() => session?.close());

  it('has its first step done by looking at the papers', async () => {
    await session.workbench.view('Papers').rowAt(0).waitFor();
    await isOpen('list');
    await session.page.getByRole('button', { name: 'Show the Papers' }).click();
    await isDone('list');
    await isOpen('find');
    await session.screenshot('walkthrough-light');
  });

  it('has the second done by searching', async () => {
    await session.workbench.webview().getByLabel('Search papers').pressSequentially('pocket grammar', { delay: 20 });
    await session.workbench.view('Papers').row(TITLE).waitFor();
    await isDone('find');
    await isOpen('cite');
  });

  it('has the third done by citing from a row', async () => {
    const papers = session.workbench.view('Papers');
    await session.workbench.editors.openFile('draft.md');
    await papers.press(papers.row(TITLE), 'Insert Citation');
    await isDone('cite');
    await isOpen('note');
  });

  it('has the last done by opening a note', async () => {
    const papers = session.workbench.view('Papers');
    await papers.press(papers.row(TITLE), 'Open Note');
    await session.workbench.editors.tab('.md').last().waitFor();
    await isDone('note');
    await session.workbench.useTheme('dark');
    await session.screenshot('walkthrough-dark');
  });

  it('leads to feeds of new papers, as the menu of the Papers view does, and counts one that is chosen', async () => {
    const { quickInput } = session.workbench;
    const daily = quickInput.rows().filter({ hasText: 'Hugging Face daily papers' });
    await isOpen('new');
    await session.page.getByRole('button', { name: 'Choose Feeds' }).click();
    await daily.waitFor();
    await quickInput.dismiss();
    await isOpen('new');
    session.services.on(/daily_papers/, json([dailyPaper('2611.00001', 'A Pocket Grammar for the Day')]));
    session.sent.following(`GET ${session.services.url}/huggingface/api/daily_papers`);
    await session.workbench.view('Papers').chooseFromTitleMenu('Choose Feeds of New Papers');
    await daily.click();
    await session.page.keyboard.press('Enter');
    await session.workbench.view('New Papers').row('A Pocket Grammar for the Day').waitFor();
    await isDone('new');
  });
});

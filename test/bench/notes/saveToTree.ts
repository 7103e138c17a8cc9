import { join } from 'node:path';
import { temporaryFolder } from '../../host/cleanup';
import { prepareHost } from '../../host/prepareHost';
import { SCENARIOS } from '../../host/scenarios';
import { Session } from '../../e2e/session';
import type { Limits } from '../limits';
import { notedPapers } from './corpus';
import { SAVE_TO_TREE_MS } from './limits';

/** So many saves are measured, after one in which what is only loaded then is loaded. */
const SAVES = 9;
const MEDIAN = Math.floor(SAVES / 2);
/** Where the status stands in the notes of the corpus, as a number of lines under the first. */
const STATUS_LINE = 8;
const VIEWS = ['Papers', 'Reading Notes'] as const;
/** VS Code lets the rows of a view rest for 200 ms after it has drawn some of them. */
const REST_MS = 1500;

/** When the tab was drawn as saved, and when a row of each view was first drawn with a text. */
type Seen = Readonly<Record<'saved' | (typeof VIEWS)[number], number>>;

/**
 * Evaluated in the window before a note is changed: resolves when its tab is drawn as saved, after it was not, and both views have a
 * row with a text.
 */
const watching = (text: string) => `new Promise((resolve) => {
  const seen = {};
  let isChanged = false;
  const look = () => {
    if (document.querySelector('.tabs-container .tab.active.dirty')) isChanged = true;
    else if (isChanged) seen.saved ??= performance.now();
    for (const view of ${JSON.stringify(VIEWS)}) {
      if (view in seen) continue;
      const pane = document.querySelector('.pane-header[aria-label^="' + view + '"]').closest('.pane');
      const rows = [...pane.querySelectorAll('.monaco-list-row')];
      if (rows.some((row) => row.textContent.includes(${JSON.stringify(text)}))) seen[view] = performance.now();
    }
    if (Object.keys(seen).length < ${1 + VIEWS.length}) return;
    observer.disconnect();
    resolve(seen);
  };
  const observer = new MutationObserver(look);
  observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
})`;

/**
 * How long after a note was saved its rows are drawn as they must be: in VS Code with the packaged extension, from the moment in
 * which the tab of the note is drawn as saved, which comes before extensions are told. A status is typed at once and saved at once.
 */
export async function benchSaveToTree(limits: Limits): Promise<void> {
  await prepareHost();
  const folder = join(temporaryFolder('save-to-tree'), 'workspace');
  await SCENARIOS.find(({ measures }) => measures === 'notes')!.workspace!(folder);
  const session = await Session.open(folder, {
    settings: { 'files.autoSave': 'off', 'editor.quickSuggestions': false },
  });
  try {
    const [, ...saves] = await savesToTree(session);
    for (const view of VIEWS) {
      const times = saves.map((seen) => seen[view] - seen.saved);
      console.log(`from the save to the row of ${view}: ${times.map((time) => time.toFixed(0)).join(', ')} ms`);
      const sorted = times.sort((a, b) => a - b);
      limits.below(`from the save to the row of ${view}, median of ${SAVES}`, sorted[MEDIAN], SAVE_TO_TREE_MS);
    }
  } finally {
    await session.close();
  }
}

async function savesToTree({ workbench, page }: Session): Promise<Seen[]> {
  const [, paper] = notedPapers(2);
  await workbench.openContainer('Literature Notes');
  await workbench.view('Papers').row(paper.title).first().waitFor();
  await workbench.runCommand('Literature Notes: Focus on Reading Notes View');
  await workbench.view('Reading Notes').row('Recent').waitFor();
  await workbench.editors.openFile(`${paper.citekey}.md`);
  const times: Seen[] = [];
  for (let i = 0; i <= SAVES; i++) {
    const status = `s${i}x`;
    await page.keyboard.press('Control+Home');
    for (let line = 0; line < STATUS_LINE; line++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+End');
    await page.waitForTimeout(REST_MS);
    const seen = page.evaluate<Seen>(watching(status));
    await page.keyboard.insertText(`status: ${status}`);
    await page.keyboard.press('Control+S');
    times.push(await seen);
  }
  return times;
}

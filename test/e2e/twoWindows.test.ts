import assert from 'node:assert/strict';
import { watch } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { newPage } from '../host/browser';
import { temporaryFolder } from '../host/cleanup';
import { Session } from './session';
import { until } from './until';
import { Workbench } from './workbench';

const PAPERS = 200;
const BEFORE = 'queued';
/** So many notes are changed before what changes them is killed. */
const FIRST = 20;
const NUMBERS = Array.from({ length: PAPERS }, (_, i) => i);
const BODY = 'What I think of it, in words that must never be lost.\n'.repeat(200);
const noteOf = (i: number, status: string) =>
  `---\ncitekey: paper${i}\nstatus: ${status} # mine\n---\n\n# Paper ${i}\n\n${BODY}`;

describe('The notes of two windows', function () {
  let folder: string;
  let session: Session;
  let windows: { readonly page: Page; readonly workbench: Workbench }[];

  before(async function () {
    if (process.platform !== 'linux') this.skip();
    this.timeout(300_000);
    folder = temporaryFolder('two-windows');
    await mkdir(join(folder, 'notes'));
    const entries = NUMBERS.map((i) => `@book{paper${i},\n  title = {The Paper of Number ${i}},\n}\n`);
    await writeFile(join(folder, 'library.bib'), entries.join('\n'));
    await reset();
    session = await Session.open(folder);
    const page = await newPage(session.browser);
    await page.goto(session.server.url({ folder }), { waitUntil: 'domcontentloaded' });
    const other = new Workbench(page);
    await other.ready();
    windows = [session, { page, workbench: other }];
    for (const { workbench } of windows) {
      await workbench.openContainer('Literature Notes');
      await workbench.view('Papers').row('Number 0').first().waitFor();
    }
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await session.explain(this.currentTest.title);
  });

  after(() => session?.close());

  const pathOf = (i: number) => join(folder, 'notes', `paper${i}.md`);
  const reset = () => Promise.all(NUMBERS.map((i) => writeFile(pathOf(i), noteOf(i, BEFORE))));
  const texts = () => Promise.all(NUMBERS.map((i) => readFile(pathOf(i), 'utf8')));

  /** What each note says; fails where one is neither of these. */
  const statuses = async (...possible: readonly string[]) =>
    (await texts()).map((text, i) => {
      const status = possible.find((each) => text === noteOf(i, each));
      assert.ok(status !== undefined, `note ${i} is not whole: ${text.slice(0, 200)} (${text.length})`);
      return status;
    });

  /** Selects all papers and asks for a status; it is set with the next press of Enter. */
  const ask = async ({ workbench, page }: (typeof windows)[number], status: string) => {
    const papers = workbench.view('Papers');
    // Without a click, which would open a note: what is open is changed in its editor.
    await workbench.runCommand('Literature Notes: Focus on Papers View');
    await until(async () => {
      await page.keyboard.press('Home');
      return papers.focusedRow(0).isVisible();
    });
    await page.keyboard.press('Control+A');
    await papers.chooseFromMenu(papers.rowAt(1), 'Set Status');
    await workbench.quickInput.input().fill(status);
    await workbench.quickInput.rows().filter({ hasText: status }).first().waitFor();
  };

  it('are whole where both set a status at once', async () => {
    await ask(windows[0], 'reading');
    await ask(windows[1], 'unread');
    await Promise.all(windows.map(({ page }) => page.keyboard.press('Enter')));
    await until(async () => !(await statuses(BEFORE, 'reading', 'unread')).includes(BEFORE));
    for (const { page } of windows)
      await page.locator('.notifications-toasts .notification-list-item').first().waitFor();
    await session.screenshot('two-windows-1-light');
    const found = await statuses('reading', 'unread');
    console.log(`      ${found.filter((status) => status === 'reading').length} say the one, the rest the other`);
  });

  it('are whole where what sets the status is killed', async () => {
    await windows[1].page.close();
    await reset();
    await session.workbench.runCommand('Notifications: Clear All Notifications');
    await ask(windows[0], 'reading');
    const hosts = await session.server.processes('--type=extensionHost');
    assert.ok(hosts.length > 0);
    const changed = new Promise<void>((resolve) => {
      let count = 0;
      const watcher = watch(join(folder, 'notes'), (_, name) => {
        if (name?.endsWith('.md') && ++count >= FIRST) {
          watcher.close();
          resolve();
        }
      });
    });
    await session.page.keyboard.press('Enter');
    await changed;
    for (const pid of hosts) process.kill(pid, 'SIGKILL');
    await session.page
      .getByText(/extension host.*(terminated|crashed)/i)
      .first()
      .waitFor();
    await session.screenshot('two-windows-2-killed-light');
    const found = await statuses(BEFORE, 'reading');
    const done = found.filter((status) => status === 'reading').length;
    console.log(`      ${done} of ${PAPERS} were set`);
    assert.ok(done > 0 && done < PAPERS, 'it was killed on the way');
  });
});

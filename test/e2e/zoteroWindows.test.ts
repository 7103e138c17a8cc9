import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { newPage } from '../host/browser';
import { temporaryFolder } from '../host/cleanup';
import { fill, ZoteroServer } from '../online/zoteroServer';
import { Session } from './session';
import { until } from './until';
import { Workbench } from './workbench';

/** So long after a look the next one follows, in seconds. */
const PAUSE = 10;
/** What a look finds is shown by both windows after so long at most, in milliseconds; alone on a machine within one second. */
const SOON = 2000;

interface Window {
  readonly page: Page;
  readonly workbench: Workbench;
  readonly folder: string;
}

describe('A library of Zotero in two windows', function () {
  let folder: string;
  let session: Session;
  let server: ZoteroServer;
  let windows: Window[];

  before(async function () {
    if (process.platform !== 'linux') this.skip();
    this.timeout(300_000);
    server = await ZoteroServer.listen({ version: '10.0.1' });
    fill(server, 3);
    folder = temporaryFolder('zotero-windows');
    await mkdir(join(folder, 'other'), { recursive: true });
    await writeFile(join(folder, 'draft.md'), '# Draft\n');
    const machine = { 'literatureNotes.zotero.libraries': [{ server: 'zotero', library: 'user' }] };
    session = await Session.open(folder, { machine, endpoints: { zotero: server.http.url } });
    session.sent.watch(server.http);
    session.sent.following(...server.readings);
    const page = await newPage(session.browser);
    windows = [
      { ...session, folder },
      { page, workbench: new Workbench(page), folder: join(folder, 'other') },
    ];
    await open(windows[1]);
    for (const window of windows) await shows(window, 'Number 3');
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await session.explain(this.currentTest.title);
  });

  after(async () => {
    await session?.close();
    await server?.close();
  });

  const open = async ({ page, workbench, folder }: Window) => {
    await page.goto(session.server.url({ folder }), { waitUntil: 'domcontentloaded' });
    await workbench.ready();
  };
  const shows = async ({ workbench }: Window, title: string) => {
    await workbench.openContainer('Literature Notes');
    await workbench.view('Papers').row(title).first().waitFor();
  };
  /** Closes a window, and waits for its end. */
  const close = async ({ page }: Window) => {
    await page.goto('about:blank');
    await until(async () => (await session.server.processes('--type=extensionHost')).length === 1);
  };
  const rename = (title: string) => server.put({ key: 'P0000003', title });
  /** The requests that ask what changed, since the last time. */
  const looks = () => server.http.received.splice(0).filter(({ query }) => query.has('since')).length;
  /** Changes something, and waits for it in both windows. @returns how long after the look that finds it, in milliseconds */
  const changed = async (title: string) => {
    const before = server.http.received.length;
    rename(title);
    const times = await Promise.all(
      windows.map(async (window) => {
        await shows(window, title);
        return performance.now();
      }),
    );
    const look = server.http.received.slice(before).find(({ query }) => query.has('since'));
    assert.ok(look);
    return times.map((time) => time - look.at);
  };

  it('is asked for by one of them, and what changed is soon in both', async () => {
    looks();
    const from = performance.now();
    const after: number[] = [];
    for (const title of ['Another Title', 'Yet Another Title', 'The Last Title']) after.push(...(await changed(title)));
    const [count, seconds] = [looks(), (performance.now() - from) / 1000];
    console.log(`      ${count} looks in ${seconds.toFixed(0)} s, shown after ${after.map(Math.round).join(', ')} ms`);
    for (const time of after) assert.ok(time < SOON, `${time} ms after the look`);
    assert.ok(count <= seconds / PAUSE + 1, `${count} looks in ${seconds} s`);
    await session.screenshot('zotero-windows-1-light');
  });

  it('is asked for by the other once the one that did is closed', async () => {
    for (const [one, other] of [windows, windows.toReversed()]) {
      await close(one);
      const title = `After ${windows.indexOf(one)} Is Gone`;
      rename(title);
      const from = performance.now();
      await shows(other, title);
      console.log(`      after ${((performance.now() - from) / 1000).toFixed(1)} s`);
      await open(one);
      await shows(one, title);
    }
  });

  it('says how far it has come while all of it is asked for', async () => {
    fill(server, 2000);
    let go = () => {};
    const held = new Promise<void>((resolve) => (go = resolve));
    server.http.on(/\/items$/, (response, request) => {
      const isSecond = request.query.get('start') === '250';
      void (isSecond ? held : Promise.resolve()).then(() => server.reply(response, request));
    });
    await windows[1].workbench.runCommand('Literature Notes: Refresh Library');
    const { workbench, page } = windows[1];
    await workbench.view('Papers').message().filter({ hasText: 'Zotero: 250 of 2,000 items' }).waitFor();
    await session.screenshotOf(page, 'zotero-windows-2-progress-light');
    go();
    for (const window of windows) await shows(window, 'Writer15');
    await workbench.view('Papers').message().waitFor({ state: 'hidden' });
    server.restore();
  });

  it('says in both that nobody answers, and from when it is', async () => {
    await server.close();
    for (const { workbench } of windows) {
      const said = /Zotero as of \d+:\d\d.*Zotero is not running\. Start it\./;
      await workbench.view('Papers').message().filter({ hasText: said }).waitFor();
    }
    await session.screenshot('zotero-windows-3-light');
  });
});

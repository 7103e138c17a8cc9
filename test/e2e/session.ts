import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, newPage } from '../host/browser';
import { temporaryFolder } from '../host/cleanup';
import { builtinExtensions } from '../host/builtinExtensions';
import { installHost } from '../host/installation';
import { putExtension } from '../host/installedExtension';
import { SCREENSHOTS } from '../host/paths';
import { VsCodeServer, writeMachineSettings, writeUserSettings } from '../host/server';
import { QUIET_SETTINGS } from '../host/settings';
import { SERVICE_IDS } from '../../src/online/services';
import { LocalServer } from '../online/localServer';
import { Elsewhere } from './elsewhere';
import { TAKES_PICTURES } from './pictures';
import { RequestRecord } from './requestRecord';
import { until } from './until';
import { Workbench } from './workbench';

/** How long the page may take for any one thing, in milliseconds. */
const PATIENCE = 30_000;

/** The setting that says where services are asked. */
const ENDPOINTS = 'literatureNotes.online.endpoints';

/** Where a test has a window and its services be other than all others. */
export interface SessionOptions {
  /** Settings of the user. */
  readonly settings?: object;
  /** Settings of the machine. */
  readonly machine?: object;
  /** Where services are asked that have a server of their own. */
  readonly endpoints?: Readonly<Record<string, string>>;
}

/**
 * A fresh VS Code with the packaged extension, open in a browser as a person would have it. Services are asked at a server that records what
 * comes, and so does what stands for all other machines: `sent` says which of it an action of the user led to.
 */
export class Session {
  constructor(
    readonly workbench: Workbench,
    readonly page: Page,
    readonly browser: Browser,
    readonly server: VsCodeServer,
    readonly dataFolder: string,
    readonly services: LocalServer,
    readonly elsewhere: Elsewhere,
    readonly sent: RequestRecord,
    readonly workspace: string,
  ) {}

  /** Installs the extension into a VS Code of its own and opens a folder. */
  static async open(
    workspace: string,
    { settings = {}, machine = {}, endpoints = {} }: SessionOptions = {},
  ): Promise<Session> {
    const services = await LocalServer.listen();
    const elsewhere = await Elsewhere.listen();
    const sent = new RequestRecord(elsewhere);
    sent.watch(services);
    const here = Object.fromEntries([...SERVICE_IDS, 'zotero', 'jabref'].map((id) => [id, `${services.url}/${id}`]));
    const installation = await installHost();
    const folder = temporaryFolder('e2e');
    const environment = elsewhere.environment;
    const options = {
      dataFolder: join(folder, 'data'),
      extensionsFolder: join(folder, 'extensions'),
      builtinExtensions: await builtinExtensions(installation),
      environment,
    };
    await writeUserSettings(options.dataFolder, { ...QUIET_SETTINGS, ...settings });
    await writeMachineSettings(options.dataFolder, { [ENDPOINTS]: { ...here, ...endpoints }, ...machine });
    await putExtension(options);
    const [server, browser] = await Promise.all([
      VsCodeServer.start(installation, options),
      launchBrowser({ proxy: elsewhere.url }),
    ]);
    const page = await newPage(browser);
    page.setDefaultTimeout(PATIENCE);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.origin });
    const session = new Session(
      new Workbench(page),
      page,
      browser,
      server,
      options.dataFolder,
      services,
      elsewhere,
      sent,
      workspace,
    );
    await session.#start();
    return session;
  }

  async #start(): Promise<void> {
    await this.page.goto(this.server.url({ folder: this.workspace }), { waitUntil: 'domcontentloaded' });
    await this.workbench.ready();
  }

  /** Closes the window, does something while no extension runs, and opens the window again. */
  async reopen(meanwhile: () => Promise<void>): Promise<void> {
    await this.page.goto('about:blank');
    await until(async () => (await this.server.processes('--type=extensionHost')).length === 0);
    await meanwhile();
    await this.#start();
  }

  /** Keeps what the window shows as `.screenshots/<name>.png`, where pictures are taken. */
  async screenshot(name: string): Promise<void> {
    await this.screenshotOf(this.page, name);
  }

  /** The same of another window. */
  async screenshotOf(page: Page, name: string): Promise<void> {
    if (TAKES_PICTURES) await this.#picture(name, page);
  }

  async #picture(name: string, page = this.page): Promise<void> {
    await mkdir(SCREENSHOTS, { recursive: true });
    await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
  }

  /** Keeps what tells why a test failed: a picture of the window, and the errors that extensions have logged. */
  async explain(test: string): Promise<void> {
    await this.#picture(`failed-${test.replace(/\W+/g, '-')}`);
    for (const error of await this.#loggedErrors()) console.error(error);
  }

  async #loggedErrors(): Promise<string[]> {
    const logs = join(this.dataFolder, 'data/logs');
    const files = (await readdir(logs, { recursive: true })).filter((name) => name.endsWith('remoteexthost.log'));
    const texts = await Promise.all(files.map((name) => readFile(join(logs, name), 'utf8')));
    return texts.flatMap((text) => text.split(/\n(?=\d{4}-)/)).filter((entry) => entry.includes('[error]'));
  }

  /** Ends it all. Throws where anybody was asked anything without an action of the user. */
  async close(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
    await this.services.close();
    await this.elsewhere.close();
    this.sent.check();
  }
}

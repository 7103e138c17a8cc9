import { cp, mkdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { launchBrowser, newPage } from './browser';
import { builtinExtensions } from './builtinExtensions';
import { installHost } from './installation';
import { REPORT_MARK, REPORT_PORT, type Report } from './report';
import { VsCodeServer, type Opened } from './server';

/** How long a test run may take, in milliseconds. Single tests have their own, much shorter limit. */
const RUN_TIMEOUT = 600_000;

/** Enough of a workbench for tests that do not look at it, in pixels. */
const SMALL = { width: 800, height: 600 };

/** What the page's console says in every run, however well it goes. */
const USUAL_ERRORS = /Failed to load resource|ServiceWorker|authentication provider/;

/** What `@vscode/test-electron` tells an executable; all other flags are for a desktop. */
function readArguments(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    options: {
      extensionDevelopmentPath: { type: 'string' },
      extensionDevelopmentKind: { type: 'string' },
      extensionTestsPath: { type: 'string' },
      'user-data-dir': { type: 'string' },
      'extensions-dir': { type: 'string' },
    },
  });
  return {
    extension: String(values.extensionDevelopmentPath),
    kind: values.extensionDevelopmentKind === 'web' ? 'web' : undefined,
    tests: String(values.extensionTestsPath),
    dataFolder: String(values['user-data-dir']),
    extensionsFolder: String(values['extensions-dir']),
    opened: opened(positionals[0]),
  };
}

function opened(path: string | undefined): Opened {
  if (path === undefined) return undefined;
  return path.endsWith('.code-workspace') ? { workspace: path } : { folder: path };
}

/** The errors of the page's console. Why a test run never began is told nowhere else. */
function collectErrors(page: Page): Set<string> {
  const errors = new Set<string>();
  page.on('console', (message) => {
    const text = message.text().replace(/^%c\s*/, '');
    if (message.type() === 'error' && !USUAL_ERRORS.test(text)) errors.add(text.slice(0, 1500));
  });
  return errors;
}

/** Sends the reports on the page's console, each once, to the process that listens to them. */
function passReportsOn(page: Page, port: number): void {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  let next = 0;
  page.on('console', (message) => {
    const text = message.text();
    const at = text.indexOf(REPORT_MARK);
    if (at < 0) return;
    const line = text.slice(at + REPORT_MARK.length);
    const [number, report] = JSON.parse(line.slice(0, line.lastIndexOf(']') + 1)) as [number, Report];
    if (number < next) return;
    next = number + 1;
    socket.write(`${JSON.stringify(report)}\n`);
    if (report.kind === 'end') socket.end();
  });
}

/** Opens the workbench and waits until VS Code says that the test run is over, or cannot say so any more. */
async function runTests(page: Page, url: string, server: VsCodeServer): Promise<number> {
  const errors = collectErrors(page);
  let timer: NodeJS.Timeout | undefined;
  const outcome = Promise.race<number | string>([
    new Promise<number>((resolve, reject) => {
      page.exposeFunction('codeAutomationExit', (code: number) => resolve(code)).catch(reject);
    }),
    new Promise<string>((resolve) => page.once('crash', () => resolve('The page of the workbench crashed.'))),
    server.ended.then(() => "VS Code's server ended before the tests did."),
    new Promise<string>((resolve) => {
      timer = setTimeout(() => resolve(`The tests took more than ${RUN_TIMEOUT / 1000} s.`), RUN_TIMEOUT);
    }),
  ]);
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  const end = await outcome;
  clearTimeout(timer);
  if (end !== 0) console.error([`VS Code ended with: ${end}`, ...errors].join('\n  '));
  return typeof end === 'number' ? end : 1;
}

/** Runs extension tests as the desktop's executable would. Resolves to its exit code. */
async function runAsVsCode(args: readonly string[]): Promise<number> {
  const { extension, kind, tests, dataFolder, extensionsFolder, opened } = readArguments(args);
  const installation = await installHost();
  await mkdir(join(dataFolder, 'data'), { recursive: true });
  await cp(join(dataFolder, 'User'), join(dataFolder, 'data/User'), { recursive: true });
  const server = await VsCodeServer.start(installation, {
    dataFolder,
    extensionsFolder,
    builtinExtensions: await builtinExtensions(installation),
    smokeTestDriver: true,
  });
  const browser = await launchBrowser({ isUnseen: true });
  try {
    const page = await newPage(browser, SMALL);
    if (kind === 'web') passReportsOn(page, Number(process.env[REPORT_PORT]));
    const url = server.url(opened, [
      ['extensionDevelopmentPath', server.remoteUri(extension)],
      ...(kind ? ([['extensionDevelopmentKind', kind]] as const) : []),
      ['extensionTestsPath', server.remoteUri(tests)],
    ]);
    return await runTests(page, url, server);
  } finally {
    await browser.close();
    await server.stop();
  }
}

void runAsVsCode(process.argv.slice(2)).then((code) => (process.exitCode = code));

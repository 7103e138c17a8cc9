import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { chromium, type Browser, type LaunchOptions, type Page } from 'playwright-core';
import { Child } from './child';
import { childEnvironment } from './environment';
import { HOST_DIR, ROOT } from './paths';

const COMMANDS = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'];

const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** No sandbox (it needs rights that containers and root have not), and nothing of the browser's own in the way. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--proxy-bypass-list=127.0.0.1;localhost',
];

/** With it Chromium draws no frame, and a window that nobody looks at takes a third less processor time. */
const UNSEEN_FLAG = '--disable-threaded-compositing';

/** Nothing leaves this machine: what is asked of any other goes to a proxy that is not there. */
const NO_PROXY = 'http://127.0.0.1:9';

/** The Chrome or Chromium of this machine, the one of `CHROME_PATH` first. */
function installedBrowser(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [process.env['CHROME_PATH'], ...candidates, ...APPLICATIONS].find((path) => path && existsSync(path));
}

/** Unpacks the Chromium that is a development dependency, with its libraries and a font, once. */
async function unpackedBrowser(): Promise<LaunchOptions> {
  const folder = join(HOST_DIR, 'chromium');
  if (!existsSync(folder)) {
    console.log(`Unpacking Chromium into ${folder} …`);
    await unpack(folder);
  }
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      ...childEnvironment(),
      LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  };
}

/** The package unpacks into its process's folder for temporary files, and its libraries only in a Lambda function. */
async function unpack(folder: string): Promise<void> {
  const partial = `${folder}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  const script = "import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())";
  const env = childEnvironment({ TMPDIR: partial, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' });
  const child = new Child(process.execPath, ['--eval', script], { cwd: ROOT, env, stdio: 'inherit' });
  const { code } = await child.ended;
  if (code !== 0) throw new Error('No browser: install Chrome or Chromium, or name one in CHROME_PATH.');
  await writeFile(join(partial, 'fonts.conf'), fontConfiguration(folder));
  await rename(partial, folder);
}

/** The machine's fonts, and before them the font of the package, which is the only one where the machine has none. */
function fontConfiguration(folder: string): string {
  const preferred = ['sans-serif', 'system-ui'].map(
    (family) => `  <match>
    <test name="family"><string>${family}</string></test>
    <edit name="family" mode="prepend" binding="strong"><string>Open Sans</string></edit>
  </match>`,
  );
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/font-cache</cachedir>
${preferred.join('\n')}
</fontconfig>
`;
}

/** Unpacks the browser from npm where it is needed, before several processes start it side by side. */
export async function prepareBrowser(): Promise<void> {
  if (!installedBrowser()) await unpackedBrowser();
}

export interface BrowserOptions {
  /** What is asked for all that is on other machines; nothing, unless told. */
  readonly proxy?: string;
  /** Whether nobody looks at its pages, nor uses them with mouse or keyboard. */
  readonly isUnseen?: boolean;
}

/** Starts a headless Chrome or Chromium: an installed one, else the one from npm. */
export async function launchBrowser({ proxy = NO_PROXY, isUnseen = false }: BrowserOptions = {}): Promise<Browser> {
  const installed = installedBrowser();
  const options = installed ? { executablePath: installed } : await unpackedBrowser();
  const args = [...FLAGS, ...(isUnseen ? [UNSEEN_FLAG] : []), `--proxy-server=${proxy}`];
  return chromium.launch({ ...options, headless: true, args });
}

/** The size of a small laptop's screen, in pixels. */
const LAPTOP = { width: 1280, height: 800 };

/** What runs in a page before its own scripts. */
const FIRST_SCRIPT = join(ROOT, 'test/host/socketBuffers.cjs');

/** A page of a size. */
export async function newPage(browser: Browser, viewport = LAPTOP): Promise<Page> {
  const context = await browser.newContext({ viewport });
  await context.addInitScript({ path: FIRST_SCRIPT });
  return context.newPage();
}

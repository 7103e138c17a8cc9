import type { Locator, Page } from 'playwright-core';
import { EditorArea } from './editorArea';
import { TAKES_PICTURES } from './pictures';
import { BRIEF, QuickInput } from './quickInput';
import { until } from './until';
import { View } from './view';

/** The window of VS Code, as far as a test needs it. The selectors are those of VS Code 1.139. */
export class Workbench {
  readonly #page: Page;
  readonly editors: EditorArea;
  readonly quickInput: QuickInput;

  constructor(page: Page) {
    this.#page = page;
    this.quickInput = new QuickInput(page);
    this.editors = new EditorArea(page, this.quickInput);
  }

  /** Waits until the window can be used. */
  async ready(): Promise<void> {
    const patience = { timeout: 60_000 };
    await this.#page.locator('.monaco-workbench .part.statusbar .statusbar-item').first().waitFor(patience);
    await this.#page.locator('.activitybar .action-item').first().waitFor(patience);
  }

  /** Opens a view container from the activity bar. */
  async openContainer(title: string): Promise<void> {
    const tab = this.#page.locator('.activitybar').getByRole('tab', { name: title });
    await tab.waitFor();
    // A window that starts opens what was open before, and a click at that moment would close it.
    const opened = this.#page.locator('.sidebar .composite.title').filter({ hasText: title });
    await until(async () => {
      if ((await tab.getAttribute('aria-expanded')) !== 'true') await tab.click();
      return opened.waitFor({ timeout: 3000 }).then(
        () => true,
        () => false,
      );
    });
    // Away from the tab, whose tooltip would lie over the view.
    await this.#page.mouse.move(800, 600);
  }

  /** A view of the sidebar by its title. */
  view(title: string): View {
    return new View(this.#page, title);
  }

  /** The document of the search box; behind a window that was loaded anew lies another for a while, which is not seen. */
  webview(): ReturnType<Page['frameLocator']> {
    return this.#webviewAt(0, ':visible');
  }

  /** The document of the details view, which is shown after the search box. */
  details(): ReturnType<Page['frameLocator']> {
    return this.#webviewAt(1);
  }

  /** The webviews of the extension in a sidebar, in the order in which they were first shown. */
  #webviewAt(index: number, state = ''): ReturnType<Page['frameLocator']> {
    const frames = 'iframe.webview[src*="extensionId=literature-notes.literature-notes"][src*="purpose=webviewView"]';
    return this.#page
      .locator(frames + state)
      .nth(index)
      .contentFrame()
      .frameLocator('iframe#active-frame');
  }

  /** Runs a command from the palette by its full title, category included. */
  async runCommand(title: string): Promise<void> {
    // The palette closes when something else takes the focus just then, as a webview may that is still busy.
    await this.quickInput.untilChosen(async () => {
      await this.#page.keyboard.press('F1');
      await this.quickInput.choose(`>${title}`, title, BRIEF);
    });
  }

  /** The texts of the notifications that are shown. */
  notifications(): Locator {
    return this.#page.locator('.notifications-toasts .notification-list-item-message');
  }

  /** Changes the colours of the window, where pictures are taken. */
  async useTheme(kind: 'light' | 'dark'): Promise<void> {
    if (!TAKES_PICTURES) return;
    const wanted = this.#page.locator(kind === 'dark' ? '.monaco-workbench.vs-dark' : '.monaco-workbench.vs');
    if ((await wanted.count()) === 0) await this.runCommand('Preferences: Toggle between Light/Dark Themes');
    await wanted.waitFor();
  }

  /** The same for high contrast. */
  async useHighContrast(): Promise<void> {
    if (!TAKES_PICTURES) return;
    await this.runCommand('Preferences: Color Theme');
    await this.quickInput.choose('Dark High Contrast', 'Dark High Contrast');
    await this.#page.locator('.monaco-workbench.hc-black').waitFor();
  }
}

import type { Locator, Page } from 'playwright-core';
import type { QuickInput } from './quickInput';

/** The editors in the middle of the window. */
export class EditorArea {
  readonly #page: Page;
  readonly #quickInput: QuickInput;

  constructor(page: Page, quickInput: QuickInput) {
    this.#page = page;
    this.#quickInput = quickInput;
  }

  /** The tab of an open file; `.dirty` is among its classes while it has unsaved changes. */
  tab(name: string): Locator {
    return this.#page.locator('.tabs-container .tab', { hasText: name });
  }

  /** The tab of the editor that is in front. */
  activeTab(): Locator {
    return this.#page.locator('.tabs-container .tab.active');
  }

  /** The lines that are drawn of the editor in front. */
  lines(): Locator {
    return this.#page.locator('.editor-instance .monaco-editor').first().locator('.view-line');
  }

  /** Opens a file of the workspace by its name and puts the cursor at its end. */
  async openFile(name: string): Promise<void> {
    await this.#page.keyboard.press('Control+P');
    await this.#quickInput.choose(name, name);
    await this.#page.locator('.tabs-container .tab.active', { hasText: name }).waitFor();
    await this.focus();
    await this.#page.keyboard.press('Control+End');
  }

  /** Puts the keyboard into the editor in front. */
  async focus(): Promise<void> {
    await this.#page.keyboard.press('Control+1');
    await this.#page.locator('.monaco-editor.focused').first().waitFor();
  }

  /** Types at the cursor as a person does. */
  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text, { delay: 10 });
  }

  /** Saves the editor in front and waits until it is saved. */
  async save(): Promise<void> {
    await this.#page.keyboard.press('Control+S');
    await this.#page.locator('.tabs-container .tab.active:not(.dirty)').waitFor();
  }

  /** The text of the hover that is shown. */
  hover(): Locator {
    return this.#page.locator('.monaco-hover:visible');
  }
}

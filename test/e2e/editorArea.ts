import type { Locator, Page } from 'playwright-core';
import { BRIEF, type QuickInput } from './quickInput';
import { until } from './until';

/** Evaluated in the window: waits for the end of all animations that have one. */
const ANIMATIONS_END = `Promise.allSettled(
  document.getAnimations()
    .filter((one) => one.effect.getComputedTiming().endTime !== Infinity)
    .map((one) => one.finished),
).then(() => undefined)`;

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
    // The box closes when something else takes the focus just then, as a view may that is still busy, and a row that is replaced by a
    // better one takes no click.
    await this.#quickInput.untilChosen(async () => {
      await this.#page.keyboard.press('Control+P');
      await this.#quickInput.choose(name, name, BRIEF);
      await this.activeTab().filter({ hasText: name }).waitFor(BRIEF);
    });
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

  /** Throws away what is not saved of the editor in front. */
  async revert(): Promise<void> {
    await this.focus();
    await this.#quickInput.untilChosen(async () => {
      await this.#page.keyboard.press('F1');
      await this.#quickInput.choose('>File: Revert File', 'File: Revert File', BRIEF);
    });
    await this.#page.locator('.tabs-container .tab.active:not(.dirty)').waitFor();
  }

  /** Puts the mouse on a text and waits until the hover that says something is there for good. */
  async hoverOver(text: string, says: string): Promise<void> {
    await this.piece(text).last().hover();
    const hover = this.hover().filter({ hasText: says });
    await hover.waitFor();
    // A hover fades in.
    await this.#page.evaluate(ANIMATIONS_END);
  }

  /** The text of the hover that is shown. */
  hover(): Locator {
    return this.#page.locator('.monaco-hover:visible');
  }

  /** The innermost drawn piece of the editor in front with this text in it. */
  piece(text: string): Locator {
    return this.lines().locator('span:not(:has(span))', { hasText: text });
  }

  /** The rows of the completion list. */
  suggestions(): Locator {
    return this.#page.locator('.suggest-widget.visible .monaco-list-row');
  }

  /** What is told about the marked row of the completion list. */
  suggestionDetails(): Locator {
    return this.#page.locator('.suggest-details-container:visible');
  }

  /** Opens the quick fixes at the cursor and gives the row of one, once it is there. */
  async offeredFix(title: string): Promise<Locator> {
    const row = this.#page.locator('.action-widget .monaco-list-row', { hasText: title });
    // The list closes again where problems are told anew just then.
    await until(async () => {
      if (await row.isVisible()) return true;
      await this.#page.keyboard.press('Control+.');
      const isThere = await row.waitFor({ timeout: 3000 }).then(
        () => true,
        () => false,
      );
      // Only then: where no list is open, it closes what offers other ways of pasting.
      if (!isThere) await this.#page.keyboard.press('Escape');
      return isThere;
    });
    return row;
  }

  /** Opens the quick fixes at the cursor and takes the one with this title. */
  async fix(title: string): Promise<void> {
    await (await this.offeredFix(title)).click();
  }
}

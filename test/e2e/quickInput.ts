import type { Locator, Page } from 'playwright-core';
import { until } from './until';

/** How long a choice may take where it is made again then. */
export const BRIEF = { timeout: 5000 };

/** The box in which VS Code asks: palette, quick picks, file picker. */
export class QuickInput {
  readonly #page: Page;
  readonly #widget: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#widget = page.locator('.quick-input-widget:visible');
  }

  input(): Locator {
    return this.#widget.locator('input[type="text"]').first();
  }

  rows(): Locator {
    return this.#widget.locator('.quick-input-list .monaco-list-row');
  }

  /** What the box says above its input. */
  title(): Locator {
    return this.#widget.locator('.quick-input-title');
  }

  /** A button in the title of the box. */
  button(name: string): Locator {
    return this.#widget.locator('.quick-input-titlebar').getByRole('button', { name });
  }

  /** Types, waits for a row with the given text and takes the first such row; each in so many milliseconds, where that is said. */
  async choose(typed: string, row: string, patience: { readonly timeout?: number } = {}): Promise<void> {
    await this.input().fill(typed, patience);
    await this.rows().filter({ hasText: row }).first().click(patience);
  }

  /** Makes choices, from the first one anew where the box closes: it does when something else takes the focus just then. */
  async untilChosen(choices: () => Promise<void>): Promise<void> {
    await until(() =>
      choices().then(
        () => true,
        async () => {
          await this.dismiss();
          return false;
        },
      ),
    );
  }

  /** Resolves when nothing more is asked. */
  async closed(patience: { readonly timeout?: number } = {}): Promise<void> {
    await this.#widget.waitFor({ state: 'hidden', ...patience });
  }

  /** Closes the box. A key that is pressed while one question follows another may reach neither: then once more. */
  async dismiss(): Promise<void> {
    await until(async () => {
      await this.#page.keyboard.press('Escape');
      return this.closed({ timeout: 1000 }).then(
        () => true,
        () => false,
      );
    });
  }
}

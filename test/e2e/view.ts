import type { Locator, Page } from 'playwright-core';
import { until } from './until';

/** A place in a row's label that no tooltip of another row covers, in pixels. */
const LABEL_START = { x: 5, y: 10 };

/** A view of the sidebar that shows a tree. */
export class View {
  readonly #page: Page;
  readonly #pane: Locator;

  constructor(page: Page, title: string) {
    this.#page = page;
    this.#pane = page.locator('.pane', { has: page.locator(`.pane-header[aria-label^="${title}"]`) });
  }

  /** The rows that are drawn, in the order of the page; a long tree draws only those in sight. */
  rows(): Locator {
    return this.#pane.locator('.monaco-list-row[role="treeitem"]');
  }

  /** The row with this text somewhere in it. */
  row(text: string): Locator {
    return this.rows().filter({ hasText: text });
  }

  /** The row at a place of the tree, the first is 0. */
  rowAt(index: number): Locator {
    return this.#pane.locator(`.monaco-list-row[data-index="${index}"]`);
  }

  /** The row at a place of the tree, once it has the focus of the keyboard. */
  focusedRow(index: number): Locator {
    return this.#pane.locator(`.monaco-list:focus .monaco-list-row.focused[data-index="${index}"]`);
  }

  /** Moves the focus of the keyboard to a row, which is not selected by that; the tree has the keyboard already. */
  async focusOn(row: Locator): Promise<void> {
    await this.#page.keyboard.press('Home');
    await this.focusedRow(0).waitFor();
    const place = Number(await row.getAttribute('data-index'));
    for (let index = 1; index <= place; index++) {
      await this.#page.keyboard.press('ArrowDown');
      await this.focusedRow(index).waitFor();
    }
  }

  selectedRows(): Locator {
    return this.#pane.locator('.monaco-list-row.selected');
  }

  /** How many rows the tree has, drawn or not. */
  async rowCount(): Promise<number> {
    return Number(await this.rows().first().getAttribute('aria-setsize'));
  }

  /** Opens the view, or closes it, so that others have its room. */
  async setOpen(isOpen: boolean): Promise<void> {
    const header = this.#pane.locator('.pane-header');
    // Where another view appears just then, the click goes to what lies there now.
    await until(async () => {
      if ((await header.getAttribute('aria-expanded')) === String(isOpen)) return true;
      await header.click();
      return false;
    });
  }

  /** Clicks a row at its beginning: the tooltip of another one may cover the rest of it, while the mouse rests there, or the keyboard. */
  async click(row: Locator): Promise<void> {
    await until(() =>
      row
        .locator('.monaco-icon-label')
        .click({ timeout: 3000, position: LABEL_START })
        .then(
          () => true,
          async () => {
            await this.#page.mouse.move(800, 600);
            return false;
          },
        ),
    );
  }

  /** Opens a row that has others below it, or closes it. */
  async setExpanded(row: Locator, isExpanded: boolean): Promise<void> {
    // Where the tree is drawn anew just then, the click goes to what stands there now.
    await until(async () => {
      if ((await row.getAttribute('aria-expanded')) === String(isExpanded)) return true;
      await row.locator('.monaco-tl-twistie').click();
      return false;
    });
  }

  /** The message above the tree. */
  message(): Locator {
    return this.#pane.locator('.message');
  }

  /** What is shown instead of an empty tree. */
  welcome(): Locator {
    return this.#pane.locator('.welcome-view-content');
  }

  /** Has the tooltip of a row shown, which says a certain text. */
  async tooltip(row: Locator, text: string): Promise<Locator> {
    const tooltip = this.#page.locator('.monaco-hover:visible', { hasText: text });
    // The tree may be drawn anew under the mouse, which then has to come again.
    await until(async () => {
      await this.#page.mouse.move(800, 600);
      await row.hover();
      return tooltip.waitFor({ timeout: 2000 }).then(
        () => true,
        () => false,
      );
    });
    return tooltip;
  }

  /** Presses one of a row's inline buttons, which appear under the mouse. */
  async press(row: Locator, button: string): Promise<void> {
    // Where the tree is drawn anew just then, they are gone until the mouse comes again.
    await until(async () => {
      await row.hover();
      return row
        .getByRole('button', { name: button })
        .click({ timeout: 3000 })
        .then(
          () => true,
          async () => {
            await this.#page.mouse.move(800, 600);
            return false;
          },
        );
    });
  }

  /**
   * The entries of a row's context menu, each with the key that is shown beside it; undefined where none is.
   * @param whileOpen what is done while the menu is open
   */
  async menuKeys(row: Locator, whileOpen?: () => Promise<void>): Promise<ReadonlyMap<string, string | undefined>> {
    const entries = this.#page.locator('.monaco-menu .action-item:not(.disabled)');
    await until(async () => {
      await row.click({ button: 'right' });
      return entries
        .first()
        .waitFor({ timeout: 3000 })
        .then(
          () => true,
          () => false,
        );
    });
    await whileOpen?.();
    const found = new Map<string, string | undefined>();
    for (const entry of await entries.all()) {
      const [key] = await entry.locator('.keybinding').allInnerTexts();
      found.set(await entry.locator('.action-label').innerText(), key || undefined);
    }
    await this.#page.keyboard.press('Escape');
    await entries.first().waitFor({ state: 'hidden' });
    return found;
  }

  /** What the tooltip of one of a row's inline buttons says. */
  async buttonTitle(row: Locator, button: string): Promise<string | null> {
    await row.hover();
    return row.getByRole('button', { name: button }).getAttribute('aria-label');
  }

  /** Chooses an entry of a row's context menu. */
  chooseFromMenu(row: Locator, entry: string): Promise<void> {
    return this.#choose(entry, () => row.click({ button: 'right' }));
  }

  /** Chooses an entry of the view's own menu, behind the three dots. */
  chooseFromTitleMenu(entry: string): Promise<void> {
    const header = this.#pane.locator('.pane-header');
    return this.#choose(entry, async () => {
      await header.hover();
      await header.getByRole('button', { name: /More Actions/ }).click();
    });
  }

  async #choose(entry: string, open: () => Promise<void>): Promise<void> {
    const item = this.#page.locator('.monaco-menu').getByRole('menuitem', { name: entry });
    // What has the menu may be drawn anew just then, and its menu gone.
    await until(async () => {
      await open();
      return item.waitFor({ timeout: 3000 }).then(
        () => true,
        async () => {
          await this.#page.keyboard.press('Escape');
          return false;
        },
      );
    });
    // A menu takes no click in the moment in which it opens, lest the one that opened it chooses something.
    await until(async () => {
      await item.click({ timeout: 1000 }).catch(() => undefined);
      return item.waitFor({ state: 'hidden', timeout: 1000 }).then(
        () => true,
        () => false,
      );
    });
  }
}

import { say } from '../say';
import type { Suggestion, ToSearchBox } from './messages';

type Suggestions = Extract<ToSearchBox, { type: 'suggestions' }>;

/**
 * The list of what can be put into the query, as a listbox of the box, which is a combobox
 * (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/): the keyboard stays in the box.
 */
export class SuggestionList {
  readonly #input: HTMLInputElement;
  readonly #list: HTMLElement;
  readonly #taken: () => void;
  #shown: Suggestions | undefined;
  #active = -1;

  /** @param taken called when a suggestion was put into the box */
  constructor(input: HTMLInputElement, list: HTMLElement, taken: () => void) {
    this.#input = input;
    this.#list = list;
    this.#taken = taken;
    list.addEventListener('mousedown', (event) => {
      // The box keeps the focus.
      event.preventDefault();
      const index = [...list.children].findIndex((row) => event.target instanceof Node && row.contains(event.target));
      if (index >= 0) this.#take(index);
    });
    input.addEventListener('blur', () => this.close());
  }

  /** Shows suggestions, unless the box has changed since they were asked for. */
  show(suggestions: Suggestions): void {
    const { value, selectionStart } = this.#input;
    const isLate = value !== suggestions.text || selectionStart !== suggestions.cursor;
    if (isLate || document.activeElement !== this.#input) return;
    this.close();
    if (suggestions.items.length === 0) return;
    this.#shown = suggestions;
    this.#list.replaceChildren(...suggestions.items.map(row));
    this.#list.hidden = false;
    this.#input.setAttribute('aria-expanded', 'true');
  }

  close(): void {
    this.#shown = undefined;
    this.#active = -1;
    this.#list.hidden = true;
    this.#list.replaceChildren();
    this.#input.setAttribute('aria-expanded', 'false');
    this.#input.removeAttribute('aria-activedescendant');
  }

  /** Acts on a key where the list is open and the key is for it; tells whether it was. */
  takesKey(key: string): boolean {
    if (!this.#shown) return false;
    const count = this.#shown.items.length;
    switch (key) {
      case 'ArrowDown':
        this.#activate((this.#active + 1) % count);
        return true;
      case 'ArrowUp':
        this.#activate(this.#active <= 0 ? count - 1 : this.#active - 1);
        return true;
      case 'Escape':
        this.close();
        return true;
      case 'Tab':
        this.#take(Math.max(0, this.#active));
        return true;
      case 'Enter':
        if (this.#active < 0) return false;
        this.#take(this.#active);
        return true;
      default:
        return false;
    }
  }

  #activate(index: number): void {
    this.#active = index;
    for (const [i, each] of [...this.#list.children].entries()) each.setAttribute('aria-selected', String(i === index));
    const active = this.#list.children[index];
    this.#input.setAttribute('aria-activedescendant', active.id);
    active.scrollIntoView({ block: 'nearest' });
  }

  #take(index: number): void {
    if (!this.#shown) return;
    const { start, end, items } = this.#shown;
    this.#input.setRangeText(items[index].insert, start, end, 'end');
    this.close();
    this.#taken();
  }
}

function row({ label, detail }: Suggestion, index: number): HTMLElement {
  const row = document.createElement('li');
  row.id = `suggestion-${index}`;
  row.setAttribute('role', 'option');
  row.setAttribute('aria-selected', 'false');
  const name = document.createElement('span');
  say(name, label);
  const count = document.createElement('span');
  count.className = 'detail';
  say(count, detail);
  row.append(name, count);
  return row;
}

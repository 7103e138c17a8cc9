import { withoutTurns } from '../base/turns';

/*
 * How pages are built: by elements and texts, never by markup, so that nothing that was read from files is taken for any.
 */

export type Child = Node | string | undefined | false;

/** What an element has beside its content. */
export interface Properties {
  readonly class?: string;
  readonly id?: string;
  readonly title?: string;
  readonly label?: string;
  /** Names the element among its like, so that it gets the focus again when it is built anew. */
  readonly key?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly press?: () => void;
}

/** An element with its content. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties | string = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const {
    label,
    key,
    attributes = {},
    press,
    ...plain
  } = typeof properties === 'string' ? { class: properties } : properties;
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries({ ...plain, ...attributes, 'aria-label': label, 'data-key': key })) {
    if (value !== undefined) element.setAttribute(name, withoutTurns(value));
  }
  if (press) element.addEventListener('click', press);
  const content = children.filter((child) => child !== undefined && child !== false);
  element.append(...content.map((child) => (typeof child === 'string' ? withoutTurns(child) : child)));
  return element;
}

/** A button with words on it. */
export function textButton(text: string, properties: Properties): HTMLButtonElement {
  return el('button', { ...properties, attributes: { type: 'button', ...properties.attributes } }, text);
}

/** A button with one of VS Code's icons; its title is what it is called. */
export function iconButton(icon: string, title: string, properties: Properties): HTMLButtonElement {
  const classes = ['icon', 'codicon', `codicon-${icon}`, properties.class].filter(Boolean).join(' ');
  return textButton('', { title, label: title, ...properties, class: classes });
}

/** One of VS Code's icons, for the eye alone. */
export function icon(name: string): HTMLElement {
  return el('span', { class: `codicon codicon-${name}`, attributes: { 'aria-hidden': 'true' } });
}

/** Puts other content into an element; where one of its elements with a key has the focus, the new one of that key gets it. */
export function replaceKeepingFocus(element: HTMLElement, ...children: readonly Child[]): void {
  const focused = document.activeElement;
  const key = focused instanceof HTMLElement && element.contains(focused) ? focused.dataset.key : undefined;
  element.replaceChildren(...children.filter((child) => child !== undefined && child !== false));
  if (key === undefined) return;
  const again = [...element.querySelectorAll<HTMLElement>('[data-key]')].find((each) => each.dataset.key === key);
  again?.focus({ preventScroll: true });
}

import { el, icon, textButton } from '../dom';
import type { DetailsView } from './view';

/** The button that opens a menu of what can be copied (https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/). */
export function copyMenu(view: DetailsView): HTMLElement {
  const { words, send, parts } = view;
  const copyReference = () => {
    if (parts.reference && copyRich(parts.reference)) send({ type: 'action', action: 'copied' });
  };
  const items = [
    item(words.copyCitekey, () => send({ type: 'action', action: 'citekey' })),
    item(words.copyBibtex, () => send({ type: 'action', action: 'bibtex' })),
    item(words.copyReference, copyReference, parts.reference === undefined),
  ];
  const menu = el('div', { class: 'menu', id: 'copyMenu', label: words.copy, attributes: { role: 'menu' } }, ...items);
  menu.hidden = true;
  const button = textButton(words.copy, {
    class: 'secondary',
    key: 'copy',
    attributes: { 'aria-haspopup': 'menu', 'aria-expanded': 'false', 'aria-controls': 'copyMenu' },
    press: () => open(menu.hasAttribute('hidden')),
  });
  button.prepend(icon('copy'));
  button.append(icon('chevron-down'));
  const open = (isOpen: boolean) => {
    menu.hidden = !isOpen;
    button.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) items[0].focus();
  };
  const close = () => {
    open(false);
    button.focus();
  };
  menu.addEventListener('keydown', (event) => {
    const at = items.indexOf(document.activeElement as HTMLButtonElement);
    if (event.key === 'ArrowDown') items[(at + 1) % items.length].focus();
    else if (event.key === 'ArrowUp') items[(at + items.length - 1) % items.length].focus();
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  });
  menu.addEventListener('click', close);
  const holder = el('div', 'menuHolder', button, menu);
  holder.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && holder.contains(relatedTarget))) open(false);
  });
  return holder;
}

function item(text: string, press: () => void, isDisabled = false): HTMLButtonElement {
  const attributes = { role: 'menuitem', tabindex: '-1', 'aria-disabled': String(isDisabled) };
  return textButton(text, { attributes, press: isDisabled ? undefined : press });
}

/** Copies a text with its looks: as HTML for programs that take that, and plainly for the others. Tells whether it was copied. */
function copyRich({ html, text }: { readonly html: string; readonly text: string }): boolean {
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/html', html);
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener('copy', fill, { capture: true, once: true });
  const isDone = document.execCommand('copy');
  document.removeEventListener('copy', fill, { capture: true });
  return isDone;
}

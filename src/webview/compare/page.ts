import type { Ready } from '../ready';
import { el, replaceKeepingFocus, textButton } from '../dom';
import { mathText, plainText } from '../mathText';
import type { ComparedPaper, ComparedRow, FromComparison, ToComparison } from './messages';

declare function acquireVsCodeApi(): { postMessage(message: FromComparison | Ready): void };

const vscode = acquireVsCodeApi();
const main = document.querySelector('main')!;

function heading({ citekey, title }: ComparedPaper): HTMLElement {
  const press = () => vscode.postMessage({ type: 'show', citekey });
  const button = textButton('', { class: 'link', key: citekey, label: plainText(title), press });
  button.append(...mathText(title));
  return el('th', { attributes: { scope: 'col' } }, button, el('div', 'quiet', citekey));
}

function row({ name, cells, isSame }: ComparedRow): HTMLElement {
  const drawn = cells.map((paragraphs) =>
    el('td', {}, el('div', 'cell', ...paragraphs.map((parts) => el('p', {}, ...mathText(parts))))),
  );
  return el('tr', isSame ? 'same' : {}, el('th', { attributes: { scope: 'row' } }, name), ...drawn);
}

window.addEventListener('message', ({ data }: MessageEvent<ToComparison>) => {
  const head = el('thead', {}, el('tr', {}, el('td', {}), ...data.papers.map(heading)));
  const table = el('table', { label: data.label }, head, el('tbody', {}, ...data.rows.map(row)));
  replaceKeepingFocus(main, el('h1', 'hidden', data.label), table);
});

vscode.postMessage({ type: 'ready' });

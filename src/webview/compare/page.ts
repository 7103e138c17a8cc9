import type { Ready } from '../ready';
import { el, replaceKeepingFocus, textButton } from '../dom';
import { mathText, plainText } from '../mathText';
import type { ComparedPaper, ComparedRow, FromComparison, ToComparison } from './messages';

declare function acquireVsCodeApi(): { postMessage(message: FromComparison | Ready): void };

const vscode = acquireVsCodeApi();
const main = document.querySelector('main')!;

/* Laid out otherwise in little room, a table is none any more for a screen reader, unless it is said. */
const ROWS = { attributes: { role: 'rowgroup' } };
const ROW = { attributes: { role: 'row' } };
const CELL = { attributes: { role: 'cell' } };

function heading({ citekey, title }: ComparedPaper): HTMLElement {
  const press = () => vscode.postMessage({ type: 'show', citekey });
  const button = textButton('', { class: 'link', key: citekey, label: plainText(title), press });
  button.append(...mathText(title));
  return el('th', { attributes: { scope: 'col', role: 'columnheader' } }, button, el('div', 'quiet', citekey));
}

function row({ name, cells, isSame }: ComparedRow): HTMLElement {
  const drawn = cells.map((paragraphs) =>
    el('td', CELL, el('div', 'cell', ...paragraphs.map((parts) => el('p', {}, ...mathText(parts))))),
  );
  const named = el('th', { attributes: { scope: 'row', role: 'rowheader' } }, name);
  return el('tr', { ...ROW, class: isSame ? 'same' : undefined }, named, ...drawn);
}

window.addEventListener('message', ({ data }: MessageEvent<ToComparison>) => {
  const head = el('thead', ROWS, el('tr', ROW, el('td', CELL), ...data.papers.map(heading)));
  const body = el('tbody', ROWS, ...data.rows.map(row));
  const table = el('table', { label: data.label, attributes: { role: 'table' } }, head, body);
  table.style.setProperty('--papers', String(data.papers.length));
  replaceKeepingFocus(main, el('h1', 'hidden', data.label), table);
});

vscode.postMessage({ type: 'ready' });

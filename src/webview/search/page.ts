import { withoutTurns } from '../../base/turns';
import type { Ready } from '../ready';
import { say } from '../say';
import type { BandButton, FromSearchBox, ToSearchBox } from './messages';
import { SuggestionList } from './suggestionList';

declare function acquireVsCodeApi(): { postMessage(message: FromSearchBox | Ready): void };

const vscode = acquireVsCodeApi();
const input = element('query', HTMLInputElement);
const clear = element('clear', HTMLButtonElement);
const again = element('again', HTMLButtonElement);
const save = element('save', HTMLButtonElement);
const filters = element('filters', HTMLElement);
const searches = element('searches', HTMLElement);
const status = element('status', HTMLElement);
const problems = element('problems', HTMLElement);
const suggestions = new SuggestionList(input, element('suggestions', HTMLElement), typed);

function element<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`The page has no #${id}`);
  return found;
}

/** The text of the box has changed: it is searched for, and what can go on from there is asked for. */
function typed(): void {
  clear.hidden = input.value === '';
  vscode.postMessage({ type: 'query', text: input.value });
  const cursor = input.selectionStart ?? input.value.length;
  suggestions.close();
  vscode.postMessage({ type: 'complete', text: input.value, cursor });
}

function empty(): void {
  input.value = '';
  typed();
  input.focus();
}

function showProblems(sentences: readonly string[]): void {
  problems.replaceChildren(
    ...sentences.map((sentence) => {
      const item = document.createElement('li');
      say(item, sentence);
      return item;
    }),
  );
}

/** Brings a row of buttons up to date; those that stay are kept, so that the focus stays where it is. */
function showButtons(row: HTMLElement, buttons: readonly BandButton[], press: (query: string) => FromSearchBox): void {
  const kept = new Map([...row.querySelectorAll('button')].map((one) => [one.dataset.query, one]));
  const shown = buttons.map(({ query, label, tip, isOn }) => {
    const button = kept.get(query) ?? newButton(query, press);
    say(button, label);
    button.title = withoutTurns(tip);
    button.setAttribute('aria-pressed', String(isOn));
    return button;
  });
  if (shown.some((button, i) => row.children[i] !== button) || row.children.length !== shown.length) {
    const focused = document.activeElement;
    row.replaceChildren(...shown);
    if (focused instanceof HTMLElement && row.contains(focused)) focused.focus();
  }
  // A group of nothing would be read out.
  row.hidden = buttons.length === 0;
}

function newButton(query: string, press: (query: string) => FromSearchBox): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'chip';
  button.dataset.query = query;
  button.addEventListener('click', () => vscode.postMessage(press(query)));
  return button;
}

function showState(state: Extract<ToSearchBox, { type: 'state' }>): void {
  if (state.query !== undefined && state.query !== input.value) {
    input.value = state.query;
    clear.hidden = state.query === '';
    suggestions.close();
  }
  say(status, state.status);
  status.className = state.showsStatus ? '' : 'hidden';
  showProblems(state.problems);
  again.hidden = !state.failed;
  save.disabled = !state.canSave;
  showButtons(filters, state.filters, (term) => ({ type: 'filter', term }));
  showButtons(searches, state.searches, (query) => ({ type: 'search', query }));
}

input.addEventListener('input', typed);
input.addEventListener('keydown', (event) => {
  if (event.isComposing) return;
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    suggestions.close();
    vscode.postMessage({ type: 'online' });
  } else if (suggestions.takesKey(event.key)) {
    event.preventDefault();
  } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
    event.preventDefault();
    vscode.postMessage({ type: 'toResults' });
  } else if (event.key === 'Escape' && input.value !== '') {
    event.preventDefault();
    empty();
  }
});
// Below every button of the page is the tree, as below the box.
document.addEventListener('keydown', (event) => {
  if (event.key !== 'ArrowDown' || event.altKey || !(event.target instanceof HTMLButtonElement)) return;
  event.preventDefault();
  vscode.postMessage({ type: 'toResults' });
});
clear.addEventListener('click', empty);
for (const [id, type] of [
  ['again', 'again'],
  ['ask', 'help'],
  ['more', 'moreFilters'],
  ['save', 'saveSearch'],
  ['history', 'searches'],
] as const) {
  element(id, HTMLButtonElement).addEventListener('click', () => vscode.postMessage({ type }));
}

window.addEventListener('message', ({ data }: MessageEvent<ToSearchBox>) => {
  switch (data.type) {
    case 'state':
      showState(data);
      break;
    case 'suggestions':
      suggestions.show(data);
      break;
    case 'focus':
      input.focus();
      input.select();
      break;
    case 'back':
      input.focus();
      break;
  }
});

vscode.postMessage({ type: 'ready' });

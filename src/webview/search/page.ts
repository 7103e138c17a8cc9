import type { Ready } from '../ready';
import type { FromSearchBox, ToSearchBox } from './messages';

declare function acquireVsCodeApi(): { postMessage(message: FromSearchBox | Ready): void };

const vscode = acquireVsCodeApi();
const input = element('query', HTMLInputElement);
const clear = element('clear', HTMLButtonElement);
const askHelp = element('ask', HTMLButtonElement);
const again = element('again', HTMLButtonElement);
const status = element('status', HTMLElement);
const problems = element('problems', HTMLElement);

function element<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`The page has no #${id}`);
  return found;
}

function ask(text: string): void {
  clear.hidden = text === '';
  vscode.postMessage({ type: 'query', text });
}

function empty(): void {
  input.value = '';
  ask('');
  input.focus();
}

function showProblems(sentences: readonly string[]): void {
  problems.replaceChildren(
    ...sentences.map((sentence) => {
      const item = document.createElement('li');
      item.textContent = sentence;
      return item;
    }),
  );
}

input.addEventListener('input', () => ask(input.value));
input.addEventListener('keydown', (event) => {
  if (event.isComposing) return;
  if (event.key === 'ArrowDown' || event.key === 'Enter') {
    event.preventDefault();
    vscode.postMessage({ type: 'toResults' });
  } else if (event.key === 'Escape' && input.value !== '') {
    event.preventDefault();
    empty();
  }
});
clear.addEventListener('click', empty);
again.addEventListener('click', () => vscode.postMessage({ type: 'again' }));
askHelp.addEventListener('click', () => vscode.postMessage({ type: 'help' }));

window.addEventListener('message', ({ data }: MessageEvent<ToSearchBox>) => {
  switch (data.type) {
    case 'state':
      if (data.query !== undefined && data.query !== input.value) {
        input.value = data.query;
        clear.hidden = data.query === '';
      }
      status.textContent = data.status;
      showProblems(data.problems);
      again.hidden = !data.failed;
      break;
    case 'focus':
      input.focus();
      input.select();
      break;
  }
});

vscode.postMessage({ type: 'ready' });

import * as vscode from 'vscode';
import { escapeHtml } from '../../base/html';

/** The body of the search box's page; src/webview/search/page.ts brings it to life. */
export function searchBody(): string {
  const label = escapeHtml(vscode.l10n.t('Search papers'));
  const filters = escapeHtml(vscode.l10n.t('Filters'));
  const searches = escapeHtml(vscode.l10n.t('Saved searches'));
  const suggestions = escapeHtml(vscode.l10n.t('Suggestions'));
  const again = escapeHtml(vscode.l10n.t('Try again'));
  return `<div class="box" role="search">
<label class="hidden" for="query">${label}</label>
<input id="query" type="search" role="combobox" autocomplete="off" spellcheck="false" maxlength="1000" placeholder="${label}"
 aria-describedby="status" aria-autocomplete="list" aria-expanded="false" aria-controls="suggestions">
${iconButton('clear', 'close', vscode.l10n.t('Clear search'), 'hidden')}
${iconButton('ask', 'question', vscode.l10n.t('How to search'))}
<ul id="suggestions" role="listbox" aria-label="${suggestions}" hidden></ul>
</div>
<div class="band">
<div id="filters" class="chips" role="group" aria-label="${filters}" hidden></div>
<div class="tools">
${iconButton('more', 'filter', vscode.l10n.t('More filters'))}
${iconButton('save', 'star-empty', vscode.l10n.t('Save search'), 'disabled')}
${iconButton('history', 'history', vscode.l10n.t('Saved and recent searches'))}
</div>
</div>
<div id="searches" class="chips" role="group" aria-label="${searches}" hidden></div>
<div id="status" role="status" aria-live="polite"></div>
<div class="trouble">
<ul id="problems" aria-live="polite"></ul>
<button id="again" type="button" hidden>${again}</button>
</div>`;
}

function iconButton(id: string, icon: string, title: string, state = ''): string {
  const text = escapeHtml(title);
  return `<button id="${id}" class="codicon codicon-${icon}" type="button" title="${text}" aria-label="${text}" ${state}></button>`;
}

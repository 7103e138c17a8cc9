import * as vscode from 'vscode';
import type { WantedPaper } from '../../workflows/adding/wantedPapers';
import { wantedPapers } from '../../workflows/adding/wantedPapers';
import { changingList, inertItem } from '../host/ask';

interface BoxItem extends vscode.QuickPickItem {
  readonly text: string;
}

/** What was not found, to be put right in the box. */
export interface Unfound {
  readonly text: string;
  readonly reason: string;
}

/**
 * The one box for papers: what stands in it, in the selection or on the clipboard. Nothing is sent while the user types. With
 * `unfound`, these stand below it; Enter on one puts it into the box. Undefined where the user left it.
 */
export async function askForPapers(unfound: readonly Unfound[] = []): Promise<string | undefined> {
  const clipboard = await vscode.env.clipboard.readText();
  const editor = vscode.window.activeTextEditor;
  const selected = editor?.document.getText(editor.selection) ?? '';
  const list = changingList<BoxItem>(
    vscode.l10n.t('Add Paper'),
    vscode.l10n.t('DOI, arXiv id, ISBN, PMID, address, title, references, BibTeX, RIS …'),
  );
  list.ignoreFocusOut = true;
  const offered = [
    ...unfound.map(({ text, reason }) => item(text, oneLine(text), reason)),
    ...offer(selected, vscode.l10n.t('Selected Text')),
    ...offer(clipboard, vscode.l10n.t('Clipboard')),
  ];
  const show = (value: string) => {
    const typed = wholeText(value, clipboard);
    list.items = value.trim() === '' ? offered : [item(typed, oneLine(typed), summary(wantedPapers(typed)))];
  };
  show('');
  list.onDidChangeValue(show);
  return new Promise((resolve) => {
    list.onDidAccept(() => {
      const [chosen] = list.activeItems.length > 0 ? list.activeItems : list.items;
      const isUnfound = unfound.some(({ text }) => text === chosen?.text);
      if (isUnfound && list.value === '') {
        list.value = oneLine(chosen.text);
        show(list.value);
        return;
      }
      resolve(chosen?.text);
      list.hide();
    });
    list.onDidHide(() => {
      resolve(undefined);
      list.dispose();
    });
    list.show();
  });
}

function offer(text: string, from: string): BoxItem[] {
  const wanted = text.trim() === '' ? [] : wantedPapers(text);
  // A text of many titles is more likely something else that was copied.
  const isSure = wanted.some((paper) => ('entry' in paper || paper.identifier) ?? paper.description?.authors);
  return isSure ? [item(text, `${from}: ${oneLine(text)}`, summary(wanted))] : [];
}

function item(text: string, label: string, detail: string): BoxItem {
  return inertItem({ text, label, detail, alwaysShow: true });
}

/** A box of one line loses the line breaks of what is pasted; the clipboard still has them. */
function wholeText(value: string, clipboard: string): string {
  const squeezed = (text: string) => text.replace(/\s+/g, '');
  return /[\r\n]/.test(clipboard) && squeezed(clipboard) === squeezed(value) ? clipboard : value;
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 120 ? `${line.slice(0, 120)}…` : line;
}

/** What a text asks for: `DOI 10.1/x`, or how many papers. */
function summary(wanted: readonly WantedPaper[]): string {
  if (wanted.length !== 1) return vscode.l10n.t('{0} papers', wanted.length);
  const [paper] = wanted;
  if ('entry' in paper) return vscode.l10n.t('A paper stated in full: nothing is looked up');
  const { identifier, description } = paper;
  if (identifier) return `${KINDS[identifier.kind]} ${identifier.value}`;
  if (!description) return vscode.l10n.t('Nothing that can be looked up');
  return vscode.l10n.t('The paper with the title “{0}”', description.title);
}

const KINDS = { doi: 'DOI', arxiv: 'arXiv', isbn: 'ISBN', pmid: 'PMID', pmcid: 'PMCID' } as const;

import * as vscode from 'vscode';
import type { Entry } from '../../library/model/entry';
import { displayTitle } from '../../library/model/display';
import {
  type ComparedRow,
  type FromComparison,
  parseFromComparison,
  type ToComparison,
} from '../../webview/compare/messages';
import { type Compared, comparisons } from '../../workflows/details/comparison';
import { mathParts } from '../../workflows/details/mathParts';
import { whoAndWhen } from '../../workflows/paperRow';
import { allOf } from '../host/wordList';
import type { Services } from '../shell/services';
import { WebviewChannel } from '../webviewKit/webviewChannel';

/** Shows papers side by side in an editor. It follows the library; a paper that leaves it leaves here too. */
export function showComparison(extension: vscode.Uri, services: Services, entries: readonly Entry[]): void {
  const { library, notes, onDidChangeLibrary } = services;
  const title = vscode.l10n.t('Compare {0}', allOf(entries.map(nameOf)));
  const panel = vscode.window.createWebviewPanel('literatureNotes.comparison', title, vscode.ViewColumn.Active, {});
  const keys = entries.map(({ citekey }) => citekey);
  const tell = () => {
    const papers = keys.map((key) => library.shown.get(key)).filter((entry) => entry !== undefined);
    channel.post({
      type: 'papers',
      label: title,
      papers: papers.map((entry) => ({ citekey: entry.citekey, title: mathParts(displayTitle(entry)) })),
      rows: rowsOf(papers, services),
    });
  };
  const channel = new WebviewChannel<FromComparison, ToComparison>(extension, {
    parse: parseFromComparison,
    receive: ({ citekey }) => void vscode.commands.executeCommand('literatureNotes.showDetails', citekey),
    ready: tell,
  });
  const changes = vscode.Disposable.from(onDidChangeLibrary(tell), notes.onDidChange(tell));
  panel.onDidDispose(() => {
    channel.close();
    changes.dispose();
  });
  channel.show(panel.webview, { name: 'compare', title, body: '<main></main>' });
}

function nameOf(entry: Entry): string {
  return whoAndWhen(entry) || entry.citekey;
}

function rowsOf(papers: readonly Entry[], { notes }: Services): ComparedRow[] {
  const names = rowNames();
  const compared = comparisons(
    papers.map((entry) => ({
      entry,
      note: notes.noteOf(entry.citekey),
      status: notes.stateOf(entry.citekey)?.status,
    })),
  );
  return compared.map(({ what, ...row }) => ({ name: names[what], ...row }));
}

function rowNames(): Record<Compared, string> {
  const { t } = vscode.l10n;
  return {
    authors: t('Authors'),
    year: t('Year'),
    venue: t('Venue'),
    volume: t('Volume'),
    issue: t('Issue'),
    pages: t('Pages'),
    type: t('Type'),
    doi: 'DOI',
    keywords: t('Keywords'),
    status: t('Status'),
    rating: t('Rating'),
    tags: t('Tags'),
    abstract: t('Abstract'),
    note: t('Note'),
  };
}

import * as vscode from 'vscode';
import type { Place } from '../../workflows/citationsOutline';
import { localNumber, paperCount } from '../host/number';
import { rowLayout } from '../host/settings';
import { citationsItem } from './citationsItem';
import type { CitationsNode, GroupRow } from './citationsNode';
import type { DocumentCitations, Uncited } from './documentCitations';

/** So many papers that are not cited are shown. */
const MOST_UNCITED = 300;

/** The rows of the Citations view: unknown keys, the papers in the order of their first citation, and what is not cited. */
export class CitationsTree implements vscode.TreeDataProvider<CitationsNode>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<undefined>();
  #citations: DocumentCitations | undefined;
  readonly onDidChangeTreeData = this.#changed.event;

  /** Shows what a document cites; undefined where there is no document. */
  show(citations: DocumentCitations | undefined): void {
    this.#citations = citations;
    this.#changed.fire(undefined);
  }

  getChildren(node?: CitationsNode): CitationsNode[] {
    if (node === undefined) return this.#groups();
    if (node.kind === 'group') return [...(node.rows?.() ?? [])];
    return node.kind === 'unknown' || node.kind === 'cited' ? node.places.map(placeRow) : [];
  }

  getTreeItem(node: CitationsNode): vscode.TreeItem {
    return citationsItem(node, rowLayout());
  }

  #groups(): CitationsNode[] {
    if (!this.#citations) return [];
    const { unknown, papers, uncited } = this.#citations;
    const groups: GroupRow[] = [];
    if (unknown.length > 0) {
      groups.push({
        kind: 'group',
        id: 'unknown',
        label: vscode.l10n.t('Unknown Citekeys'),
        description: localNumber(unknown.length),
        rows: () => unknown.map((one) => ({ kind: 'unknown', ...one })),
      });
    }
    if (papers.length > 0) {
      groups.push({
        kind: 'group',
        id: 'papers',
        label: vscode.l10n.t('Cited'),
        description: paperCount(papers.length),
        rows: () => papers.map((one) => ({ kind: 'cited', ...one })),
      });
    }
    // A document that cites nothing is told about by the view itself.
    if (uncited && groups.length > 0) groups.push(uncitedGroup(uncited));
    return groups;
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

function uncitedGroup(uncited: Uncited): GroupRow {
  const group = { kind: 'group', id: 'uncited', label: vscode.l10n.t('In the Bibliography, Not Cited') } as const;
  switch (uncited.is) {
    case 'all-listed':
      return { ...group, description: vscode.l10n.t('all entries are listed') };
    case 'not-known':
      return { ...group, description: vscode.l10n.t('not known: “{0}” could not be read', uncited.unread) };
    case 'known': {
      const { entries } = uncited;
      if (entries.length === 0) return { ...group, description: vscode.l10n.t('none') };
      return { ...group, description: paperCount(entries.length), rows: () => uncitedRows(entries) };
    }
  }
}

function uncitedRows(entries: Extract<Uncited, { is: 'known' }>['entries']): CitationsNode[] {
  const rows: CitationsNode[] = entries.slice(0, MOST_UNCITED).map((entry) => ({ kind: 'uncited', entry }));
  return entries.length > MOST_UNCITED ? [...rows, { kind: 'rest', count: entries.length - MOST_UNCITED }] : rows;
}

function placeRow(place: Place): CitationsNode {
  const { line, character } = place.range.start;
  return { kind: 'place', id: `place/${place.uri}/${line}:${character}`, place };
}

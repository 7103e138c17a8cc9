import * as vscode from 'vscode';
import type { Note } from '../../../notes/note';
import { type NoteGroup, notesByStatus, notesByTag, recentNotes } from '../../../workflows/notesOutline';
import { fileNameOf } from '../../../workspace/uri';
import { localNumber } from '../../host/number';
import { toRange } from '../../host/convert';
import type { NotesService } from '../notesService';
import type { NoteRow, NotesGroup, NotesNode } from './notesNode';

/** So many notes were changed “recently”. */
const RECENT = 30;
const WARNING = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));

/** What the view asks for of notes and papers. */
export interface NotesTreeParts {
  readonly notes: NotesService;
  /** The title of a paper. */
  readonly titleOf: (citekey: string) => string | undefined;
}

/** The rows of the Reading Notes view: what needs attention, then all notes by time, status and tag. */
export class NotesTree implements vscode.TreeDataProvider<NotesNode>, vscode.Disposable {
  readonly #parts: NotesTreeParts;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(parts: NotesTreeParts) {
    this.#parts = parts;
  }

  refresh(): void {
    this.#changed.fire(undefined);
  }

  getChildren(node?: NotesNode): readonly NotesNode[] & NotesNode[] {
    return [...(node === undefined ? this.#roots() : node.kind === 'group' ? node.rows() : [])];
  }

  getTreeItem(node: NotesNode): vscode.TreeItem {
    return node.kind === 'group' ? groupItem(node) : noteItem(node);
  }

  #roots(): NotesNode[] {
    const { notes } = this.#parts;
    const all = notes.citekeys().flatMap((key) => notes.noteOf(key) ?? []);
    const attention = this.#attention();
    if (all.length + attention.length === 0) return [];
    const recent = recentNotes(all, RECENT);
    const roots: NotesGroup[] = [
      {
        kind: 'group',
        id: 'recent',
        label: vscode.l10n.t('Recent'),
        count: recent.length,
        isOpen: true,
        icon: new vscode.ThemeIcon('history'),
        rows: () => recent.map((note) => this.#row('recent', note)),
      },
      this.#groups('status', vscode.l10n.t('By Status'), notesByStatus(all), vscode.l10n.t('No status')),
      this.#groups('tag', vscode.l10n.t('By Tag'), notesByTag(all), vscode.l10n.t('No tag')),
    ];
    if (attention.length === 0) return roots;
    const label = vscode.l10n.t('Needs Attention');
    const top: NotesGroup = {
      kind: 'group',
      id: 'attention',
      label,
      count: attention.length,
      isOpen: true,
      icon: WARNING,
      rows: () => attention,
    };
    return [top, ...roots];
  }

  /** Notes that no paper has, and those whose paper has another citekey now. */
  #attention(): NoteRow[] {
    const { notes } = this.#parts;
    const changed = notes.keyChanges().map(({ uri, citekey, now, range }): NoteRow => {
      const description = vscode.l10n.t('{0} is {1} now', citekey, now);
      return { kind: 'note', id: `attention/${uri}`, uri, range, label: fileNameOf(uri), description, icon: WARNING };
    });
    const orphans = notes.orphans().map(({ uri, citekey, candidates }): NoteRow => {
      const description =
        candidates.length > 0
          ? vscode.l10n.t('{0}: perhaps {1}', citekey, candidates.join(', '))
          : vscode.l10n.t('no paper has {0}', citekey);
      const icon = new vscode.ThemeIcon('question');
      return { kind: 'note', id: `attention/${uri}`, uri, label: fileNameOf(uri), description, icon };
    });
    return [...changed, ...orphans];
  }

  #groups(id: string, label: string, groups: readonly NoteGroup[], none: string): NotesGroup {
    const rows = groups.map(({ value, notes }): NotesGroup => ({
      kind: 'group',
      id: `${id}/${value ?? ''}`,
      label: value ?? none,
      count: notes.length,
      rows: () => notes.map((note) => this.#row(`${id}/${value ?? ''}`, note)),
    }));
    return {
      kind: 'group',
      id,
      label,
      count: rows.length,
      icon: new vscode.ThemeIcon(id === 'tag' ? 'tag' : 'checklist'),
      rows: () => rows,
    };
  }

  #row(group: string, note: Note): NoteRow {
    const { uri, citekey, linkedBy, citekeyRange, status } = note;
    const label = this.#parts.titleOf(citekey) || note.title || fileNameOf(uri);
    return {
      kind: 'note',
      id: `${group}/${uri}/${citekey}`,
      uri,
      range: linkedBy === 'heading' ? citekeyRange : undefined,
      label,
      description: [citekey, status].filter(Boolean).join(' · '),
    };
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

function groupItem({ id, label, count, icon, isOpen }: NotesGroup): vscode.TreeItem {
  const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(label, isOpen ? Expanded : Collapsed);
  item.id = id;
  item.description = localNumber(count);
  item.iconPath = icon;
  item.accessibilityInformation = { label: `${label}, ${count}` };
  return item;
}

function noteItem({ id, uri, range, label, description, icon }: NoteRow): vscode.TreeItem {
  const item = new vscode.TreeItem(label);
  const file = vscode.Uri.parse(uri);
  item.id = id;
  item.description = description;
  item.iconPath = icon ?? new vscode.ThemeIcon('notebook');
  item.tooltip = vscode.workspace.asRelativePath(file);
  item.contextValue = 'readingNote';
  const selection = range && toRange(range);
  item.command = { command: 'vscode.open', title: vscode.l10n.t('Open Note'), arguments: [file, { selection }] };
  item.accessibilityInformation = { label: [label, description].filter(Boolean).join(', ') };
  return item;
}

import * as vscode from 'vscode';
import { readingStage } from '../../../library/model/readingStage';
import type { Note, NoteLink } from '../../../notes/note';
import { type NoteGroup, notesByStatus, notesByTag, recentNotes } from '../../../workflows/notesOutline';
import { fileNameOf } from '../../../workspace/uri';
import { READING_ICONS } from '../../library/readingIcons';
import type { NotesService } from '../notesService';
import { attentionRows } from './attention';
import { type CitedParts, citedNotRead } from './citedRows';
import { mentionGroup, type MentionParts } from './mentionRows';
import type { NotesGroup, NotesNode, PlaceRow } from './notesNode';

export { notesItem } from './notesItem';

/** So many notes were changed “recently”. */
const RECENT = 30;

/** By what a note is linked whose citekey is that of no paper. */
const HEALED: ReadonlySet<NoteLink> = new Set<NoteLink>(['doi', 'arxiv', 'title']);

/** What the view asks for of notes, papers and documents. */
export interface NotesTreeParts extends CitedParts, MentionParts {
  readonly notes: NotesService;
}

/**
 * The rows of the Reading Notes view: what needs attention, what mentions the paper of the note at hand, then all notes by time,
 * status and tag, and where notes and citations do not meet.
 */
export function notesRows(parts: NotesTreeParts, active: vscode.Uri | undefined): NotesGroup[] {
  const { notes } = parts;
  const all = onceEach(notes.citekeys().flatMap((key) => notes.noteOf(key) ?? []));
  const noted = (id: string, label: string, icon: string, some: readonly Note[]) =>
    group(id, label, icon, some, (note) => noteRow(parts, id, note));
  const groups = [
    group('attention', vscode.l10n.t('Needs Attention'), 'warning', attentionRows(notes), (row) => row),
    mentionGroup(parts, active),
    noted('recent', vscode.l10n.t('Recent'), 'history', recentNotes(all, RECENT)),
    groupsOf(parts, 'status', vscode.l10n.t('By Status'), notesByStatus(all), vscode.l10n.t('No status')),
    groupsOf(parts, 'tag', vscode.l10n.t('By Tag'), notesByTag(all), vscode.l10n.t('No tag')),
    citedNotRead(parts),
    closed(noted('notCited', vscode.l10n.t('Noted, Not Cited'), 'circle-slash', notCited(parts, all))),
  ];
  return groups.filter((one) => one !== undefined && one.count !== 0) as NotesGroup[];
}

/** A note whose paper has another citekey now is the note of both: the paper's counts. */
function onceEach(notes: readonly Note[]): Note[] {
  const healed = new Set(notes.filter(({ linkedBy }) => HEALED.has(linkedBy)).map(({ uri }) => uri));
  return notes.filter(({ uri, linkedBy }) => HEALED.has(linkedBy) || linkedBy === 'heading' || !healed.has(uri));
}

/** Notes of papers of the library that no document cites; where nothing is cited at all, that says nothing. */
function notCited({ citations, titleOf }: NotesTreeParts, notes: readonly Note[]): Note[] {
  if (citations.citekeys().length === 0) return [];
  return notes.filter(({ citekey }) => titleOf(citekey) !== undefined && !citations.isCited(citekey));
}

function groupsOf(
  parts: NotesTreeParts,
  id: string,
  label: string,
  groups: readonly NoteGroup[],
  none: string,
): NotesGroup {
  const rowOf = ({ value, notes }: NoteGroup): NotesGroup => {
    const own = `${id}/${value ?? ''}`;
    const rows = () => notes.map((note) => noteRow(parts, own, note));
    return { kind: 'group', id: own, label: value ?? none, count: notes.length, rows };
  };
  return closed(group(id, label, id === 'tag' ? 'tag' : 'checklist', groups, rowOf));
}

function noteRow({ titleOf }: NotesTreeParts, group: string, note: Note): PlaceRow {
  const { uri, citekey, linkedBy, citekeyRange, status } = note;
  const title = titleOf(citekey);
  return {
    kind: 'place',
    id: `${group}/${uri}/${citekey}`,
    uri,
    range: linkedBy === 'heading' ? citekeyRange : undefined,
    label: title || note.title || fileNameOf(uri),
    description: [citekey, status].filter(Boolean).join(' · '),
    icon: READING_ICONS[readingStage(status ?? '') ?? 'unread'],
    traits: title === undefined ? ['note'] : ['note', 'paper'],
    entry: { citekey },
  };
}

/** A group that stands open at first, of what rows are made of. */
function group<T>(
  id: string,
  label: string,
  icon: string,
  items: readonly T[],
  rowOf: (item: T) => NotesNode,
): NotesGroup {
  const colour = id === 'attention' ? new vscode.ThemeColor('list.warningForeground') : undefined;
  const rows = () => items.map(rowOf);
  return {
    kind: 'group',
    id,
    label,
    count: items.length,
    isOpen: true,
    icon: new vscode.ThemeIcon(icon, colour),
    rows,
  };
}

function closed(group: NotesGroup): NotesGroup {
  return { ...group, isOpen: false };
}

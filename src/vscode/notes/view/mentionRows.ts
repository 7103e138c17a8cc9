import * as vscode from 'vscode';
import type { CitationIndex, NamedPaper } from '../../../citations/index/citationIndex';
import { type MentionFinder, mentionsOf } from '../../../workflows/mentions';
import type { NotesService } from '../notesService';
import { placeName } from '../../references/showPlace';
import type { NotesGroup, NotesNode, PlaceRow } from './notesNode';

/** What mentions are found with. */
export interface MentionParts {
  readonly notes: Pick<NotesService, 'noteAt' | 'notesOf'>;
  readonly finder: MentionFinder & Pick<CitationIndex, 'ready' | 'keysOf'>;
  /** A paper with its title. */
  readonly paperOf: (citekey: string) => (NamedPaper & { readonly title: string }) | undefined;
}

/** The group of the places that mention the paper of the note in the active editor; undefined where that is no note. */
export function mentionGroup(parts: MentionParts, active: vscode.Uri | undefined): NotesGroup | undefined {
  const note = active && parts.notes.noteAt(active);
  if (!note) return undefined;
  const { citekey } = note;
  return {
    kind: 'group',
    // Another id for each paper: what stands open is remembered by it.
    id: `mentions/${citekey}`,
    label: vscode.l10n.t('Mentions of “{0}”', parts.paperOf(citekey)?.title || citekey),
    isOpen: true,
    icon: new vscode.ThemeIcon('references'),
    rows: () => mentionRows(parts, citekey),
  };
}

async function mentionRows({ notes, finder, paperOf }: MentionParts, citekey: string): Promise<NotesNode[]> {
  const all = notes.notesOf(citekey);
  const own = new Set(all.filter(({ linkedBy }) => linkedBy !== 'heading').map(({ uri }) => uri));
  const paper = paperOf(citekey);
  await finder.ready();
  const keys = paper ? finder.keysOf(paper) : [citekey];
  const found = await mentionsOf({ keys, notes: [...own] }, finder, (uri) => own.has(uri));
  const id = `mentions/${citekey}`;
  if (found.length === 0)
    return [{ kind: 'words', id: `${id}/none`, label: vscode.l10n.t('Nothing else mentions it') }];
  return found.map(({ uri, range, sentence, cell }, i): PlaceRow => ({
    kind: 'place',
    id: `${id}/${i}`,
    uri,
    range,
    label: sentence,
    description: placeName({ uri, range, cell }),
    cell,
    tooltip: sentence,
    icon: new vscode.ThemeIcon('quote'),
    traits: ['mention'],
  }));
}

import * as vscode from 'vscode';
import type { InFile } from '../../../citations/index/indexedFiles';
import type { CitedPlace } from '../../../citations/index/citedPlace';
import { readingStage } from '../../../library/model/readingStage';
import { fileNameOf } from '../../../workspace/uri';
import { sideBySide } from '../../host/wordList';
import type { NotesService } from '../notesService';
import type { NotesGroup, PlaceRow } from './notesNode';

/** Who cites what, as far as the view asks. */
export interface CitedParts {
  readonly notes: Pick<NotesService, 'stateOf'>;
  readonly citations: {
    /** The papers that documents cite. */
    citekeys(): readonly string[];
    isCited(citekey: string): boolean;
    citersOf(citekey: string): readonly { readonly uri: string; readonly count: number }[];
    placesOf(citekey: string): Promise<readonly InFile<CitedPlace>[]>;
  };
  readonly titleOf: (citekey: string) => string | undefined;
}

/** The papers that documents cite and that nobody began to read, as far as is known; each row opens at the first citation. */
export function citedNotRead(parts: CitedParts): NotesGroup {
  const { notes, citations } = parts;
  const citekeys = citations.citekeys().filter((citekey) => {
    const status = notes.stateOf(citekey)?.status;
    return status === undefined || readingStage(status) === 'unread';
  });
  return {
    kind: 'group',
    id: 'citedNotRead',
    label: vscode.l10n.t('Cited, Not Read'),
    count: citekeys.length,
    icon: new vscode.ThemeIcon('quote'),
    rows: async () => (await Promise.all(citekeys.map((citekey) => citedRow(parts, citekey)))).flat(),
  };
}

async function citedRow({ citations, titleOf, notes }: CitedParts, citekey: string): Promise<PlaceRow[]> {
  const [first] = await citations.placesOf(citekey);
  if (!first) return [];
  const { uri, range, sentence, cell } = first;
  const files = citations.citersOf(citekey).map((file) => fileNameOf(file.uri));
  const { status } = notes.stateOf(citekey) ?? {};
  return [
    {
      kind: 'place',
      id: `citedNotRead/${citekey}`,
      uri,
      range,
      cell,
      label: titleOf(citekey) || citekey,
      description: [citekey, status, sideBySide(files)].filter(Boolean).join(' · '),
      tooltip: sentence,
      icon: new vscode.ThemeIcon('file'),
      traits: ['paper'],
      entry: { citekey },
    },
  ];
}

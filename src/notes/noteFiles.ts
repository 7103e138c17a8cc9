import { Cooperation } from '../base/cooperate';
import type { FollowingParts } from '../workspace/documentFacts';
import { type FieldNames, OUR_NAMES } from './fieldNames';
import { filesOfGlob, type FollowedFile, type Selection } from '../workspace/selection';
import { joinPath, relativePath } from '../workspace/uri';

const GLOB = '**/*.{md,markdown,org}';

/** A file of the workspace that may be a note. */
export interface NoteSource extends FollowedFile {
  /** Whether it lies in the folder for notes, where its name alone can make it a paper's note. */
  readonly inNotesFolder: boolean;
  readonly names: FieldNames;
}

/** What the settings of a workspace folder say of its notes. */
export interface NoteSettings {
  /** The path of the folder for notes below the workspace folder. */
  readonly folder: string;
  readonly names: FieldNames;
}

/** The settings of a workspace folder, given by its URI, as they are now. */
export type NoteSettingsOf = (folder: string) => NoteSettings;

/** Which files may be notes, with what the settings of this moment say of them. */
export function selectNotes(settingsOf: NoteSettingsOf, { files, log, clock }: FollowingParts): Selection<NoteSource> {
  const markdown = filesOfGlob(files, GLOB, { log, clock });
  const folders = files.folders().map((uri) => {
    const { folder, names } = settingsOf(uri);
    return { uri, notes: joinPath(uri, folder), names };
  });
  // Of nested workspace folders, the inner one's settings hold.
  const inner = [...folders].sort((a, b) => b.uri.length - a.uri.length);
  const place = ({ uri }: FollowedFile): NoteSource => {
    // The folder for notes can be a link to another folder, under whose name they are followed.
    const ways = files.links.waysTo(uri);
    const inNotesFolder = folders.some(({ notes }) => ways.some((way) => relativePath(notes, way) !== undefined));
    const names = inner.find((folder) => relativePath(folder.uri, uri) !== undefined)?.names ?? OUR_NAMES;
    return { uri, inNotesFolder, names };
  };
  return {
    watched: [],
    find: async (signal: AbortSignal) => {
      const cooperation = new Cooperation(clock);
      const placed: NoteSource[] = [];
      for (const file of await markdown.find(signal)) {
        placed.push(place(file));
        await cooperation.yieldIfDue();
      }
      return placed;
    },
    match: (uri: string) => {
      const file = markdown.match(uri);
      return file && place(file);
    },
  };
}

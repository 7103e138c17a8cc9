import type { FollowingParts } from '../workspace/documentFacts';
import { filesOfGlob, type FollowedFile, type Selection } from '../workspace/selection';
import { joinPath, relativePath } from '../workspace/uri';

const GLOB = '**/*.{md,markdown,org}';

/** A file of the workspace that may be a note. */
export interface NoteSource extends FollowedFile {
  /** Whether it lies in the folder for notes, where its name alone can make it a paper's note. */
  readonly inNotesFolder: boolean;
}

/** Which files may be notes, with what the settings of this moment say of them. */
export function selectNotes(
  notesFolder: (folder: string) => string,
  { files, log }: FollowingParts,
): Selection<NoteSource> {
  const markdown = filesOfGlob(files, GLOB, { log });
  const folders = files.folders().map((folder) => joinPath(folder, notesFolder(folder)));
  const place = ({ uri }: FollowedFile): NoteSource => {
    const inNotesFolder = folders.some((folder) => relativePath(folder, uri) !== undefined);
    return { uri, inNotesFolder };
  };
  return {
    watched: [],
    find: async (signal: AbortSignal) => (await markdown.find(signal)).map(place),
    match: (uri: string) => {
      const file = markdown.match(uri);
      return file && place(file);
    },
  };
}

/** What the settings say of one workspace folder. */
export interface FolderSources {
  /** URI of the folder. */
  readonly uri: string;
  /** Globs relative to the folder, or absolute paths. */
  readonly sources: readonly string[];
  /** The default of `sources`; a file found by one of these was not named by the user. */
  readonly defaultSources: readonly string[];
  /** Those that settings of the workspace name; others may be meant for every workspace. */
  readonly ownSources: readonly string[];
}

/** What decides which files are sources, as it is at one moment. */
export interface SourceSettings {
  readonly folders: readonly FolderSources[];
  /** The user's own, beside those of any workspace: globs or paths, absolute or from the home folder (`~`). */
  readonly userSources: readonly string[];
  /** URIs of the files that keep what was last seen of libraries of other programs, in the order of the setting. */
  readonly copies: readonly string[];
  /** An untrusted workspace must not make us read files elsewhere on the machine. */
  readonly isTrusted: boolean;
  /** Path of the user's home folder, where there is one. */
  readonly home: string | undefined;
  /** The URI of an absolute path: of this machine, or of that which a workspace folder lies on. */
  absolute(path: string, folder?: string): string;
}

/** The settings that decide which files are sources, and how they are read. */
export const SOURCE_SETTINGS = [
  'literatureNotes.sources',
  'literatureNotes.userSources',
  'literatureNotes.zotero.libraries',
  'literatureNotes.sampleLibrary',
  'literatureNotes.problems.missingField',
];

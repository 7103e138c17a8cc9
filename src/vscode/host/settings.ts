import * as vscode from 'vscode';
import type { Severity } from '../../base/problem';
import { type FieldNames, fieldNames } from '../../notes/fieldNames';
import { ROW_LAYOUTS, type RowLayout } from '../../workflows/paperRow';

/** The prefix of every setting, command, view and context key. */
export const PREFIX = 'literatureNotes';

/** The settings that hold for one workspace folder, read once. */
export interface FolderSettings {
  /** Globs relative to the folder, or absolute paths. */
  readonly sources: readonly string[];
  /** The default of `sources`; a file found by one of these was not named by the user. */
  readonly defaultSources: readonly string[];
  /** Those that settings of the workspace or the folder name. */
  readonly ownSources: readonly string[];
  readonly notes: {
    readonly folder: string;
    readonly fileName: string;
    readonly template: string;
    /** A folder with templates to choose from; empty for none. */
    readonly templateFolder: string;
    /** Paths of templates by type of paper. */
    readonly templatesByType: Readonly<Record<string, string | undefined>>;
    /** The name of the file in the notes folder that keeps the status of papers without notes; empty for none. */
    readonly stateFile: string;
    /** The properties of front matter that hold the fields of a note. */
    readonly names: FieldNames;
    /** In which form tags are written. */
    readonly tagForm: TagForm;
  };
}

/** `obsidian`: as Obsidian takes them; `auto`: so in its vaults alone. */
export type TagForm = 'auto' | 'obsidian' | 'asTyped';

/** Reads the settings for a workspace folder (or for a window without a folder). */
export function folderSettings(folder: vscode.Uri | undefined): FolderSettings {
  const configuration = vscode.workspace.getConfiguration(PREFIX, folder ?? null);
  const { defaultValue, workspaceValue, workspaceFolderValue } = configuration.inspect('sources') ?? {};
  return {
    sources: strings(configuration.get('sources')),
    defaultSources: strings(defaultValue),
    ownSources: strings(workspaceFolderValue ?? workspaceValue),
    notes: {
      folder: configuration.get<string>('notes.folder', 'notes'),
      fileName: configuration.get<string>('notes.fileName', '{{ citekey }}'),
      template: configuration.get<string>('notes.template', ''),
      templateFolder: configuration.get<string>('notes.templateFolder', ''),
      templatesByType: textsByName(configuration.get('notes.templatesByType')),
      stateFile: configuration.get<string>('notes.stateFile', '').trim(),
      names: fieldNames(configuration.get('notes.fields')),
      tagForm: configuration.get<TagForm>('notes.tagForm', 'auto'),
    },
  };
}

/** Where the PDFs of a list's papers go that are downloaded, and what they are called. */
export interface PdfSettings {
  readonly folder: string;
  /** Whether the user's own settings say so, and not those of a workspace. */
  readonly isOwnFolder: boolean;
  /** A Liquid template. */
  readonly name: string;
}

export function pdfSettings(list: vscode.Uri): PdfSettings {
  const configuration = vscode.workspace.getConfiguration(PREFIX, list);
  const { workspaceValue, workspaceFolderValue } = configuration.inspect('pdf.folder') ?? {};
  return {
    folder: configuration.get<string>('pdf.folder', 'pdfs'),
    isOwnFolder: workspaceValue === undefined && workspaceFolderValue === undefined,
    name: configuration.get<string>('pdf.name', '{{ citekey }}'),
  };
}

/** The user's own library beside that of any workspace: globs or paths, absolute or from the home folder (`~`). */
export function userSources(): readonly string[] {
  return strings(vscode.workspace.getConfiguration(PREFIX).inspect('userSources')?.globalValue);
}

/** The libraries of other programs that are followed, as the user's settings have them. */
export function followedSetting(): readonly unknown[] {
  const stated: unknown = vscode.workspace.getConfiguration(PREFIX).inspect('zotero.libraries')?.globalValue;
  return Array.isArray(stated) ? (stated as unknown[]) : [];
}

/** Follows one more library. */
export async function addFollowed(library: unknown): Promise<void> {
  const libraries = [...followedSetting(), library];
  const configuration = vscode.workspace.getConfiguration(PREFIX);
  await configuration.update('zotero.libraries', libraries, vscode.ConfigurationTarget.Global);
}

/** Whether the sample library may be shown where the workspace has no source. */
export function sampleLibraryAllowed(): boolean {
  return vscode.workspace.getConfiguration(PREFIX).get<string>('sampleLibrary', 'whenEmpty') === 'whenEmpty';
}

/** The citation style: the name of one that is shipped, or the path of a `.csl` file. */
export function citationStyle(scope: vscode.ConfigurationScope | undefined): string {
  return (
    vscode.workspace
      .getConfiguration(PREFIX, scope ?? null)
      .get<string>('citationStyle', '')
      .trim() || 'apa'
  );
}

/** Sets the citation style: of the workspace where one is open, else of the user. */
export async function setCitationStyle(style: string): Promise<void> {
  const isWorkspace = (vscode.workspace.workspaceFolders ?? []).length > 0;
  const target = isWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await vscode.workspace.getConfiguration(PREFIX).update('citationStyle', style, target);
}

/** The language of formatted references; undefined where the style decides. */
export function citationLocale(scope: vscode.ConfigurationScope | undefined): string | undefined {
  return (
    vscode.workspace
      .getConfiguration(PREFIX, scope ?? null)
      .get<string>('citationLocale', '')
      .trim() || undefined
  );
}

/** Whether a document that is saved refreshes the bibliographies that it keeps. */
export function refreshesBibliographies(document: vscode.ConfigurationScope): boolean {
  return vscode.workspace.getConfiguration(PREFIX, document).get<boolean>('bibliography.refreshOnSave', false);
}

/** Where the Markdown preview shows citations as they will read; `whereBibliography`: in documents that have one. */
export type PreviewMode = 'always' | 'whereBibliography' | 'never';

export function previewMode(scope: vscode.ConfigurationScope | undefined): PreviewMode {
  return vscode.workspace.getConfiguration(PREFIX, scope ?? null).get<PreviewMode>('preview.citations', 'always');
}

/** The pattern by which citekeys are made anew. */
export function citekeyPattern(): string {
  const byDefault = 'auth.lower + year + veryshorttitle.lower';
  return vscode.workspace.getConfiguration(PREFIX).get<string>('citekeyPattern', byDefault);
}

/** How the rows of the Papers view are laid out. */
export function rowLayout(): RowLayout {
  const stated = vscode.workspace.getConfiguration(PREFIX).get<string>('papers.row');
  return ROW_LAYOUTS.find((layout) => layout === stated) ?? 'authorYearTitle';
}

/** Whether services on the web may be asked. A workspace can forbid it, and not allow what the user forbids. */
export function isOnlineEnabled(): boolean {
  const configuration = vscode.workspace.getConfiguration(PREFIX);
  const isForbidden = configuration.inspect<boolean>('online.enabled')?.globalValue === false;
  return !isForbidden && configuration.get<boolean>('online.enabled', true);
}

/** The words for how far the reading of a paper is that the user wants to choose from. */
export function noteStatuses(): readonly string[] {
  return strings(vscode.workspace.getConfiguration(PREFIX).get('notes.statuses'));
}

/** Whether notes open beside the text at hand, or in its place as another tab. */
export function notesOpenBeside(): boolean {
  return vscode.workspace.getConfiguration(PREFIX).get<string>('notes.openIn') === 'beside';
}

/** When our completion offers papers; `whereNoOther`: only where no other extension completes citations. */
export type CompletionMode = 'always' | 'whereNoOther' | 'never';

export function completionMode(document: vscode.ConfigurationScope): CompletionMode {
  return vscode.workspace.getConfiguration(PREFIX, document).get<CompletionMode>('completion.enabled', 'always');
}

/** What happens to the bibliography of a document when a paper is cited that it lacks. */
export type AdditionOnInsert = 'ask' | 'always' | 'never';

export function additionOnInsert(document: vscode.ConfigurationScope): AdditionOnInsert {
  return vscode.workspace.getConfiguration(PREFIX, document).get<AdditionOnInsert>('bibliography.addOnInsert', 'ask');
}

/** Has the user asked no more whether cited papers are to be added to bibliographies. */
export async function neverAddOnInsert(): Promise<void> {
  const mode: AdditionOnInsert = 'never';
  const configuration = vscode.workspace.getConfiguration(PREFIX);
  await configuration.update('bibliography.addOnInsert', mode, vscode.ConfigurationTarget.Global);
}

/** Whether a document's cited papers are added to its bibliography when it is saved. */
export function addsOnSave(document: vscode.ConfigurationScope): boolean {
  return vscode.workspace.getConfiguration(PREFIX, document).get<boolean>('bibliography.addOnSave', false);
}

/** The setting and its default for each kind of problem with a citation. */
const PROBLEM_SETTINGS = {
  'unknown-key': ['problems.unknownKey', 'warning'],
  'ambiguous-key': ['problems.ambiguousKey', 'warning'],
  'alias-key': ['problems.aliasKey', 'information'],
  'repeated-key': ['problems.repeatedKey', 'information'],
  'outside-bibliography': ['problems.outsideBibliography', 'warning'],
  retracted: ['problems.retracted', 'warning'],
  'unused-entry': ['problems.unusedEntry', 'none'],
} as const;

const SEVERITIES: Readonly<Record<string, vscode.DiagnosticSeverity | undefined>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** How a problem with a citation is shown in a document; undefined where it is not to be shown. */
export function problemSeverity(
  code: keyof typeof PROBLEM_SETTINGS,
  document: vscode.ConfigurationScope,
): vscode.DiagnosticSeverity | undefined {
  const [setting, byDefault] = PROBLEM_SETTINGS[code];
  return SEVERITIES[vscode.workspace.getConfiguration(PREFIX, document).get<string>(setting, byDefault)];
}

const SEVERITY_NAMES: readonly Severity[] = ['error', 'warning', 'information'];

/** How an entry of a source is reported that lacks a field; undefined where it is not to be looked for. */
export function missingFieldSeverity(source: vscode.Uri): Severity | undefined {
  const stated = vscode.workspace.getConfiguration(PREFIX, source).get<string>('problems.missingField', 'none');
  return SEVERITY_NAMES.find((name) => name === stated);
}

/** The user's own LaTeX commands that cite, by name. */
export function latexCommands(document: vscode.ConfigurationScope): readonly string[] {
  return strings(vscode.workspace.getConfiguration(PREFIX, document).get('latex.citationCommands'));
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string' && item !== '') : [];
}

function textsByName(value: unknown): Record<string, string | undefined> {
  const entries = Object.entries(typeof value === 'object' && value !== null ? value : {});
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

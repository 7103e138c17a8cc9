import * as vscode from 'vscode';
import type { Entry } from '../../library/model/entry';
import { pick } from '../host/ask';
import { currentText } from '../host/currentText';
import { type FolderSettings, folderSettings } from '../host/settings';
import { tell } from '../host/tell';

/** The template of a note. */
export interface NoteTemplate {
  /** The user's file; undefined for the built-in template. */
  readonly uri?: vscode.Uri;
}

/** The template that comes with the extension. */
export const BUILT_IN: NoteTemplate = {};

const TEMPLATE_FILE = /\.(?:md|markdown|liquid)$/i;

/**
 * Finds the template of each new note. Where the user has a folder of templates and no setting says which of them it is, the
 * user is asked, once for all notes that are made together.
 */
export class TemplateChoice {
  #asked: Promise<NoteTemplate | undefined> | undefined;

  /** The template of a paper's note; undefined where the user cancelled. */
  async templateOf(entry: Entry, folder: vscode.WorkspaceFolder): Promise<NoteTemplate | undefined> {
    const stated = statedTemplate(entry, folder);
    if (stated) return stated;
    this.#asked ??= askForTemplate(folder);
    return this.#asked;
  }
}

/** The template of a paper's note by the settings alone. */
export function settledTemplate(entry: Entry, folder: vscode.WorkspaceFolder): NoteTemplate {
  return statedTemplate(entry, folder) ?? BUILT_IN;
}

/** Whether a document is a template, or looks like one. */
export function isTemplate(document: vscode.TextDocument, folder: vscode.WorkspaceFolder): boolean {
  const { uri } = document;
  const { notes } = folderSettings(folder.uri);
  const stated = [notes.template, ...Object.values(notes.templatesByType)].filter((path) => path);
  const folders = templateFolder(notes, folder);
  const isNamed = stated.some((path) =>
    [folder.uri, folders ?? folder.uri].some((base) => isAt(uri, pathIn(base, path!))),
  );
  const isInFolder = folders !== undefined && uri.toString().startsWith(`${folders.toString()}/`);
  if (isNamed || isInFolder || uri.path.endsWith('.liquid')) return true;
  return TEMPLATE_FILE.test(uri.path) && /\{\{.*?\}\}|\{%.*?%\}/.test(document.getText());
}

function isAt(uri: vscode.Uri, other: vscode.Uri): boolean {
  return uri.toString() === other.toString();
}

/** The text of a template, as its editor has it, in whatever encoding; undefined where it cannot be read, and the user was told. */
export async function readTemplate(uri: vscode.Uri): Promise<string | undefined> {
  const name = vscode.workspace.asRelativePath(uri);
  try {
    const text = await currentText(uri);
    if (text === undefined) tell(vscode.l10n.t('The note template “{0}” is no text. Save it as UTF-8.', name), 'error');
    return text;
  } catch {
    tell(
      vscode.l10n.t(
        'The note template “{0}” cannot be read. Correct the setting literatureNotes.notes.template.',
        name,
      ),
      'error',
    );
    return undefined;
  }
}

/** The template that the settings name: for the paper's type, or for all papers. In Restricted Mode it is the built-in one. */
function statedTemplate({ type }: Entry, folder: vscode.WorkspaceFolder): NoteTemplate | undefined {
  if (!vscode.workspace.isTrusted) return BUILT_IN;
  const { notes } = folderSettings(folder.uri);
  const forType = notes.templatesByType[type];
  if (forType) return { uri: pathIn(templateFolder(notes, folder) ?? folder.uri, forType) };
  return notes.template === '' ? undefined : { uri: pathIn(folder.uri, notes.template) };
}

async function askForTemplate(folder: vscode.WorkspaceFolder): Promise<NoteTemplate | undefined> {
  const templates = await templatesOf(folder);
  if (templates.length === 0) return BUILT_IN;
  const builtIn = { label: vscode.l10n.t('Built-in template'), template: BUILT_IN };
  const items = templates.map((template) => ({ label: nameOf(template.uri!), template }));
  const picked = await pick([...items, builtIn], { title: vscode.l10n.t('Template of the New Note') });
  return picked?.template;
}

/** The templates of the user's folder, by name. */
async function templatesOf(folder: vscode.WorkspaceFolder): Promise<NoteTemplate[]> {
  const templates = templateFolder(folderSettings(folder.uri).notes, folder);
  if (!templates) return [];
  try {
    const names = (await vscode.workspace.fs.readDirectory(templates))
      .filter(([name, type]) => (type & vscode.FileType.File) !== 0 && TEMPLATE_FILE.test(name))
      .map(([name]) => name);
    return names.sort().map((name) => ({ uri: vscode.Uri.joinPath(templates, name) }));
  } catch {
    const name = vscode.workspace.asRelativePath(templates);
    const setting = 'literatureNotes.notes.templateFolder';
    tell(
      vscode.l10n.t('The folder of templates “{0}” cannot be read. Correct the setting {1}.', name, setting),
      'warning',
    );
    return [];
  }
}

function templateFolder(
  { templateFolder }: FolderSettings['notes'],
  folder: vscode.WorkspaceFolder,
): vscode.Uri | undefined {
  return templateFolder === '' ? undefined : pathIn(folder.uri, templateFolder);
}

/** A path that a setting states: absolute, or from a folder. */
function pathIn(folder: vscode.Uri, path: string): vscode.Uri {
  const isAbsolute = /^(\/|[a-zA-Z]:[\\/])/.test(path);
  return isAbsolute ? folder.with({ path: vscode.Uri.file(path).path }) : vscode.Uri.joinPath(folder, path);
}

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

import * as vscode from 'vscode';
import { homeFolder } from '#platform/machine';
import type { StyleChoice } from '../../citations/csl/contract';
import { independentParent } from '../../citations/csl/style';
import { type StatedFormatting, statedFormatting, styleName, stylePath } from '../../citations/csl/statedStyle';
import { citationLocale, citationStyle } from '../host/settings';
import { syntaxOf } from '../citing/syntaxOf';

/** How a text is formatted, but for the format. */
export interface ChosenStyle {
  readonly style: StyleChoice;
  readonly locale?: string;
}

/** A text that may state its style. */
export interface StyledText {
  readonly text: string;
  /** The name of its syntax. */
  readonly syntax: string;
  /** Its file, from whose folder paths of styles are read. */
  readonly uri: vscode.Uri | undefined;
}

/** The style and language of a document, or of what belongs to no document: its own statement, else the settings. */
export async function chosenStyle(document: vscode.TextDocument | undefined): Promise<ChosenStyle> {
  if (!document) return styleOfText(undefined);
  return styleOfText({ text: document.getText(), syntax: syntaxOf(document).id, uri: document.uri }, document);
}

/** The same of a text. */
export async function styleOfText(
  text: StyledText | undefined,
  scope: vscode.ConfigurationScope | undefined = text?.uri,
): Promise<ChosenStyle> {
  const stated: StatedFormatting = text ? statedFormatting(text.text, text.syntax) : {};
  const locale = stated.locale ?? citationLocale(scope);
  const own = stated.style === undefined ? undefined : await statedStyle(stated.style, text?.uri);
  return { style: own ?? (await styleOfSetting(citationStyle(scope), text?.uri)), locale };
}

/** The style that a setting or a command names: of a path its file, which may lie anywhere that the user says. */
export async function styleOfSetting(stated: string, scope: vscode.Uri | undefined): Promise<StyleChoice> {
  const path = stylePath(stated);
  if (path === undefined) return { name: styleName(stated) };
  const found = await firstStyle(placesOf(path, scope));
  if (!found) throw new Error(vscode.l10n.t('The citation style “{0}” cannot be read.', stated));
  return found;
}

/** Where the path of a setting leads: into the folder of what is formatted, another one of the workspace, or one that it names. */
function placesOf(stated: string, scope: vscode.Uri | undefined): vscode.Uri[] {
  const path = stated.replace(/^~(?=\/)/, () => homeFolder()?.replaceAll('\\', '/') ?? '~');
  const all = vscode.workspace.workspaceFolders ?? [];
  const own = scope && vscode.workspace.getWorkspaceFolder(scope);
  const folders = own ? [own, ...all.filter((folder) => folder !== own)] : all;
  if (isAbsolute(path)) return [absolute(path, folders.at(0)?.uri)];
  const [first, ...rest] = path.split('/');
  const named = all.length > 1 ? all.filter(({ name }) => name === first) : [];
  return [
    ...folders.map(({ uri }) => vscode.Uri.joinPath(uri, path)),
    ...named.map(({ uri }) => vscode.Uri.joinPath(uri, ...rest)),
  ];
}

/** A document names only files of the workspace; a style of the same name that is shipped stands in for others. */
async function statedStyle(stated: string, document: vscode.Uri | undefined): Promise<StyleChoice | undefined> {
  const path = stylePath(stated);
  const folder = document && vscode.workspace.getWorkspaceFolder(document)?.uri;
  if (path === undefined || !document || !folder || isAbsolute(path)) return { name: styleName(stated) };
  const places = [vscode.Uri.joinPath(document, '..', path), vscode.Uri.joinPath(folder, path)];
  return (await firstStyle(places.filter(isOfWorkspace))) ?? { name: styleName(stated) };
}

async function firstStyle(places: readonly vscode.Uri[]): Promise<StyleChoice | undefined> {
  for (const uri of places) {
    const csl = await read(uri);
    if (csl !== undefined) return { name: styleName(uri.path), csl, ...(await parentOf(csl, uri)) };
  }
  return undefined;
}

/**
 * The style that one points to, where it stands beside it, or in the folder above, as in the public collection of styles; no file
 * of a workspace leads out of it.
 */
async function parentOf(csl: string, uri: vscode.Uri): Promise<{ readonly parent?: string }> {
  const parent = independentParent(csl);
  if (parent === undefined || !/^[\w.-]+$/.test(parent)) return {};
  for (const folder of ['..', '../..']) {
    const place = vscode.Uri.joinPath(uri, folder, `${parent}.csl`);
    const text = isOfWorkspace(place) || !isOfWorkspace(uri) ? await read(place) : undefined;
    if (text !== undefined) return { parent: text };
  }
  return {};
}

function isOfWorkspace(uri: vscode.Uri): boolean {
  return vscode.workspace.getWorkspaceFolder(uri) !== undefined;
}

function isAbsolute(path: string): boolean {
  return /^(\/|[a-z]:)/i.test(path);
}

function absolute(path: string, base: vscode.Uri | undefined): vscode.Uri {
  return !base || base.scheme === 'file' ? vscode.Uri.file(path) : base.with({ path });
}

async function read(uri: vscode.Uri): Promise<string | undefined> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return open.getText();
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

import * as vscode from 'vscode';
import { HAS_PATHS, homeFolder } from '#platform/machine';
import type { Entry } from '../../library/model/entry';
import { localDay } from '../../notes/localDay';
import { pdfFileName, pdfNames } from '../../workflows/pdf/pdfFileName';
import { listedPath, pdfFolder, type PdfFolder } from '../../workflows/pdf/pdfFolder';
import { filesOf } from '../host/directFiles';
import { exists } from '../host/newFile';
import { pdfSettings } from '../host/settings';
import type { LibraryService } from '../library/libraryService';
import { noteSentence } from '../notes/noteSentences';
import { allValues, plainValues } from '../notes/paperValues';

/** The name that needs nothing but the citekey. */
const CITEKEY_ALONE = '{{ citekey }}';

/** Where the PDF of a paper goes. */
export interface PdfPlace {
  readonly uri: vscode.Uri;
  /** The same as its list states it. */
  readonly listed: string;
}

/** The first name for a paper's PDF that no file has; or, in a sentence, why there is none. */
export async function pdfPlace(entry: Entry, library: Pick<LibraryService, 'folderOf'>): Promise<PdfPlace | string> {
  const list = entry.source.uri;
  const source = vscode.Uri.parse(list);
  const { folder: path, isOwnFolder, name } = pdfSettings(source);
  const root = library.folderOf(list)?.uri.toString();
  const absolute = (each: string) =>
    HAS_PATHS && source.scheme === 'file' ? vscode.Uri.file(each).toString() : undefined;
  const place = pdfFolder({ path, isOwn: isOwnFolder }, { list, folder: root, home: homeFolder(), absolute });
  if (place.kind === 'outside') {
    return vscode.l10n.t(
      'The setting literatureNotes.pdf.folder leads out of the workspace folder: “{0}”. Only your own settings can name such a folder, by its whole path.',
      path,
    );
  }
  if (place.kind === 'unreachable') {
    return vscode.l10n.t('“{0}” (literatureNotes.pdf.folder) is no folder that can be written from here.', path);
  }
  const occasion = { created: localDay(new Date()) };
  const values =
    name === CITEKEY_ALONE ? plainValues(entry, occasion) : await allValues(entry, occasion, name, undefined);
  const { segments, problem } = pdfFileName(name, values);
  if (problem) return vscode.l10n.t('The setting literatureNotes.pdf.name is wrong: {0}', noteSentence(problem));
  const link = await linkOnTheWay(place, segments.slice(0, -1));
  if (link) {
    return vscode.l10n.t(
      '“{0}” is a link, which may lead out of the workspace folder. Name the folder that it leads to in your own settings (literatureNotes.pdf.folder).',
      vscode.workspace.asRelativePath(link),
    );
  }
  for (const each of pdfNames(segments)) {
    const uri = vscode.Uri.joinPath(vscode.Uri.parse(place.uri), ...each);
    if (!(await exists(uri))) return { uri, listed: listedPath(list, uri.toString(), root, uri.fsPath) };
  }
  return vscode.l10n.t('All names for this PDF are taken in “{0}”.', path);
}

/** A folder below that of the workspace that is a link: what it leads to may be anywhere. */
async function linkOnTheWay(place: PdfFolder, segments: readonly string[]): Promise<vscode.Uri | undefined> {
  if (place.kind !== 'inside') return undefined;
  const below = vscode.Uri.joinPath(vscode.Uri.parse(place.uri), ...segments);
  const top = vscode.Uri.parse(place.root).path.length;
  for (let at = below; at.path.length > top; at = vscode.Uri.joinPath(at, '..')) {
    if (await isLink(at)) return at;
  }
  return undefined;
}

/** What is not there yet is no link. */
async function isLink(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await filesOf(uri).stat(uri)).type & vscode.FileType.SymbolicLink) !== 0;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}

import * as vscode from 'vscode';
import { DISK } from '#platform/disk';
import { isMarkedReadOnly } from '#platform/permissions';
import { type InEditor, type Oddity, oddityOf } from '../../base/byteTruth';
import { type Decoded, decode } from '../../base/decode';
import { type EditPlan, nameBefore } from '../../base/editPlan';
import type { FileState } from '../../base/fileState';
import { hashBytesInTurns } from '../../base/hash';
import { reasonOf } from '../../base/reason';
import { filesOf } from './directFiles';
import { exists } from './newFile';
import { openDocument } from './openDocument';

type DecodedText = Extract<Decoded, { kind: 'text' }>;

/** The files that a plan speaks of, as its check wants to know them. Texts that it edits are opened as they were saved. */
export async function planStates(plan: EditPlan): Promise<Map<string, FileState>> {
  const states = new Map<string, FileState>();
  const look = async (uri: string, stateOf: (uri: vscode.Uri) => Promise<FileState | undefined>) => {
    const state = await stateOf(vscode.Uri.parse(uri));
    if (state) states.set(uri, { ...states.get(uri), ...state });
  };
  for (const { uri } of plan.creates) await look(uri, stateOfName);
  for (const { from, to } of plan.renames) {
    await look(from, stateOfName);
    await look(to, stateOfName);
  }
  for (const { uri } of plan.edits) await look(nameBefore(plan, uri), stateOfText);
  for (const { uri } of plan.deletes) await look(uri, stateOfBytes);
  return states;
}

/** VS Code gives larger files to no extension, in bytes. */
const LARGEST = 50 * 1024 * 1024;

/** Whether a file is too large to be opened and changed. */
export async function isTooLargeToEdit(uri: vscode.Uri): Promise<boolean> {
  if (openDocument(uri)) return false;
  return vscode.workspace.fs.stat(uri).then(
    ({ size }) => size > LARGEST,
    () => false,
  );
}

/** The document of a file, opened with the encoding that we read it by, so that nothing in it is replaced. */
export async function openToEdit(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const decoded = isInMemory(uri) ? undefined : decode(await vscode.workspace.fs.readFile(uri));
  return openAs(uri, decoded?.kind === 'text' ? decoded : undefined);
}

async function openAs(uri: vscode.Uri, read: DecodedText | undefined): Promise<vscode.TextDocument> {
  const open = openDocument(uri);
  if (!read) return open ?? vscode.workspace.openTextDocument(uri);
  // ASCII is the same in all of them: the user's setting decides what is added.
  const isAscii = !/[^\0-\x7f]/.test(read.text) && read.marks === 0;
  const { encoding } = read;
  const document = open ?? (await vscode.workspace.openTextDocument(uri, isAscii ? undefined : { encoding }));
  const isReadAlike = sameLines(document.getText(), read.text);
  // One with changes stays as it is: its check finds what is odd.
  if (isReadAlike || document.isDirty || document.encoding === encoding) return document;
  return vscode.workspace.openTextDocument(uri, { encoding });
}

async function stateOfName(uri: vscode.Uri): Promise<FileState | undefined> {
  return (await exists(uri)) ? { readOnly: await isReadOnly(uri) } : undefined;
}

async function stateOfBytes(uri: vscode.Uri): Promise<FileState | undefined> {
  const bytes = await bytesOf(uri);
  if (!bytes) return undefined;
  const hash = await hashBytesInTurns(bytes);
  return { readOnly: await isReadOnly(uri), unsaved: openDocument(uri)?.isDirty, bytes, hash };
}

async function stateOfText(uri: vscode.Uri): Promise<FileState | undefined> {
  const open = openDocument(uri);
  if (isInMemory(uri)) return open && textState(open);
  if (await isReadOnly(uri)) return { readOnly: true };
  try {
    const bytes = await bytesOf(uri);
    // Somebody deleted the file while it was open; the document saves it anew.
    if (!bytes) return open && textState(open);
    const read = decode(bytes);
    if (read.kind === 'binary') return { oddity: { kind: 'binary' } };
    return await savedState(await openAs(uri, read), bytes);
  } catch (error) {
    return { unreadable: reasonOf(error) };
  }
}

async function savedState(document: vscode.TextDocument, bytes: Uint8Array): Promise<FileState> {
  const editor = await inEditor(bytes, document.encoding);
  const oddity: Oddity | undefined = oddityOf(bytes, editor);
  // The file was written by another program, and the editor has yet to take that in: it is not what the plan was made for.
  if (!document.isDirty && !sameLines(document.getText(), editor.text)) return { oddity };
  return { ...textState(document), unsaved: document.isDirty, oddity };
}

function textState(document: vscode.TextDocument): FileState {
  const eol = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
  return { text: document.getText(), version: document.version, eol, encoding: document.encoding };
}

/** What VS Code makes of bytes, and of the text that it read in them. */
async function inEditor(bytes: Uint8Array, encoding: string): Promise<InEditor> {
  const text = await vscode.workspace.decode(bytes, { encoding });
  return { encoding, text, saved: await vscode.workspace.encode(text, { encoding }) };
}

/** The same but for line ends and byte order marks, which the editor takes out of a text. */
function sameLines(a: string, b: string): boolean {
  const plain = (text: string) => text.replace(/^\uFEFF+/, '').replace(/\r\n?/g, '\n');
  return a === b || plain(a) === plain(b);
}

/** Undefined where there is no such file; throws where it cannot be read. */
async function bytesOf(uri: vscode.Uri): Promise<Uint8Array | undefined> {
  try {
    return await filesOf(uri).readFile(uri);
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}

/** Whether a document is not the text of a file that has bytes of its own. */
function isInMemory({ scheme }: vscode.Uri): boolean {
  return scheme === 'untitled' || scheme === 'vscode-notebook-cell';
}

/** Whether a file must not be written, or cannot be. */
export async function isReadOnly(uri: vscode.Uri): Promise<boolean> {
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== true) return true;
  if (uri.scheme === 'file' && DISK) return isMarkedReadOnly(uri.fsPath);
  return vscode.workspace.fs.stat(uri).then(
    ({ permissions = 0 }) => (permissions & vscode.FilePermission.Readonly) !== 0,
    () => false,
  );
}

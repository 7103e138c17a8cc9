import * as vscode from 'vscode';
import { copyPermissions } from '#platform/permissions';
import { decode } from '../../base/decode';
import type { FileEdits } from '../../base/editPlan';
import type { FileState } from '../../base/fileState';
import { hash53 } from '../../base/hash';
import type { Refusal } from '../../base/planCheck';
import { applyEdits } from '../../base/textEdit';
import { reasonOf } from '../../base/reason';
import { filesOf, removeLeftover } from './directFiles';
import { editedDocument } from './editedDocument';
import { isReadOnly } from './planStates';

/** What became of the edits of a file that no editor has open. */
export type Replacement =
  | { readonly kind: 'done'; readonly state: FileState }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** Only an editor can keep every other byte of this file, or what the file is. */
  | { readonly kind: 'editor' };

/**
 * Edits a file that no editor has open, whole or not at all: what it becomes is written beside it under a name that nobody looks
 * for, and takes its name if the file is still what the edits were made for. Only UTF-8, and files that are no links.
 */
export async function replaceText({ uri, madeFor, edits }: FileEdits): Promise<Replacement> {
  const file = vscode.Uri.parse(uri);
  const refused = (refusal: Refusal): Replacement => ({ kind: 'refused', refusal });
  if (editedDocument(file) || !('hash' in madeFor)) return { kind: 'editor' };
  const files = filesOf(file);
  const unfinished = vscode.Uri.joinPath(file, '..', `.${crypto.randomUUID()}.tmp`);
  let isWritten = false;
  try {
    if (await isReadOnly(file)) return refused({ code: 'read-only', uri });
    const before = await files.stat(file);
    if ((before.type & vscode.FileType.SymbolicLink) !== 0) return { kind: 'editor' };
    const bytes = await files.readFile(file);
    const read = decode(bytes);
    if (read.kind === 'binary' || !read.encoding.startsWith('utf8') || read.marks > 1) return { kind: 'editor' };
    if (hash53(read.text) !== madeFor.hash) return refused({ code: 'changed', uri });
    const text = applyEdits(read.text, edits);
    const encoded = new TextEncoder().encode('\ufeff'.repeat(read.marks) + text);
    await files.writeNew(unfinished, encoded);
    isWritten = true;
    if (file.scheme === 'file') await copyPermissions(file.fsPath, unfinished.fsPath);
    const now = await files.stat(file);
    const isSame = now.mtime === before.mtime && now.size === before.size && isEqual(await files.readFile(file), bytes);
    if (!isSame || editedDocument(file)) {
      await removeLeftover(unfinished);
      return editedDocument(file) ? { kind: 'editor' } : refused({ code: 'changed', uri });
    }
    await files.replace(unfinished, file);
    return { kind: 'done', state: { text: read.text } };
  } catch (error) {
    if (isWritten || !isMissing(error)) await removeLeftover(unfinished);
    return refused(isMissing(error) ? { code: 'missing', uri } : { code: 'not-written', uri, reason: reasonOf(error) });
  }
}

/** Clocks of file systems are coarse: what another program wrote in the same moment is seen by its bytes alone. */
function isEqual(now: Uint8Array, before: Uint8Array): boolean {
  return now.length === before.length && now.every((byte, i) => byte === before[i]);
}

function isMissing(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}

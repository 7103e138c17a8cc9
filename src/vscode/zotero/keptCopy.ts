import * as vscode from 'vscode';
import type { KeptCopy } from '../../online/zotero/liveLibrary';
import type { FileChanges } from '../../workspace/fileChanges';
import { filesOf } from '../host/directFiles';
import { replaceFile } from '../host/ownFile';

/** The file that keeps what was last seen of a library; who follows files is told when it is written. */
export function keptCopy(uri: vscode.Uri, changes: FileChanges): KeptCopy {
  return {
    read: () => orNothing(filesOf(uri).readFile(uri)),
    stamp: async () => {
      const stat = await orNothing(filesOf(uri).stat(uri));
      return stat && stat.mtime + stat.size / 1e12;
    },
    write: async (bytes) => {
      await replaceFile(uri, bytes);
      changes.wrote(uri.toString());
    },
  };
}

async function orNothing<T>(asked: Thenable<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}

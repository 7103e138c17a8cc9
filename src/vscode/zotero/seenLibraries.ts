import * as vscode from 'vscode';
import type { SeenLibrary } from '../../online/zotero/annotations';
import { Snapshot } from '../../online/zotero/snapshot';
import { filesOf } from '../host/directFiles';
import type { LiveSource } from './liveSources';

/** What was last seen of libraries of Zotero; those that were not asked for yet are left out. */
export async function seenLibraries(sources: readonly LiveSource[]): Promise<SeenLibrary[]> {
  const seen: SeenLibrary[] = [];
  for (const { followed, copy } of sources) {
    if (followed.server !== 'zotero') continue;
    const snapshot = await snapshotAt(copy);
    if (snapshot) seen.push({ followed, snapshot });
  }
  return seen;
}

async function snapshotAt(copy: vscode.Uri): Promise<Snapshot | undefined> {
  try {
    return await Snapshot.read(await filesOf(copy).readFile(copy));
  } catch (error) {
    // It has not been asked for yet.
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}

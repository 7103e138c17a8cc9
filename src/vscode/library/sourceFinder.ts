import * as vscode from 'vscode';
import { NEVER_GLOB } from '../host/excludes';
import { type SourceFile, type SourcePattern, sourcePatterns } from './sourcePattern';

/** Finds the files that the settings name as sources. */
export class SourceFinder {
  #patterns: readonly SourcePattern[] = sourcePatterns();

  get patterns(): readonly SourcePattern[] {
    return this.#patterns;
  }

  /** Reads the settings anew: after a change of settings, folders or trust. */
  reconfigure(): void {
    this.#patterns = sourcePatterns();
  }

  /** All sources by precedence: order of folders and patterns, then path. A named path that does not exist is included. */
  async find(): Promise<SourceFile[]> {
    const found = await Promise.all(this.#patterns.map((pattern) => this.#findOne(pattern)));
    const byUri = new Map<string, SourceFile>();
    for (const files of found) {
      files.sort((a, b) => (a.uri.path < b.uri.path ? -1 : 1));
      for (const file of files) if (!byUri.has(file.uri.toString())) byUri.set(file.uri.toString(), file);
    }
    return [...byUri.values()];
  }

  /** The file as a source by the first pattern that it matches. */
  match(uri: vscode.Uri): SourceFile | undefined {
    for (const pattern of this.#patterns) {
      const file = pattern.match(uri);
      if (file) return file;
    }
    return undefined;
  }

  async #findOne(pattern: SourcePattern): Promise<SourceFile[]> {
    const { literal } = pattern;
    const uris = literal ? [literal] : await vscode.workspace.findFiles(pattern.relative, NEVER_GLOB);
    return uris.map((uri) => pattern.match(uri)).filter((file) => file !== undefined);
  }
}

import * as vscode from 'vscode';
import { inBackground } from '../../../base/inBackground';
import { toRange } from '../../host/convert';
import type { Log } from '../../host/log';
import { ProblemCollection } from '../../host/problemCollection';
import { PROBLEM_SOURCE } from '../../host/problems';
import { problemSeverity } from '../../host/settings';
import type { LibraryService } from '../../library/libraryService';
import type { UncitedInLists } from './uncitedInLists';

/** How long nothing must change before lists are looked through, in milliseconds. */
const QUIET_MS = 800;

/** Fades the entries of open paper lists that no document cites, where the user wants that. */
export class UnusedEntries implements vscode.Disposable {
  readonly #library: LibraryService;
  readonly #lists: UncitedInLists;
  readonly #log: Log;
  readonly #collection = new ProblemCollection('literature-notes-unused');
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(library: LibraryService, lists: UncitedInLists, log: Log) {
    this.#library = library;
    this.#lists = lists;
    this.#log = log;
  }

  /** Something changed: looks again, in a while. */
  lookSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => inBackground(this.#look()), QUIET_MS);
  }

  async #look(): Promise<void> {
    try {
      const found: [vscode.Uri, vscode.Diagnostic[]][] = [];
      for (const document of vscode.workspace.textDocuments) {
        const severity = this.#library.isSource(document.uri) ? problemSeverity('unused-entry', document) : undefined;
        if (severity !== undefined) found.push([document.uri, await this.#problemsOf(document.uri, severity)]);
      }
      this.#collection.setAll(found);
    } catch (error) {
      this.#log.error('Looking for unused entries', error);
    }
  }

  async #problemsOf(uri: vscode.Uri, severity: vscode.DiagnosticSeverity): Promise<vscode.Diagnostic[]> {
    const uncited = await this.#lists.of([uri.toString()]);
    if (uncited.is !== 'known') return [];
    return uncited.entries.map(({ citekey, source }) => {
      const sentence = vscode.l10n.t('No document of the workspace cites “{0}”.', citekey);
      const shown = new vscode.Diagnostic(toRange(source.range), sentence, severity);
      shown.code = 'unused-entry';
      shown.source = PROBLEM_SOURCE;
      shown.tags = [vscode.DiagnosticTag.Unnecessary];
      return shown;
    });
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#collection.dispose();
  }
}

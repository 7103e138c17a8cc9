import * as vscode from 'vscode';
import { CITED, NOT_WRITABLE } from './paperCompletionItem';
import type { RecentPapers } from './recentPapers';
import { citekeysOf } from '../../choosing/paperArguments';
import type { Command } from '../../host/command';
import { canWriteAll } from '../inserting/unwritable';
import { syntaxOf } from '../syntaxOf';

/** Remembers which papers were cited, so that completions offer them first. */
export class Cited implements Command {
  readonly id = CITED;
  readonly #recent: RecentPapers;

  constructor(recent: RecentPapers) {
    this.#recent = recent;
  }

  execute(...args: unknown[]): void {
    this.#recent.add(citekeysOf(args));
  }
}

/** Says why a paper of the completion list was not cited. */
export class NotWritable implements Command {
  readonly id = NOT_WRITABLE;

  execute(key: unknown, document: unknown): void {
    const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === document);
    if (typeof key === 'string' && open) canWriteAll([key], syntaxOf(open));
  }
}

import * as vscode from 'vscode';
import { citationsIn, type DocumentCitations } from '../../citations/document';
import type { Syntax } from '../../citations/syntax';
import { PREFIX } from '../host/settings';
import { type DefinedCommands, knownSyntaxOf } from './syntaxOf';

/** A document with the citations in it, as of one version. */
export interface CitingDocument extends DocumentCitations {
  readonly syntax: Syntax;
  readonly text: string;
}

interface Scan {
  readonly version: number;
  readonly languageId: string;
  readonly citing: CitingDocument | undefined;
}

/** The citations of open documents. Each document is scanned when it is asked for, once a version. */
export class CitingDocuments implements vscode.Disposable {
  readonly #scans = new Map<vscode.TextDocument, Scan>();
  readonly #defined: DefinedCommands;
  readonly #subscriptions: vscode.Disposable[];

  constructor(defined: DefinedCommands) {
    this.#defined = defined;
    this.#subscriptions = [
      defined.onDidChangeCommands(() => this.#scans.clear()),
      vscode.workspace.onDidCloseTextDocument((document) => this.#scans.delete(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#scans.delete(document)),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(PREFIX)) this.#scans.clear();
      }),
    ];
  }

  /** A document with its citations; undefined where no syntax is made for it. */
  of(document: vscode.TextDocument): CitingDocument | undefined {
    const known = this.#scans.get(document);
    if (known?.version === document.version && known.languageId === document.languageId) return known.citing;
    const citing = scan(document, this.#defined);
    const { version, languageId } = document;
    if (!document.isClosed) this.#scans.set(document, { version, languageId, citing });
    return citing;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#scans.clear();
  }
}

function scan(document: vscode.TextDocument, defined: DefinedCommands): CitingDocument | undefined {
  const syntax = knownSyntaxOf(document, defined);
  if (!syntax) return undefined;
  const text = document.getText();
  return { syntax, text, ...citationsIn(text, syntax) };
}

import type * as vscode from 'vscode';
import type { Syntax } from '../../citations/syntax';
import { knownSyntax, SYNTAXES } from '../../citations/syntaxes';
import { latexWith } from '../../citations/syntaxes/latex';
import { latexCommands } from '../host/settings';

/** The syntax of a document, with what the user says about it; undefined where no syntax is made for it. */
export function knownSyntaxOf(document: vscode.TextDocument): Syntax | undefined {
  const id = knownSyntax(document.languageId, document.uri.path);
  if (id !== 'latex') return id && SYNTAXES[id];
  const commands = latexCommands(document);
  return commands.length > 0 ? latexWith({ commands }) : SYNTAXES.latex;
}

/** The syntax of a document; Pandoc's where none is made for it. */
export function syntaxOf(document: vscode.TextDocument): Syntax {
  return knownSyntaxOf(document) ?? SYNTAXES.pandoc;
}

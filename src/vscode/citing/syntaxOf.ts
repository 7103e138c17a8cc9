import * as vscode from 'vscode';
import type { Syntax } from '../../citations/syntax';
import { DEFAULT_SYNTAX, knownSyntax } from '../../citations/syntaxes';
import { latexCommands } from '../host/settings';

/** The syntax of a document, with what the user says about it; undefined where no syntax is made for it. */
export function knownSyntaxOf(document: vscode.TextDocument): Syntax | undefined {
  const syntax = knownSyntax(document.languageId, document.uri.path, () => document.getText());
  return withOwnCommands(syntax, document);
}

/** The same of a file that is not open, by its name and text. */
export function knownSyntaxOfFile(uri: string, text: string): Syntax | undefined {
  const file = vscode.Uri.parse(uri);
  return withOwnCommands(
    knownSyntax('', file.path, () => text),
    file,
  );
}

function withOwnCommands(syntax: Syntax | undefined, scope: vscode.ConfigurationScope): Syntax | undefined {
  if (!syntax?.withCommands) return syntax;
  const commands = latexCommands(scope);
  return commands.length > 0 ? syntax.withCommands(commands) : syntax;
}

/** The syntax of a document; Pandoc's where none is made for it. */
export function syntaxOf(document: vscode.TextDocument): Syntax {
  return knownSyntaxOf(document) ?? DEFAULT_SYNTAX;
}

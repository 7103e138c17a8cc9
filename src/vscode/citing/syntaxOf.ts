import * as vscode from 'vscode';
import type { Syntax } from '../../citations/syntax';
import { DEFAULT_SYNTAX, knownSyntax } from '../../citations/syntaxes';
import { latexCommands } from '../host/settings';

/** Who knows what commands the files of a document define for one another to cite. */
export interface DefinedCommands {
  commandsOf(uri: string): readonly string[];
  /** Fires the URIs of the files that have others now. */
  readonly onDidChangeCommands: vscode.Event<readonly string[]>;
}

/** The syntax of a document, with what the user and its other files say about it; undefined where no syntax is made for it. */
export function knownSyntaxOf(document: vscode.TextDocument, defined?: DefinedCommands): Syntax | undefined {
  const syntax = knownSyntax(document.languageId, document.uri.path, () => document.getText());
  return withOwnCommands(syntax, document, defined?.commandsOf(document.uri.toString()));
}

/** The same of a file that is not open, by its name and text. */
export function knownSyntaxOfFile(uri: string, text: string, defined?: DefinedCommands): Syntax | undefined {
  const file = vscode.Uri.parse(uri);
  return withOwnCommands(
    knownSyntax('', file.path, () => text),
    file,
    defined?.commandsOf(uri),
  );
}

function withOwnCommands(
  syntax: Syntax | undefined,
  scope: vscode.ConfigurationScope,
  defined: readonly string[] = [],
): Syntax | undefined {
  if (!syntax?.withCommands) return syntax;
  const commands = [...latexCommands(scope), ...defined];
  return commands.length > 0 ? syntax.withCommands(commands) : syntax;
}

/** The syntax of a document; Pandoc's where none is made for it. */
export function syntaxOf(document: vscode.TextDocument, defined?: DefinedCommands): Syntax {
  return knownSyntaxOf(document, defined) ?? DEFAULT_SYNTAX;
}

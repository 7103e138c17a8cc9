import * as vscode from 'vscode';
import { openMarked, remove } from '../support';

/** A document of one language: of a language that VS Code knows, or a file whose language it does not. */
export interface Language {
  readonly name: string;
  readonly language?: string;
  /** What the names of its files end with. */
  readonly extension?: string;
}

export const MARKDOWN: Language = { name: 'Markdown', language: 'markdown' };
export const LATEX: Language = { name: 'LaTeX', language: 'latex' };
export const REST: Language = { name: 'reStructuredText', language: 'restructuredtext' };
export const TYPST: Language = { name: 'Typst', extension: '.typ' };
export const ORG: Language = { name: 'Org', extension: '.org' };
export const ASCIIDOC: Language = { name: 'AsciiDoc', extension: '.adoc' };
export const QUARTO: Language = { name: 'Quarto', extension: '.qmd' };

/** Every document gets a name of its own: VS Code may still hold the text of a file that was removed just before. */
let documents = 0;

/** Opens a document with its cursor at the `|`, does something with it, and removes its file. */
export async function inDocument<T>(
  { language, extension }: Language,
  marked: string,
  act: (editor: vscode.TextEditor, cursor: vscode.Position) => Promise<T>,
): Promise<T> {
  const path = extension && `draft${documents++}${extension}`;
  const editor = await openMarked(marked, { language, path });
  try {
    return await act(editor, editor.selection.active);
  } finally {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    if (path) await remove(path);
  }
}

/** The text of a document after edits as VS Code would make them. */
export function edited(document: vscode.TextDocument, edits: readonly vscode.TextEdit[]): string {
  const text = document.getText();
  const ordered = [...edits].sort((a, b) => document.offsetAt(b.range.start) - document.offsetAt(a.range.start));
  return ordered.reduce(
    (now, { range, newText }) =>
      now.slice(0, document.offsetAt(range.start)) + newText + now.slice(document.offsetAt(range.end)),
    text,
  );
}

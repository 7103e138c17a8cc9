import * as vscode from 'vscode';
import type { CitationForm } from '../../../citations/syntax';
import { isSyntaxId, type SyntaxId } from '../../../citations/syntaxes';

/** How a citation reads, as words to choose. */
export function formName(form: CitationForm): string {
  const names: Record<CitationForm, string> = {
    parenthetical: vscode.l10n.t('In parentheses'),
    narrative: vscode.l10n.t('In the sentence'),
    year: vscode.l10n.t('Year only'),
    author: vscode.l10n.t('Author only'),
    footnote: vscode.l10n.t('Footnote'),
    nocite: vscode.l10n.t('In the bibliography only'),
  };
  return names[form];
}

/** A syntax by the name of its language. */
export function syntaxName(syntax: string): string {
  const names: Record<SyntaxId, string> = {
    pandoc: 'Markdown (Pandoc, Quarto)',
    myst: 'Markdown (MyST)',
    latex: 'LaTeX',
    typst: 'Typst',
    org: 'Org',
    rst: 'reStructuredText',
    asciidoc: 'AsciiDoc',
    multimarkdown: 'MultiMarkdown',
    jekyll: 'Jekyll-Scholar',
  };
  return isSyntaxId(syntax) ? names[syntax] : syntax;
}

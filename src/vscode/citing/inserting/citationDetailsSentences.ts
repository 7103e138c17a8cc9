import * as vscode from 'vscode';
import type { LocatorKind } from '../../../citations/locator';
import type { CitationForm } from '../../../citations/syntax';
import { isSyntaxId, type SyntaxId } from '../../../citations/syntaxes';

/** What a locator counts, as a word to choose. */
export function locatorName(kind: LocatorKind): string {
  const names: Record<LocatorKind, string> = {
    act: vscode.l10n.t('Act'),
    appendix: vscode.l10n.t('Appendix'),
    'article-locator': vscode.l10n.t('Article'),
    book: vscode.l10n.t('Book'),
    canon: vscode.l10n.t('Canon'),
    chapter: vscode.l10n.t('Chapter'),
    column: vscode.l10n.t('Column'),
    equation: vscode.l10n.t('Equation'),
    figure: vscode.l10n.t('Figure'),
    folio: vscode.l10n.t('Folio'),
    issue: vscode.l10n.t('Issue'),
    line: vscode.l10n.t('Line'),
    note: vscode.l10n.t('Note'),
    number: vscode.l10n.t('Number'),
    opus: vscode.l10n.t('Opus'),
    page: vscode.l10n.t('Page'),
    paragraph: vscode.l10n.t('Paragraph'),
    part: vscode.l10n.t('Part'),
    rule: vscode.l10n.t('Rule'),
    scene: vscode.l10n.t('Scene'),
    section: vscode.l10n.t('Section'),
    'sub-verbo': vscode.l10n.t('Headword'),
    table: vscode.l10n.t('Table'),
    timestamp: vscode.l10n.t('Time'),
    'title-locator': vscode.l10n.t('Title'),
    verse: vscode.l10n.t('Verse'),
    volume: vscode.l10n.t('Volume'),
  };
  return names[kind];
}

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

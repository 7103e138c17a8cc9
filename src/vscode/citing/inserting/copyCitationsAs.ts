import * as vscode from 'vscode';
import { applyEdits, type TextEdit } from '../../../base/textEdit';
import type { OffsetRange } from '../../../base/position';
import { around, convertCitation, convertible } from '../../../citations/convert';
import { citationAt } from '../../../citations/insert';
import type { FoundCitation, Syntax } from '../../../citations/syntax';
import { isSyntaxId, SYNTAXES } from '../../../citations/syntaxes';
import { syntaxName } from './citationDetailsSentences';
import { syntaxOf } from '../syntaxOf';
import { canWriteAll } from './unwritable';
import { pick } from '../../host/ask';
import { tell } from '../../host/tell';
import type { Command } from '../../host/command';

/**
 * Copies the selected text with its citations turned into another syntax, prefixes and locators included. Without a selection,
 * the citation at the cursor is copied.
 */
export class CopyCitationsAs implements Command {
  readonly id = 'literatureNotes.copyCitationsAs';

  /** @param target the name of the syntax to turn them into; it is asked for where it is left out */
  async execute(target?: unknown): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const from = editor && syntaxOf(editor.document);
    const selected = editor && from ? selectedCitations(editor, from) : [];
    if (!editor || !from || selected.length === 0) {
      tell(vscode.l10n.t('Select text with citations, or put the cursor into a citation.'));
      return;
    }
    const to = isSyntaxId(target) ? SYNTAXES[target] : await pickSyntax(from, selected[0].citations[0]);
    if (!to) return;
    const keys = selected.flatMap(({ citations }) => citations.flatMap(({ items }) => items.map((item) => item.key)));
    if (!canWriteAll(keys, to)) return;
    const text = editor.document.getText();
    const copied = selected.map(({ range, citations }) => converted(text, range, citations, from, to));
    await vscode.env.clipboard.writeText(copied.join(editor.document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n'));
  }
}

interface Selected {
  readonly range: OffsetRange;
  readonly citations: readonly FoundCitation[];
}

/** The stretches of text to copy: each selection with the citations in it, or the citation at a cursor. */
function selectedCitations({ document, selections }: vscode.TextEditor, syntax: Syntax): Selected[] {
  // The whole text is read, as what stands before a selection can make code of it.
  const found = convertible(syntax.find(document.getText()));
  const parts = selections.map((selection): Selected => {
    const range = { start: document.offsetAt(selection.start), end: document.offsetAt(selection.end) };
    if (selection.isEmpty) {
      const citation = citationAt(found, range.start);
      return citation ? { range: citation.range, citations: [citation] } : { range, citations: [] };
    }
    return { range, citations: found.filter((one) => range.start <= one.range.start && one.range.end <= range.end) };
  });
  return parts.filter(({ citations }) => citations.length > 0);
}

function converted(
  text: string,
  { start, end }: OffsetRange,
  citations: readonly FoundCitation[],
  from: Syntax,
  to: Syntax,
): string {
  const edits = citations.map((citation): TextEdit => ({
    start: citation.range.start - start,
    end: citation.range.end - start,
    newText: convertCitation(citation, from, to, around(text.slice(start, end), within(citation.range, start))),
  }));
  return applyEdits(text.slice(start, end), edits);
}

/** A range as counted from an offset. */
function within({ start, end }: OffsetRange, from: number): OffsetRange {
  return { start: start - from, end: end - from };
}

async function pickSyntax(from: Syntax, example: FoundCitation): Promise<Syntax | undefined> {
  const others = Object.values(SYNTAXES).filter(({ id }) => id !== from.id);
  const choices = others.map((syntax) => ({
    label: syntaxName(syntax.id),
    description: convertCitation(example, from, syntax),
    syntax,
  }));
  const placeHolder = vscode.l10n.t('Turn the citations into');
  return (await pick(choices, { placeHolder }))?.syntax;
}

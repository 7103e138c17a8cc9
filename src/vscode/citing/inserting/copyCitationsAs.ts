import * as vscode from 'vscode';
import { applyEdits, type TextEdit } from '../../../base/textEdit';
import type { OffsetRange } from '../../../base/position';
import { around, convertCitation, hasFormIn, isConvertible } from '../../../citations/convert';
import { citationAt } from '../../../citations/insert';
import type { FoundCitation, Syntax } from '../../../citations/syntax';
import { DEFAULT_SYNTAX, isSyntaxId, SYNTAXES } from '../../../citations/syntaxes';
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
    if (selected.every(({ citations }) => citations.every((one) => !hasFormIn(one, to)))) {
      tell(
        vscode.l10n.t(
          'A citation there is always shown. A work that is only to be listed is named in the front matter of Markdown: {0}',
          `nocite: "${DEFAULT_SYNTAX.format({ form: 'nocite', items: keys.map((key) => ({ key })) })}"`,
        ),
      );
      return;
    }
    const copied = selected.map(({ range, citations }) =>
      converted(
        text,
        range,
        citations.filter((one) => hasFormIn(one, to)),
        from,
        to,
      ),
    );
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
  const found = syntax.find(document.getText()).filter(isConvertible);
  const parts = selections.map((selection): Selected => {
    const range = { start: document.offsetAt(selection.start), end: document.offsetAt(selection.end) };
    if (selection.isEmpty) {
      const citation = citationAt(found, range.start);
      return citation ? { range: citation.range, citations: [citation] } : { range, citations: [] };
    }
    return { range, citations: outermost(found.filter((one) => isWithin(one.range, range))) };
  });
  return parts.filter(({ citations }) => citations.length > 0);
}

/** Without those in the notes of others, which go with them. A note alone may be selected. */
function outermost(found: readonly FoundCitation[]): FoundCitation[] {
  let end = 0;
  return found.filter(({ range }) => {
    const isApart = range.start >= end;
    if (isApart) ({ end } = range);
    return isApart;
  });
}

function isWithin(range: OffsetRange, { start, end }: OffsetRange): boolean {
  return start <= range.start && range.end <= end;
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

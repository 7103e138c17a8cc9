import type { TextEdit } from '../../base/textEdit';
import { bibFields } from '../bibtex/record';
import type { FormatId } from '../formats/reader';
import { checkChange } from './checkChange';
import { isRefusal, type EditRefusal } from './editRefusal';
import type { Draw, SourceChange, SourceEditor } from './sourceChange';
import { SOURCE_EDITORS } from './sourceEditors';
import type { WrittenEntry } from './entryToWrite';

/**
 * The edits that make a change to a source, in its own style; the rest of its text stays byte for byte. They are checked
 * before they are given: the text with them is read again, and says what was wanted, and nothing else that it did not say
 * before. Where that is not so, a refusal with its reason.
 * @param text the source's present text, which the edits are for
 */
export function changeSource(format: FormatId, text: string, change: SourceChange): readonly TextEdit[] | EditRefusal {
  const editor = SOURCE_EDITORS[format];
  const cut = newEntries(change)
    .map(cutField)
    .find((refusal) => refusal !== undefined);
  if (cut) return cut;
  const edits = editor && drawEdits(editor, text, change);
  if (editor === undefined || edits === undefined) return { code: 'not-written' };
  if (isRefusal(edits)) return edits;
  const real = edits.filter(({ start, end, newText }) => text.slice(start, end) !== newText);
  return checkChange({ format, editor, text, edits: real, change }) ?? real;
}

function drawEdits(editor: SourceEditor, text: string, change: SourceChange): ReturnType<Draw<'add'>> | undefined {
  const draw = editor.draw[change.kind] as
    | ((text: string, change: SourceChange) => ReturnType<Draw<'add'>>)
    | undefined;
  return draw?.(text, change);
}

function newEntries(change: SourceChange): readonly WrittenEntry[] {
  if (change.kind === 'add') return change.entries;
  return change.kind === 'replaceEntry' ? [change.entry] : [];
}

/** An entry with a field that has no end was cut where it was read; the rest of that field is lost. */
function cutField({ citekey, record }: WrittenEntry): EditRefusal | undefined {
  const cut = record.format === 'bibtex' ? bibFields(record).find(({ kind }) => kind === 'open') : undefined;
  return cut && { code: 'broken-entry', key: citekey, name: cut.name };
}

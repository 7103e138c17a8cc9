import * as vscode from 'vscode';
import { type EditPlan, planOf } from '../../base/editPlan';
import type { Entry } from '../../library/model/entry';
import { attachedFile } from '../../library/writing/attachedFile';
import { isRefusal } from '../../library/writing/editRefusal';
import { fileNameOf } from '../../workspace/uri';
import { toRange } from '../host/convert';
import { isTooLargeToEdit, openToEdit } from '../host/planStates';
import { refusalSentence } from '../library/editRefusalSentences';
import type { LibraryService } from '../library/libraryService';

/** The plan that has an entry name a PDF as its own; or, in a sentence, why its list cannot. */
export async function attachingPlan(
  entry: Entry,
  listed: string,
  library: Pick<LibraryService, 'planChange' | 'isCopy' | 'isSample'>,
): Promise<EditPlan | string> {
  const { uri: list, range } = entry.source;
  const file = fileNameOf(list);
  if (library.isSample)
    return vscode.l10n.t('Papers of the sample library have no place for files. Open a list of your own.');
  if (library.isCopy(list))
    return vscode.l10n.t('“{0}” is a copy of another program\u2019s library. Add the PDF there.', file);
  const change = attachedFile(entry.record, { path: listed, type: 'PDF' });
  if (!change)
    return vscode.l10n.t('“{0}” has no place for the PDF of “{1}”. BibTeX and RIS have.', file, entry.citekey);
  const uri = vscode.Uri.parse(list);
  if (await isTooLargeToEdit(uri)) return refusalSentence({ code: 'too-large' }, file);
  const document = await openToEdit(uri);
  const { version } = document;
  const at = document.offsetAt(toRange(range).start);
  const edits = await library.planChange(document, { kind: 'setFields', at, fields: [change] });
  return isRefusal(edits) ? refusalSentence(edits, file) : planOf(list, { version }, edits);
}

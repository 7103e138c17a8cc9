import * as vscode from 'vscode';
import { planOf } from '../../base/editPlan';
import { ONLY_READ } from '../../library/formats/reader';
import type { Entry } from '../../library/model/entry';
import { isRefusal } from '../../library/writing/editRefusal';
import type { EditableField, EditedText } from '../../library/writing/editableField';
import { statedField } from '../../library/writing/statedField';
import { fileNameOf } from '../../workspace/uri';
import { carryOutWith } from '../host/carryOut';
import { toRange } from '../host/convert';
import type { LastChange } from '../host/lastChange';
import { isTooLargeToEdit, openToEdit } from '../host/planStates';
import { refusalSentence } from '../library/editRefusalSentences';
import type { LibraryService } from '../library/libraryService';

/** What became of a field: it is changed, it is not and a sentence says why, or it is not and the user knows why. */
export type EditOutcome = { readonly kind: 'done' | 'told' } | { readonly kind: 'refused'; readonly sentence: string };

/** Changes one field of an entry in its source, as an edit that can be undone. It saves nothing. */
export class FieldEditor {
  readonly #library: LibraryService;
  readonly #lastChange: LastChange;

  constructor(library: LibraryService, lastChange: LastChange) {
    this.#library = library;
    this.#lastChange = lastChange;
  }

  /** Whether fields of an entry can be changed one at a time. */
  canEdit({ source }: Entry): boolean {
    const format = this.#library.formatOf(vscode.Uri.parse(source.uri));
    if (this.#library.isSample || this.#library.isCopy(source.uri)) return false;
    return format !== undefined && format !== 'text-list' && !ONLY_READ.has(format);
  }

  /** A field as it stands in the source; or, in a sentence, why it cannot be changed by itself. */
  stated(entry: Entry, field: EditableField): EditedText | string {
    if (!this.canEdit(entry)) return refusalSentence({ code: 'not-written' }, fileNameOf(entry.source.uri));
    const stated = statedField(entry, field);
    if (!stated) return vscode.l10n.t('This value consists of several parts. Change it in the source.');
    const { name, text, form } = stated;
    return { name, text, form };
  }

  async save(entry: Entry, field: EditableField, text: string): Promise<EditOutcome> {
    const file = fileNameOf(entry.source.uri);
    const stated = statedField(entry, field);
    const change = stated?.change(text);
    if (!this.canEdit(entry)) return refused(refusalSentence({ code: 'not-written' }, file));
    if (!stated || !change) return refused(refusalSentence({ code: 'unfit-field', name: stated?.name ?? field }, file));
    if (text.trim() === stated.text.trim()) return { kind: 'told' };
    const uri = vscode.Uri.parse(entry.source.uri);
    if (await isTooLargeToEdit(uri)) return refused(refusalSentence({ code: 'too-large' }, file));
    const document = await openToEdit(uri);
    const { version } = document;
    const at = document.offsetAt(toRange(entry.source.range).start);
    const edits = await this.#library.planChange(document, { kind: 'setFields', at, fields: [change] });
    if (isRefusal(edits)) return refused(refusalSentence(edits, file));
    const outcome = await carryOutWith(planOf(entry.source.uri, { version }, edits), {});
    if (outcome.kind !== 'done') return { kind: 'told' };
    this.#lastChange.remember(outcome.undo);
    return { kind: 'done' };
  }
}

function refused(sentence: string): EditOutcome {
  return { kind: 'refused', sentence };
}

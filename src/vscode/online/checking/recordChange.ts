import * as vscode from 'vscode';
import { type EditPlan, planOf } from '../../../base/editPlan';
import { isRefusal } from '../../../library/writing/editRefusal';
import type { ClaimedField, JudgedField } from '../../../online/verifying/judgement';
import type { Verified } from '../../../workflows/metadata/verifyEntries';
import { changeTo, recordValue } from '../../../workflows/metadata/writtenField';
import { fileNameOf } from '../../../workspace/uri';
import { toRange } from '../../host/convert';
import { openToEdit } from '../../host/planStates';
import { refusalSentence } from '../../library/editRefusalSentences';
import type { LibraryService } from '../../library/libraryService';
import { fieldName } from './verdictSentences';

/** A change that makes an entry say what the record says that contradicts it. */
export interface RecordChange {
  readonly field: ClaimedField;
  /** `Change the year to “2020”`. */
  readonly title: string;
  /** The plan of the change, or in a sentence why there is none. */
  readonly plan: () => Promise<EditPlan | string>;
}

const LONGEST = 80;

/** The change that takes the record's value over; undefined where there is none to take. */
export function recordChange(
  { entry, evidence }: Verified,
  { field, verdict, by, found }: JudgedField,
  library: Pick<LibraryService, 'planChange'>,
): RecordChange | undefined {
  if (verdict !== 'contradicted' || field === 'arxiv') return undefined;
  // The record that the problem speaks of, where it is clear which that is.
  const usable = evidence.filter(({ item }) => changeTo(entry, field, item) !== undefined);
  const own = usable.filter(({ service }) => service === by);
  const said = own.find(({ item }) => recordValue(item, field) === found);
  const record = (said ?? own.at(0) ?? usable.at(0))?.item;
  // The record of a wrong identifier is that of another paper: there is nothing to take from it but the right one.
  if (!record || (field === 'doi' && record.DOI !== found)) return undefined;
  const title = vscode.l10n.t('Change the {0} to “{1}”', fieldName(field), cut(recordValue(record, field) ?? ''));
  const plan = async () => {
    const change = changeTo(entry, field, record);
    const { uri, range } = entry.source;
    const document = await openToEdit(vscode.Uri.parse(uri));
    const { version } = document;
    const at = document.offsetAt(toRange(range).start);
    const edits = await library.planChange(document, { kind: 'setFields', at, fields: change ? [change] : [] });
    return isRefusal(edits) ? refusalSentence(edits, fileNameOf(uri)) : planOf(uri, { version }, edits);
  };
  return { field, title, plan };
}

/** As much of a value as the title of a quick fix has room for. */
function cut(value: string): string {
  return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
}

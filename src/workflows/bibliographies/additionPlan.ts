import { mapCooperatively } from '../../base/cooperate';
import { type EditPlan, madeForText, planOf, planOfNewFile } from '../../base/editPlan';
import { applyEdits, type TextEdit } from '../../base/textEdit';
import type { FormatId } from '../../library/formats/reader';
import type { Entry } from '../../library/model/entry';
import { bibAddition } from '../../library/writing/bibAddition';
import { BibText } from '../../library/writing/bibText';
import { type EditRefusal, isRefusal } from '../../library/writing/editRefusal';
import type { SourceChange } from '../../library/writing/sourceChange';
import { writtenEntry } from '../../library/writing/writtenEntry';

/** The list that entries are added to. */
export interface AdditionList {
  readonly uri: string;
  readonly format: FormatId;
  /** As the editor has it; undefined where the file is to be made. */
  readonly text: string | undefined;
}

/** What an addition has to know. */
export interface AdditionFiles {
  readonly list: AdditionList;
  /** The texts of the other .bib files of the same bibliography. */
  readonly beside: readonly string[];
  /** The text of a paper list as the editor has it. */
  readonly textOf: (uri: string) => Promise<string | undefined>;
  /** The checked edits that change the list, whose text is this. */
  readonly change: (text: string, change: SourceChange) => Promise<readonly TextEdit[] | EditRefusal>;
}

/**
 * The plan that adds entries at the end of a list of a bibliography: in BibTeX as they are written where they come from, with
 * the abbreviations and parents that they need; in other formats as these write them. Or why it cannot be.
 */
export async function planAddition(
  entries: readonly Entry[],
  { list, beside, textOf, change }: AdditionFiles,
): Promise<EditPlan | EditRefusal> {
  const text = list.text ?? '';
  const written = await mapCooperatively(entries, (entry) => writtenEntry(entry, list.format));
  const addition = list.format === 'bibtex' ? await inBibtex(entries, text, beside, textOf) : undefined;
  if (addition && 'unfit' in addition) return { code: 'unfit-key', key: addition.unfit };
  const edits = await change(text, { kind: 'add', entries: written, ...(addition && { written: addition }) });
  if (isRefusal(edits)) return edits;
  if (list.text === undefined) return planOfNewFile(list.uri, applyEdits('', edits));
  return planOf(list.uri, madeForText(list.text), edits);
}

async function inBibtex(
  entries: readonly Entry[],
  text: string,
  beside: readonly string[],
  textOf: AdditionFiles['textOf'],
) {
  const sources = new Map<string, BibText | undefined>();
  for (const { source, record } of entries) {
    if (record.format !== 'bibtex' || sources.has(source.uri)) continue;
    const own = await textOf(source.uri);
    sources.set(source.uri, own === undefined ? undefined : new BibText(own));
  }
  const added = await mapCooperatively(entries, (entry) => ({
    entry: writtenEntry(entry, 'bibtex'),
    from: sources.get(entry.source.uri),
  }));
  return bibAddition(added, { text, bibliography: [text, ...beside].map((each) => new BibText(each)) });
}

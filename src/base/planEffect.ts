import { type Deletion, type EditPlan, type FileEdits, madeForText, nameBefore, type NewFile } from './editPlan';
import { hashBytes53 } from './hash';
import { applyEdits, type TextEdit } from './textEdit';
import type { FileStates } from './fileState';

/*
 * What a plan does to files, and what would take that back. Both ask for a plan that its check found nothing against, with
 * the states that it was checked with.
 */

/** The texts that a plan edits as they will be, by the URIs that the files then have. */
export function textsAfter(plan: EditPlan, states: FileStates): Map<string, string> {
  return new Map([...editsByFile(plan)].map(([uri, edits]) => [uri, applyEdits(textBefore(plan, states, uri), edits)]));
}

/** The plan that gives back every byte, as long as nobody changes the files after the first plan. */
export function invertPlan(plan: EditPlan, states: FileStates): EditPlan {
  const after = textsAfter(plan, states);
  const edits = [...editsByFile(plan)].map(([uri, edits]): FileEdits => ({
    uri: nameBefore(plan, uri),
    madeFor: madeForText(after.get(uri)!),
    edits: invertEdits(textBefore(plan, states, uri), edits),
  }));
  return {
    creates: plan.deletes.map(({ uri }): NewFile => ({ uri, contents: bytesOf(states, uri) })),
    renames: plan.renames.map(({ from, to }) => ({ from: to, to: from })).reverse(),
    edits,
    deletes: plan.creates.map(({ uri, contents, hash = hashBytes53(contents) }): Deletion => ({ uri, hash })),
  };
}

/** The plan with the line ends in inserted texts that the editor gives them. */
export function withLineEnds(plan: EditPlan, states: FileStates): EditPlan {
  const edits = plan.edits.map((each) => {
    const eol = states.get(nameBefore(plan, each.uri))?.eol;
    if (eol === undefined) return each;
    const fitted = each.edits.map((edit) => ({ ...edit, newText: edit.newText.replace(/\r\n|\r|\n/g, eol) }));
    return { ...each, edits: fitted };
  });
  return { ...plan, edits };
}

/** All edits of each file, by the URI that it has after the plan. */
export function editsByFile(plan: Pick<EditPlan, 'edits'>): Map<string, TextEdit[]> {
  const byFile = new Map<string, TextEdit[]>();
  for (const { uri, edits } of plan.edits) byFile.set(uri, [...(byFile.get(uri) ?? []), ...edits]);
  return byFile;
}

/** The edits that make the text before of the text after. */
function invertEdits(before: string, edits: readonly TextEdit[]): TextEdit[] {
  let shift = 0;
  return [...edits]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map(({ start, end, newText }) => {
      const from = start + shift;
      shift += newText.length - (end - start);
      return { start: from, end: from + newText.length, newText: before.slice(start, end) };
    });
}

function textBefore(plan: EditPlan, states: FileStates, uri: string): string {
  const text = states.get(nameBefore(plan, uri))?.text;
  if (text === undefined) throw new Error(`The text of ${uri} is not known`);
  return text;
}

function bytesOf(states: FileStates, uri: string): Uint8Array {
  const bytes = states.get(uri)?.bytes;
  if (!bytes) throw new Error(`The bytes of ${uri} are not known`);
  return bytes;
}

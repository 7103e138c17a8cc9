import type { TextEdit } from './textEdit';

/** A way to read the text after so far. */
interface Reading {
  /** How far the edits that were made have moved what stands behind them. */
  readonly shift: number;
  readonly made: Made | undefined;
}

/** An edit that was made, and those before it. */
interface Made {
  readonly edit: TextEdit;
  readonly before: Made | undefined;
}

/** Which of some edits, that must not overlap, made one text of another; undefined where something else did. */
export function editsMade(before: string, edits: readonly TextEdit[], after: string): TextEdit[] | undefined {
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let readings: readonly Reading[] = [{ shift: 0, made: undefined }];
  let at = 0;
  const goOnTo = (end: number) => {
    const same = before.slice(at, end);
    readings = readings.filter(({ shift }) => after.startsWith(same, at + shift));
  };
  for (const edit of ordered) {
    goOnTo(edit.start);
    const next = readings.flatMap((reading) => readingsBehind(reading, edit, before, after));
    // Of readings that go on alike one is enough.
    readings = [...new Map(next.map((reading) => [reading.shift, reading])).values()];
    at = edit.end;
  }
  goOnTo(before.length);
  const whole = readings.find(({ shift }) => before.length + shift === after.length);
  return whole && listOf(whole.made);
}

/** How a reading goes on where an edit was not made, and where it was. */
function readingsBehind({ shift, made }: Reading, edit: TextEdit, before: string, after: string): Reading[] {
  const { start, end, newText } = edit;
  const readings: Reading[] = [];
  if (after.startsWith(before.slice(start, end), start + shift)) readings.push({ shift, made });
  if (after.startsWith(newText, start + shift)) {
    readings.push({ shift: shift + newText.length - (end - start), made: { edit, before: made } });
  }
  return readings;
}

function listOf(made: Made | undefined): TextEdit[] {
  const list: TextEdit[] = [];
  for (let at = made; at; at = at.before) list.push(at.edit);
  return list.reverse();
}

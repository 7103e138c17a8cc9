import { classifyLines } from '../formats/textListLines';
import { textListReader } from '../formats/textList';
import { eolOf, oneLine } from './lines';
import type { Draw, SourceEditor } from './sourceChange';
import { LineIndex } from '../../base/lineIndex';

/** A text list holds titles with abstracts, and nothing else. */
const add: Draw<'add'> = (text, { entries }) => {
  const lacking = entries.find(({ title, abstract }) => title === '' || !abstract);
  if (lacking) return { code: 'title-and-abstract-needed', key: lacking.citekey };
  const eol = eolOf(text);
  const lines = entries.flatMap((entry) => [oneLine(entry.title), oneLine(entry.abstract ?? '')]).join(eol);
  const waiting = waitingTitle(text);
  if (waiting !== undefined) return [{ start: waiting, end: waiting, newText: lines + eol }];
  const end = text.trimEnd().length;
  return [{ start: end, end: text.length, newText: `${end === 0 ? '' : eol}${lines}${eol}` }];
};

/** Offset of the line of a title at the end that lacks its abstract: it would take what is added behind it for that. */
function waitingTitle(text: string): number | undefined {
  const last = classifyLines(text).at(-1);
  const alone = textListReader.read(text).problems.findLast(({ code }) => code === 'title-without-abstract');
  return last && alone?.range.start.line === last.line ? new LineIndex(text).lineStart(last.line) : undefined;
}

/** Text lists can be added to, no more. */
export const textListEditor: SourceEditor = {
  draw: { add },
  references: [],
  fields: () => new Map(),
  written: (name, value) => [name, value],
};

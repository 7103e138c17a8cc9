import type { Range } from '../../../base/position';
import { LineIndex } from '../../../base/lineIndex';
import { bibFieldOf } from '../../../library/bibtex/record';
import type { Entry } from '../../../library/model/entry';
import type { ClaimedField } from '../../../online/verifying/judgement';
import { statedField } from '../../../library/writing/statedField';

/** Where a field of an entry stands in its source: its own place in BibTeX, the first line of the entry elsewhere. */
export function fieldPlace(entry: Entry, field: ClaimedField): Range {
  const { record, source } = entry;
  const { start } = source.range;
  const firstLine = {
    start,
    end: start.line === source.range.end.line ? source.range.end : { line: start.line, character: 10_000 },
  };
  if (record.format !== 'bibtex') return firstLine;
  const name = field === 'arxiv' ? 'eprint' : statedField(entry, field)?.name;
  const own = name === undefined ? undefined : bibFieldOf(record, name);
  if (!own) return firstLine;
  const lines = new LineIndex(record.text);
  const at = (offset: number) => {
    const { line, character } = lines.position(offset);
    return { line: start.line + line, character: line === 0 ? start.character + character : character };
  };
  return { start: at(own.valueRange.start), end: at(own.valueRange.end) };
}

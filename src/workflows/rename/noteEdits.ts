import type { TextEdit } from '../../base/textEdit';
import type { FieldNames } from '../../notes/fieldNames';
import { keyEdits } from '../../notes/keyEdits';
import type { NewName } from './documentEdits';

/** The edits that make a note's front matter name a paper by another key, also among the note's own names; undefined where its form does not allow that. */
export function noteEdits(text: string, names: FieldNames, { from, to }: NewName): readonly TextEdit[] | undefined {
  const { edits, problem } = keyEdits(text, names, (key) => (key === from ? to : key), true);
  return problem ? undefined : edits;
}
